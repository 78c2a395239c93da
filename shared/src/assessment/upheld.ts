import { refuseAll, type Outcome } from '../kernel';
import { scoreMonth, type MonthCase } from '../scoring';
import { lineTitle, pointsIn, SHEET_LINES, type ReviewedLine } from './lines';
import { LINE_OF_SUBJECT, withVerdicts, type Review } from './review';

/** A review with the case that it is about. */
export interface ReviewOfMonth {
  readonly month: MonthCase;
  readonly review: Review;
}

/**
 * Whether a review may be confirmed after objections to the one before were upheld (Q18): each line concerned has other
 * points or other reasons than before, so that nothing that was upheld is confirmed away unseen.
 */
export function decideUpheld(
  lines: readonly ReviewedLine[],
  before: ReviewOfMonth,
  after: ReviewOfMonth,
): Outcome<Review> {
  const unchanged = [...new Set(lines)].filter((line) => saidOf(before, line) === saidOf(after, line));
  const refusals = unchanged.map((line) => ({
    code: 'assessment.upheld-unchanged',
    facts: { label: lineTitle(line) },
  }));
  return refuseAll(refusals, () => after.review);
}

/**
 * A review to begin anew from after objections to these lines were upheld (Q18): what was said of them is kept, why it
 * was said is not, so that a number that still differs gets its reason of now.
 */
export function reviewAnew({ verdicts, reasons }: Review, lines: readonly ReviewedLine[]): Review {
  const others = SHEET_LINES.filter((line) => !lines.includes(line) && reasons[line] !== undefined);
  return {
    verdicts: verdicts.map((verdict) =>
      lines.includes(LINE_OF_SUBJECT[verdict.subject]) ? { ...verdict, reason: '' } : verdict,
    ),
    reasons: Object.fromEntries(others.map((line) => [line, reasons[line]])),
  };
}

/** What a review says of a line, as text that is equal where the same is said. */
function saidOf({ month, review }: ReviewOfMonth, line: ReviewedLine): string {
  const points = pointsIn(scoreMonth(withVerdicts(month, review.verdicts)).trace, line);
  const verdicts = review.verdicts
    .filter(({ subject }) => LINE_OF_SUBJECT[subject] === line)
    .map(({ subject, id, counts, reason }) => [subject, id, counts, reason].join(' '));
  const reasons = SHEET_LINES.flatMap((each) => (each === line ? [review.reasons[each] ?? ''] : []));
  return JSON.stringify([points, verdicts.sort(), reasons]);
}
