import { canonicalJson, quoted, type Instant } from '../kernel';
import { isLate, scoreMonth, type MonthCase, type MonthScore } from '../scoring';
import { pointsIn, SHEET_LINES } from './lines';
import { owedIn, type MonthRecords } from './records';
import type { RecordedMonth } from './beside';
import { countsByRecords, finalCaseOf, withVerdicts, type Review } from './review';

/** A confirmed review. */
export interface StandingReview {
  readonly month: MonthCase;
  /** With what was said since in corrections of the score that was fixed from it. */
  readonly review: Review;
  /** The case of the score that holds, where the month is final already; null otherwise. */
  readonly fixed: MonthCase | null;
}

/** A review carried on by what was found or ruled since, with the scores that the county was told and is told now. */
export interface Restated {
  readonly month: MonthCase;
  readonly review: Review;
  readonly before: MonthScore;
  readonly after: MonthScore;
}

/**
 * The review with what the ledger says of its measures, what the spot check found, what was credited, what was owed and
 * when it came, and the rulings that hold now (Q16, Q17); null when it comes to the same points for the same failed
 * measures and the same late hand-ins, so that nobody is asked again about nothing. What was said of a thing by a review
 * or a correction stays so while there is such a thing.
 */
export function restated(
  { month, review, fixed }: StandingReview,
  records: RecordedMonth & Pick<MonthRecords, 'failedMeasures' | 'rulings'>,
): Restated | null {
  const { obligations, information, adjustments } = records;
  const counted = { ...month, obligations, information, adjustments };
  const base = withLedger(counted, review, movedMeasures(month, records));
  const before = fixed ?? withVerdicts(month, review.verdicts);
  const after = finalCaseOf(base, records);
  if (tellingOf(before) === tellingOf(after)) return null;
  const moved = finalCaseOf({ month: base.month, review: { ...base.review, verdicts: [] } }, records);
  const [old, now] = [scoreMonth(before), scoreMonth(after)];
  return { month: moved, review: withLivingReasons(base.review, old, now), before: old, after: now };
}

/** Measures that the ledger has otherwise than the review found them, by what they are now. */
function movedMeasures({ measures }: MonthCase, ledger: Pick<RecordedMonth, 'measures'>): ReadonlyMap<string, boolean> {
  const known = new Map(measures.map(({ id, done }) => [id, done]));
  return new Map(ledger.measures.flatMap(({ id, done }) => (known.get(id) === !done ? [[id, done]] : [])));
}

/** A month with what became of its measures since; verdicts about one of them are overtaken, like those about what is no more. */
function withLedger(
  month: MonthCase,
  review: Review,
  moved: ReadonlyMap<string, boolean>,
): Pick<StandingReview, 'month' | 'review'> {
  const measures = month.measures.map((each) => ({ ...each, done: moved.get(each.id) ?? each.done }));
  const verdicts = review.verdicts.filter(
    ({ subject, id }) => countsByRecords(month, subject, id) !== null && (subject !== 'measure' || !moved.has(id)),
  );
  return { month: { ...month, measures }, review: { ...review, verdicts } };
}

/** The review without the reasons of lines whose number moved: they spoke of the one before. */
function withLivingReasons(review: Review, before: MonthScore, after: MonthScore): Review {
  const lines = SHEET_LINES.filter((line) => pointsIn(before.trace, line) === pointsIn(after.trace, line));
  const reasons = lines.flatMap((line) => (review.reasons[line] === undefined ? [] : [[line, review.reasons[line]]]));
  return { ...review, reasons: Object.fromEntries(reasons) as Review['reasons'] };
}

/** What came late or never since a month was reviewed, by name: `“典型案例”漏报`; empty where nothing did. */
export function overdueSince(
  { obligations }: Pick<MonthCase, 'obligations'>,
  owed: Pick<MonthRecords, 'obligations' | 'isLenient'>,
  now: Instant,
): string {
  const known = new Set(obligations.filter(isLate).map(({ id }) => id));
  const late = new Set(owedIn(owed, now).flatMap((each) => (isLate(each) && !known.has(each.id) ? [each.id] : [])));
  const fresh = owed.obligations.filter(({ id }) => late.has(id));
  return fresh.map(({ title, metAt }) => `${quoted(title)}${metAt === null ? '漏报' : '迟报'}`).join('、');
}

/** A number before and after: where only the factor moved it, the two after the factor (折算后). */
export interface Moved {
  readonly before: string;
  readonly after: string;
  readonly isFactored: boolean;
}

/** What is told of a month whose score moved: never twice the same number as if something had changed. */
export function movedBetween(before: MonthScore, after: MonthScore): Moved {
  const isFactored = before.raw.total === after.raw.total && before.score !== after.score;
  if (isFactored) return { before: before.score, after: after.score, isFactored };
  return { before: before.raw.total, after: after.raw.total, isFactored };
}

/** What a county would have to be told: its points, for which measures some are taken off, and what came late or never. */
function tellingOf(month: MonthCase): string {
  const { raw, score } = scoreMonth(month);
  const failed = month.measures.filter(({ done, failedSpotCheck }) => done && failedSpotCheck).map(({ id }) => id);
  const late = month.obligations.filter(isLate).map(({ id }) => id);
  return canonicalJson({ raw, score, failed: failed.sort(), late: late.sort() });
}
