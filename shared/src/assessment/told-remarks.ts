import { canonicalJson, quoted } from '../kernel';
import { scoreMonth, type MonthCase, type Names } from '../scoring';
import type { AssessmentView, ReviewOfSheetView, ScoreView } from './api';
import { pointsIn, type ReviewedLine } from './lines';
import { countsByRecords, LINE_OF_SUBJECT, withVerdicts, type Review, type Verdict } from './review';

/** What the lead unit's words about a month are read from, and what its ids are called. */
export interface RemarkSource extends Pick<AssessmentView, 'review' | 'scores'> {
  readonly names: Names;
}

/** What the review said of a line, in the lead unit's own words. */
export function remarksOf({ review, names }: RemarkSource, line: ReviewedLine): readonly string[] {
  return review?.isConfirmed === true ? saidIn(review.review, line, names).map((words) => `复核：${words}`) : [];
}

/** The same beside a number that was fixed: what it follows of the review; a later review may carry on what was said since. */
export function remarksFixed(source: RemarkSource, line: ReviewedLine, { month }: ScoreView): readonly string[] {
  const { review } = source;
  if (review === null) return [];
  return remarksOf({ ...source, review: { ...review, review: reviewLeft(review, line, month) } }, line);
}

/**
 * The same beside a corrected number: what its correction refuted belongs to the number before it, and what the
 * corrections said takes its place.
 */
export function remarksAt(source: RemarkSource, line: ReviewedLine, score: ScoreView): readonly string[] {
  const { month } = score;
  const { review, names, scores } = source;
  const reviews = scores.flatMap((each) =>
    each.review !== null && each.number <= score.number ? [standing(each.review, month, each === score)] : [],
  );
  const corrected = new Set(reviews.flatMap(({ verdicts }) => verdicts.map((each) => canonicalJson(each))));
  const isReviews = (verdict: Verdict): boolean => !corrected.has(canonicalJson(verdict));
  return [
    ...(review === null ? [] : remarksFixed({ ...source, review: withVerdictsThat(review, isReviews) }, line, score)),
    ...reviews.flatMap((each) => saidIn(each, line, names)).map((words) => `更正：${words}`),
  ];
}

/** A review with only those of its verdicts: what a correction said stands with the correction. */
function withVerdictsThat(of: ReviewOfSheetView, is: (verdict: Verdict) => boolean): ReviewOfSheetView {
  return { ...of, review: { ...of.review, verdicts: of.review.verdicts.filter(is) } };
}

function saidIn({ verdicts, reasons }: Review, line: ReviewedLine, names: Names): readonly string[] {
  const said = verdicts.filter(({ subject, reason }) => LINE_OF_SUBJECT[subject] === line && reason !== '');
  const own = line === 'deduction' ? undefined : reasons[line];
  return [...said.map((verdict) => verdictWords(verdict, names)), ...(own === undefined ? [] : [own])];
}

/** A finding is said with what became of it, as its line alone says only how many points are off. */
function verdictWords({ subject, id, counts, reason }: Verdict, names: Names): string {
  const name = quoted(names[id] ?? '');
  if (subject !== 'finding') return `${name}，${reason}`;
  return counts ? `抽查查到${name}没有完成：${reason}` : `抽查查到${name}没有完成，不再减分：${reason}`;
}

/** What a review said that a corrected case still follows. */
function reviewLeft(of: ReviewOfSheetView, line: ReviewedLine, month: MonthCase): Review {
  const { verdicts, reasons } = of.review;
  const isAsReviewed = pointsOn(line, withVerdicts(of.month, verdicts)) === pointsOn(line, month);
  return standing({ verdicts, reasons: isAsReviewed ? reasons : {} }, month, true);
}

/** The part of a review that a case follows; the words about whole lines are those of its own number alone. */
function standing({ verdicts, reasons }: Review, month: MonthCase, isOwn: boolean): Review {
  return { verdicts: verdicts.filter((verdict) => isSaidOf(month, verdict)), reasons: isOwn ? reasons : {} };
}

/** Whether a case counts a thing as the verdict says; what was let go is in no case. */
function isSaidOf(month: MonthCase, { subject, id, counts }: Verdict): boolean {
  return (countsByRecords(month, subject, id) ?? false) === counts;
}

function pointsOn(line: ReviewedLine, month: MonthCase): string {
  return pointsIn(scoreMonth(month).trace, line);
}
