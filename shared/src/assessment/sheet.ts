import { cleanText, isLongerThan, refuseAll, type Outcome, type Refusal } from '../kernel';
import { parsePoints, type MonthCase } from '../scoring';
import { sheetPoints, SHEET_LINES, SHEET_LINE_WORDS, type SheetLine, type TypedScores } from './lines';

/** Limits of what a county writes on its sheet and of what is answered, inclusive; text in code points. */
export const ASSESSMENT_LIMITS = { remark: 500, reason: 200, verdicts: 500 } as const;

/** What a county says of one measure where it sees it otherwise than the ledger. */
export interface MeasureStatement {
  readonly id: string;
  readonly done: boolean;
}

/** A county's own part of its sheet (附件3). Everything else is there already; untouched it is `EMPTY_DRAFT`. */
export interface SheetDraft {
  readonly measures: readonly MeasureStatement[];
  /** A self-score where the county disagrees: at most two decimals, within the line. */
  readonly scores: TypedScores;
  readonly remark: string;
}

export const EMPTY_DRAFT: SheetDraft = { measures: [], scores: {}, remark: '' };

/** A month's case with the county's statements in it. */
export function withStatements(month: MonthCase, { measures }: Pick<SheetDraft, 'measures'>): MonthCase {
  const said = new Map(measures.map(({ id, done }) => [id, done]));
  return { ...month, measures: month.measures.map((each) => ({ ...each, done: said.get(each.id) ?? each.done })) };
}

/**
 * What came from outside as a county's part of its sheet, by the month's case, or every reason against it. A statement
 * that says what the ledger says is left out.
 */
export function parseSheetDraft(input: unknown, month: MonthCase): Outcome<SheetDraft> {
  const given = recordOf(input, ['measures', 'scores', 'remark']);
  const refusals: Refusal[] = [];
  if (given === null) refusals.push({ code: 'assessment.sheet-unreadable', facts: {} });
  const measures = statementsOf(refusals, given?.['measures'], month);
  const scores = scoresOf(refusals, given?.['scores'], month);
  const remark = textOf(refusals, given?.['remark'], { label: '说明', limit: ASSESSMENT_LIMITS.remark });
  return refuseAll(refusals, () => ({ measures, scores, remark }));
}

function statementsOf(refusals: Refusal[], value: unknown, month: MonthCase): readonly MeasureStatement[] {
  const listed = new Map(month.measures.map(({ id, done }) => [id, done]));
  if (!Array.isArray(value) || value.length > listed.size) {
    refusals.push({ code: 'assessment.sheet-unreadable', facts: {} });
    return [];
  }
  const statements = value.flatMap((entry): MeasureStatement[] => {
    const fields = recordOf(entry, ['id', 'done']);
    const { id, done } = fields ?? {};
    if (typeof id === 'string' && typeof done === 'boolean' && listed.has(id)) return [{ id, done }];
    refusals.push({ code: 'assessment.measure-unknown', facts: {} });
    return [];
  });
  if (new Set(statements.map(({ id }) => id)).size < statements.length) {
    refusals.push({ code: 'assessment.sheet-unreadable', facts: {} });
  }
  return statements.filter(({ id, done }) => listed.get(id) !== done);
}

/** Typed points by line, each within what its line can reach. */
export function scoresOf(refusals: Refusal[], value: unknown, month: MonthCase): TypedScores {
  const given = recordOf(value, SHEET_LINES);
  if (given === null) {
    refusals.push({ code: 'assessment.sheet-unreadable', facts: {} });
    return {};
  }
  const most = new Map(sheetPoints(month).lines.map(({ line, outOf }) => [line, outOf]));
  const scores: Partial<Record<SheetLine, string>> = {};
  for (const line of SHEET_LINES) {
    if (!(line in given)) continue;
    const outcome = parsePoints(given[line], most.get(line) ?? '0', SHEET_LINE_WORDS[line].title);
    if (outcome.ok) scores[line] = outcome.value;
    else refusals.push(...outcome.refusals);
  }
  return scores;
}

/** Exactly these keys, each of which may be missing; null for anything else. */
export function recordOf(input: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  return Object.keys(input).every((key) => keys.includes(key)) ? (input as Readonly<Record<string, unknown>>) : null;
}

/** A text within its limit, cleaned; `isAsked` refuses an empty one. */
export function textOf(
  refusals: Refusal[],
  value: unknown,
  { label, limit, isAsked = false }: { readonly label: string; readonly limit: number; readonly isAsked?: boolean },
): string {
  if (typeof value !== 'string') {
    refusals.push({ code: 'assessment.text-missing', facts: { label } });
    return '';
  }
  if (isLongerThan(value, limit * 4)) {
    refusals.push({ code: 'assessment.text-too-long', facts: { label, limit } });
    return '';
  }
  const text = cleanText(value);
  if (isLongerThan(text, limit)) refusals.push({ code: 'assessment.text-too-long', facts: { label, limit } });
  if (isAsked && text === '') refusals.push({ code: 'assessment.text-missing', facts: { label } });
  return text;
}
