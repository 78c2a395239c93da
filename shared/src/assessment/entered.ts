import { halfWidth, parseFraction, refuseAll, roundHalfUp, sumOf, ZERO, type Outcome, type Refusal } from '../kernel';
import { parsePoints, type MonthCase } from '../scoring';
import { exact, SHEET_LINE_WORDS, SHEET_LINES, sheetPoints, type SheetLine, type TypedScores } from './lines';
import { recordOf, scoresOf, type SheetDraft } from './sheet';

/** What a county's sheet on paper or in an e-mail gives itself (附件3说明1), as the lead unit copies it (代录). */
export interface EnteredScores {
  readonly scores: TypedScores;
  /** The total that stands on it; empty where none does, or where it was added up wrongly. */
  readonly total: string;
}

/** The lines that are copied, added up: two places. */
export function enteredSum(scores: TypedScores): string {
  return roundHalfUp(sumOf(SHEET_LINES.map((line) => parseFraction(halfWidth(scores[line] ?? '')) ?? ZERO)));
}

/**
 * A copied sheet as the county's part of it, or every reason against it: at least one line, each within what it can
 * reach, and a total that they add up to where one is given. A line that the paper leaves empty counts 0, and says so.
 */
export function parseEnteredScores(input: unknown, month: MonthCase): Outcome<SheetDraft> {
  const given = recordOf(input, ['scores', 'total']);
  const refusals: Refusal[] = [];
  const scores = scoresOf(refusals, given?.['scores'], month);
  const total = given?.['total'];
  if (typeof total !== 'string') refusals.push({ code: 'assessment.sheet-unreadable', facts: {} });
  else if (total !== '') refusals.push(...totalRefusals(total, enteredSum(scores), month));
  if (refusals.length === 0 && Object.keys(scores).length === 0) {
    refusals.push({ code: 'assessment.entered-nothing', facts: {} });
  }
  return refuseAll(refusals, () => draftOf(scores));
}

function totalRefusals(total: string, sum: string, month: MonthCase): readonly Refusal[] {
  const outcome = parsePoints(total, sheetPoints(month).outOf, '原件总分');
  if (!outcome.ok) return outcome.refusals;
  return outcome.value === sum ? [] : [{ code: 'assessment.entered-total', facts: { sum, total: outcome.value } }];
}

function draftOf(scores: TypedScores): SheetDraft {
  const empty = SHEET_LINES.filter((line) => scores[line] === undefined);
  const zeros = Object.fromEntries(empty.map((line): [SheetLine, string] => [line, roundHalfUp(exact('0'))]));
  const named = empty.map((line) => SHEET_LINE_WORDS[line].title).join('、');
  return { measures: [], scores: { ...scores, ...zeros }, remark: named === '' ? '' : `原件没写${named}，按0分记。` };
}
