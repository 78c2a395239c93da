import { isBlank } from '../kernel';
import type { Completion, Evidence, MeasureFacts, RowState } from '../ledger';
import type { HeadingContent, ReportContent, TargetFigures, WorkItem } from './content';
import { sameValue } from './same-value';

/** A row of the ledger that is marked done, as a report looks at it. `earlier` are its former completions, oldest first. */
export interface DoneRow {
  readonly id: string;
  readonly measure: Pick<MeasureFacts, 'headingId' | 'title' | 'target'>;
  readonly completion: Completion;
  readonly earlier: readonly { readonly title: string; readonly completion: Completion }[];
}

/** A piece of work that the ledger offers to a report (M1), with what was offered of the same row before. */
export interface LedgerItem {
  readonly headingId: string;
  readonly item: WorkItem;
  readonly earlier: readonly WorkItem[];
  /** The two figures of the heading's ratio, with those that were offered before; left out where the row has none. */
  readonly figures?: { readonly now: TargetFigures; readonly earlier: readonly TargetFigures[] };
}

/** A measure that the ledger lists for the report's month, with how it stands there. */
export interface ListedMeasure {
  readonly id: string;
  readonly headingId: string;
  readonly title: string;
  readonly state: RowState;
}

/** How an offered piece stands beside a draft: not in it, the same, changed in the ledger since, or put otherwise by the officer. */
export type OfferStanding = 'absent' | 'same' | 'behind' | 'edited';

/** What the piece of work is called that a row of the ledger gives. */
export function ledgerItemId(rowId: string): string {
  return `ledger-${rowId}`;
}

/**
 * The piece of work that a row gives (M1): title, work, result and evidence, and the figures of a ratio where the row has
 * them. Its id is the row's, so that a row comes in once, however often it is marked.
 */
export function ledgerItem({ id, measure, completion, earlier }: DoneRow): LedgerItem {
  const itemOf = (title: string, said: Completion): WorkItem => ({
    id: ledgerItemId(id),
    title,
    work: said.work,
    result: said.result,
    evidence: said.evidence,
  });
  return {
    headingId: measure.headingId,
    item: itemOf(measure.title, completion),
    earlier: earlier.map((before) => itemOf(before.title, before.completion)),
    ...(completion.ratio === undefined
      ? {}
      : { figures: { now: completion.ratio, earlier: earlier.flatMap((before) => before.completion.ratio ?? []) } }),
  };
}

/** How an offered piece stands beside what the draft has. */
export function offerStanding(content: ReportContent, offered: LedgerItem): OfferStanding {
  const { headingId, item, earlier } = offered;
  const heading = headingIn(content, headingId);
  const standing = heading?.items.find(({ id }) => id === item.id);
  if (heading === undefined || standing === undefined) return 'absent';
  const figures = carriedFigures(heading.target, offered);
  if (sameValue(standing, item) && sameValue(figures, heading.target)) return 'same';
  return sameValue(carried(standing, item, earlier), item) ? 'behind' : 'edited';
}

/**
 * A draft with the ledger's pieces in it. New ones are added under their heading unless it is declared without a task;
 * of those that are in it, a field changes only where it still says what the ledger said before: typed text is never
 * overwritten. The same content comes back when nothing changes.
 */
export function carryIn(content: ReportContent, items: readonly LedgerItem[]): ReportContent {
  const headings = content.headings.map((heading) =>
    withItems(
      heading,
      items.filter(({ headingId }) => headingId === heading.id),
    ),
  );
  const isSame = headings.every((heading, index) => heading === content.headings[index]);
  return isSame ? content : { ...content, headings };
}

function withItems(heading: HeadingContent, offered: readonly LedgerItem[]): HeadingContent {
  if (offered.length === 0 || heading.noneReason !== null) return heading;
  let { items, target } = heading;
  for (const each of offered) {
    const { item, earlier } = each;
    target = carriedFigures(target, each);
    const standing = items.find(({ id }) => id === item.id);
    if (standing === undefined) items = [...items, item];
    else {
      const next = carried(standing, item, earlier);
      if (!sameValue(next, standing)) items = items.map((other) => (other.id === item.id ? next : other));
    }
  }
  return items === heading.items && sameValue(target, heading.target) ? heading : { ...heading, items, target };
}

