import { withNameOnly, type Evidence } from './evidence';
import { LEDGER_LIMITS, type Completion, type RatioFigures } from './measure';

/** What a report shows for a row of the ledger (M1): evidence, and the figures of its heading's ratio, null where none. */
export interface ShownWork {
  readonly evidence: readonly Evidence[];
  readonly figures: RatioFigures | null;
}

/** The part of a row that a report can add to. */
export type ShowableWork = Pick<Completion, 'evidence' | 'ratio'>;

/**
 * What a row says, with what a report shows for it: evidence that stands is not changed, and an entry that is there by its
 * id, or by name and kind, does not come twice; the figures are those of the report. The same comes back when nothing is new.
 */
export function withShown<T extends ShowableWork>(said: T, { evidence: shown, figures }: ShownWork): T {
  const evidence = shown.reduce(
    (list, entry) =>
      list.length >= LEDGER_LIMITS.evidence || isKnown(list, entry) ? list : [...list, withNameOnly(entry)],
    said.evidence,
  );
  const ratio = figures === null || isSame(figures, said.ratio) ? said.ratio : figures;
  if (evidence === said.evidence && ratio === said.ratio) return said;
  return { ...said, evidence, ...(ratio === undefined ? {} : { ratio }) };
}

function isKnown(list: readonly Evidence[], { id, title, kind }: Evidence): boolean {
  return list.some((each) => each.id === id || (each.title === title && each.kind === kind));
}

function isSame({ numerator, denominator, asOf }: RatioFigures, other: RatioFigures | undefined): boolean {
  return other?.numerator === numerator && other.denominator === denominator && other.asOf === asOf;
}
