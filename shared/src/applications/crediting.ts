import { allow, beijingDate, periodOf, refuse, type Instant, type Outcome, type Period } from '../kernel';
import { checkReason } from '../information';
import type { ApplicationCycle, Credit } from './settings';
import type { ApplicationState } from './states';

/** Whether an approved task or target was carried out in a month by its plan: 落实了, 没落实. */
export const MONTH_VERDICTS = ['carried-out', 'not-carried-out'] as const;
export type MonthVerdict = (typeof MONTH_VERDICTS)[number];

/** What decides to which months an application counts. */
export interface Creditable {
  readonly state: ApplicationState;
  readonly credit: Credit;
  readonly fromPeriod: Period | null;
  readonly submittedAt: Instant;
  /** For what counts once: the month of its approval. */
  readonly creditedPeriod: Period | null;
  /** The first month to which it counts no more (停止记分); null while it goes on. */
  readonly endedFrom: Period | null;
}

/** What an application is to a month: it counts there, it would if the lead unit said so, it was not carried out there, or nothing. */
export type MonthCredit = 'counts' | 'waits' | 'refused' | null;

/**
 * What an adjustment is to a month (annex 2, Q15). What counts month by month counts where its carrying out is
 * confirmed, and waits where nothing was said yet, from the month it was applied for on and before the one in which it
 * ended; what counts once counts in the month of its approval, and waits in that of its application.
 */
export function monthCreditOf(application: Creditable, period: Period, verdict: MonthVerdict | null): MonthCredit {
  const { state, credit } = application;
  if (state !== 'submitted' && state !== 'approved') return null;
  return credit === 'each-month' ? eachMonth(application, period, verdict) : once(application, period);
}

function eachMonth(
  { state, fromPeriod, endedFrom }: Creditable,
  period: Period,
  verdict: MonthVerdict | null,
): MonthCredit {
  if (fromPeriod === null || period < fromPeriod || hasEnded(endedFrom, period)) return null;
  if (verdict === 'not-carried-out') return 'refused';
  return state === 'approved' && verdict === 'carried-out' ? 'counts' : 'waits';
}

/** Whether what ended counts to a month no more. */
export function hasEnded(endedFrom: Period | null, period: Period): boolean {
  return endedFrom !== null && period >= endedFrom;
}

function once({ state, submittedAt, creditedPeriod }: Creditable, period: Period): MonthCredit {
  if (state === 'approved') return period === creditedPeriod ? 'counts' : null;
  return period === periodOf(beijingDate(submittedAt)) ? 'waits' : null;
}

/**
 * Whether an approved adjustment counts to none of these months, though one of them still waits for the lead unit's word;
 * where it said of all that nothing was carried out, nobody forgot it. `verdictOf` says what stands about a month.
 */
export function isForgotten(
  application: Creditable,
  months: readonly Period[],
  verdictOf: (period: Period) => MonthVerdict | null,
): boolean {
  if (application.state !== 'approved') return false;
  const credits = months.map((period) => monthCreditOf(application, period, verdictOf(period)));
  return credits.includes('waits') && !credits.includes('counts');
}

/** The month to which an approval of now counts once: that of the approval, or the nearest of the cycle. */
export function creditedPeriodAt(now: Instant, { months }: Pick<ApplicationCycle, 'months'>): Period | null {
  const current = periodOf(beijingDate(now));
  const begun = months.filter((month) => month <= current);
  return begun[begun.length - 1] ?? months[0] ?? null;
}

/** What the lead unit says about a month of an approved application. */
export interface MonthRequest {
  readonly period: Period;
  readonly verdict: MonthVerdict;
  readonly reason: string;
}

/** What surrounds that. */
export interface MonthContext {
  readonly fromPeriod: Period | null;
  readonly endedFrom: Period | null;
  readonly months: readonly Period[];
  /** What was said about the month last. */
  readonly standing: MonthVerdict | null;
  readonly now: Instant;
}

/**
 * The verdict as it is kept, or why it cannot be given: the month lies in the cycle, not before the one applied for, not
 * behind its end and not ahead; 没落实 needs a reason, which the unit reads; and what was said already is not said twice.
 */
export function decideMonth(request: MonthRequest, context: MonthContext): Outcome<MonthRequest> {
  const { period, verdict } = request;
  const { fromPeriod, endedFrom, months, standing, now } = context;
  if (!months.includes(period)) return refuse('applications.month-outside');
  if (fromPeriod === null || period < fromPeriod) return refuse('applications.month-before');
  if (hasEnded(endedFrom, period)) return refuse('applications.month-ended');
  if (period > periodOf(beijingDate(now))) return refuse('applications.month-ahead');
  if (standing === verdict) return refuse('applications.already-confirmed');
  if (verdict === 'carried-out') return allow({ period, verdict, reason: '' });
  const reason = checkReason(request.reason);
  return reason.ok ? allow({ period, verdict, reason: reason.value }) : reason;
}