/** The figures of a heading that asks for them: as with text, what was typed otherwise than the ledger had it stays. */
function carriedFigures(standing: TargetFigures | null, { figures }: LedgerItem): TargetFigures | null {
  if (standing === null || figures === undefined) return standing;
  const { now, earlier } = figures;
  const of = (field: 'numerator' | 'denominator'): string =>
    standing[field] === '' || earlier.some((before) => before[field] === standing[field])
      ? now[field]
      : standing[field];
  const isOurs = standing.asOf === '' || earlier.some(({ asOf }) => asOf === standing.asOf);
  return { numerator: of('numerator'), denominator: of('denominator'), asOf: isOurs ? now.asOf : standing.asOf };
}

function carried(standing: WorkItem, item: WorkItem, earlier: readonly WorkItem[]): WorkItem {
  const text = (field: 'title' | 'work' | 'result'): string => {
    const isOurs = isBlank(standing[field]) || earlier.some((before) => before[field] === standing[field]);
    return isOurs ? item[field] : standing[field];
  };
  return {
    ...standing,
    title: text('title'),
    work: text('work'),
    result: text('result'),
    evidence: evidenceOf(standing, item, earlier),
  };
}

/** Evidence goes entry by entry: new in the ledger comes in, what the officer took out stays out, what he changed stays. */
function evidenceOf(standing: WorkItem, item: WorkItem, earlier: readonly WorkItem[]): readonly Evidence[] {
  const before = earlier.flatMap(({ evidence }) => evidence);
  const isOurs = (entry: Evidence): boolean => before.some((each) => sameValue(each, entry));
  const kept = standing.evidence.flatMap((entry) => {
    const next = item.evidence.find(({ id }) => id === entry.id);
    if (!isOurs(entry)) return [entry];
    return next === undefined ? [] : [next];
  });
  const known = new Set([...standing.evidence, ...before].map(({ id }) => id));
  return [...kept, ...item.evidence.filter(({ id }) => !known.has(id))];
}

/** A row of a unit's month, with the heading that its measure stands under. */
interface PlacedRow {
  readonly id: string;
  readonly measure: Pick<MeasureFacts, 'headingId'>;
}

/**
 * The pieces of work that a report shows for a row of its month (M1): the one taken over from it, and everything under
 * its heading where no other measure stands there. Null where the report shows nothing of the row.
 */
function shownUnder(
  { id, measure: { headingId } }: PlacedRow,
  rows: readonly PlacedRow[],
  reported: readonly HeadingContent[],
): HeadingContent | null {
  const heading = reported.find((each) => each.id === headingId);
  if (heading === undefined) return null;
  if (rows.filter(({ measure }) => measure.headingId === headingId).length === 1) return heading;
  const items = heading.items.filter((item) => item.id === ledgerItemId(id));
  return items.length === 0 ? null : { ...heading, items };
}

/** The evidence that a report shows for a row of its month. */
export function shownEvidence(
  row: PlacedRow,
  rows: readonly PlacedRow[],
  reported: readonly HeadingContent[],
): readonly Evidence[] {
  return shownUnder(row, rows, reported)?.items.flatMap(({ evidence }) => evidence) ?? [];
}

/** The figures that a report gives for the ratio of a row's heading (R35); null where it gives none. */
export function shownFigures(
  row: PlacedRow,
  rows: readonly PlacedRow[],
  reported: readonly HeadingContent[],
): TargetFigures | null {
  const target = shownUnder(row, rows, reported)?.target ?? null;
  return target === null || target.numerator === '' || target.denominator === '' ? null : target;
}

function headingIn(content: ReportContent, id: string): HeadingContent | undefined {
  return content.headings.find((heading) => heading.id === id);
}
