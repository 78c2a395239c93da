import { canonicalJson, quoted, type Instant } from '../kernel';
import { isLate, scoreMonth, type MonthCase, type MonthScore } from '../scoring';
import { pointsIn, SHEET_LINES } from './lines';
import { countedOf, owedIn, type MonthRecords } from './records';
import { finalCaseOf, withVerdicts, type Review } from './review';

/** A confirmed review whose score is not published yet. */
export interface StandingReview {
  readonly month: MonthCase;
  readonly review: Review;
  /** The case of the score that holds, where the month is final already; null otherwise. */
  readonly fixed: { readonly month: MonthCase; readonly isCorrected: boolean } | null;
}

/** A review carried on by what was found or ruled since, with the scores that the county was told and is told now. */
export interface Restated {
  readonly month: MonthCase;
  readonly review: Review;
  readonly before: MonthScore;
  readonly after: MonthScore;
}

/** A measure as the ledger has it now. */
type LedgerMeasure = Pick<MonthCase['measures'][number], 'id' | 'done'>;

/**
 * The review with what the ledger says of its measures, what the spot check found, what was credited, what was owed and when it came, and the rulings that
 * hold now (Q16, Q17); null when it comes to the same points for the same failed measures, so that nobody is asked again
 * about nothing. What was corrected since stays so, with what was credited by then.
 */
export function restated(
  standing: StandingReview,
  records: Pick<MonthRecords, 'failedMeasures' | 'rulings' | 'information' | 'adjustments'> &
    Pick<MonthCase, 'obligations'> & { readonly measures: readonly LedgerMeasure[] },
): Restated | null {
  const { month, review, fixed } = standing;
  const reviewed =
    fixed?.isCorrected === true
      ? correctedReview(fixed.month, review)
      : { month: { ...month, ...countedOf(records), obligations: records.obligations }, review };
  const base = withLedger(reviewed, movedMeasures(month, records.measures));
  const before = fixed?.month ?? withVerdicts(month, review.verdicts);
  const after = finalCaseOf(base, records);
  if (tellingOf(before) === tellingOf(after)) return null;
  const moved = finalCaseOf({ month: base.month, review: { ...base.review, verdicts: [] } }, records);
  const [old, now] = [scoreMonth(before), scoreMonth(after)];
  return { month: moved, review: withLivingReasons(base.review, old, now), before: old, after: now };
}

/** One thing that a score counts and the records say otherwise, such as `obligation o1` or `measure m1`. */
export type CorrectionFact = string;

/**
 * What a score counts against a county though the records say otherwise by now: something late or missing that came in
 * time or is owed no more, or a measure that the lead unit has decided about since. Only a 更正 can follow it.
 */
export function correctionFacts(
  { month, fixed }: StandingReview,
  records: Pick<MonthCase, 'obligations'> & { readonly measures: readonly LedgerMeasure[] },
): readonly CorrectionFact[] {
  const scored = fixed?.month ?? month;
  const late = new Set(records.obligations.filter(isLate).map(({ id }) => id));
  const moved = movedMeasures(month, records.measures);
  const inTime = scored.obligations.filter((each) => isLate(each) && !late.has(each.id));
  const decided = scored.measures.filter(({ id, done }) => (moved.get(id) ?? done) !== done);
  return [...inTime.map(({ id }) => `obligation ${id}`), ...decided.map(({ id }) => `measure ${id}`)];
}

/** Whether something of it is still to be corrected: not all was let stand (不用更正). */
export function correctionDue(facts: readonly CorrectionFact[], letStand: readonly CorrectionFact[]): boolean {
  return facts.some((fact) => !letStand.includes(fact));
}

/** Measures that the ledger has otherwise than the review found them, by what they are now. */
function movedMeasures({ measures }: MonthCase, ledger: readonly LedgerMeasure[]): ReadonlyMap<string, boolean> {
  const known = new Map(measures.map(({ id, done }) => [id, done]));
  return new Map(ledger.flatMap(({ id, done }) => (known.get(id) === !done ? [[id, done]] : [])));
}

/** A review with what became of its measures since; a verdict that was about one of them is overtaken. */
function withLedger(
  { month, review }: Pick<StandingReview, 'month' | 'review'>,
  moved: ReadonlyMap<string, boolean>,
): Pick<StandingReview, 'month' | 'review'> {
  if (moved.size === 0) return { month, review };
  const measures = month.measures.map((each) => ({ ...each, done: moved.get(each.id) ?? each.done }));
  const verdicts = review.verdicts.filter(({ subject, id }) => subject !== 'measure' || !moved.has(id));
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

/** The review of a corrected case: the verdicts that the correction did not overrule. */
function correctedReview(month: MonthCase, review: Review): Pick<StandingReview, 'month' | 'review'> {
  const same = canonicalJson(month);
  const verdicts = review.verdicts.filter((verdict) => canonicalJson(withVerdicts(month, [verdict])) === same);
  return { month, review: { ...review, verdicts } };
}

/** What a county would have to be told: its points, and for which measures some are taken off. */
function tellingOf(month: MonthCase): string {
  const { raw, score } = scoreMonth(month);
  const failed = month.measures.filter(({ done, failedSpotCheck }) => done && failedSpotCheck).map(({ id }) => id);
  return canonicalJson({ raw, score, failed: failed.sort() });
}
