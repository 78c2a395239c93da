import { allow, refuse, type Outcome, type Period } from '../kernel';
import { checkReason } from '../information';

/** From which month on an approved application counts no more (停止记分), and why; its unit reads the reason. */
export interface EndRequest {
  readonly fromPeriod: Period;
  readonly reason: string;
}

/** What surrounds that. */
export interface EndContext {
  /** The first month to which the application counts; null for what does not count month by month. */
  readonly fromPeriod: Period | null;
  /** The first month to which it counts no more already; null while it goes on. */
  readonly endedFrom: Period | null;
  /** The months of the cycle. */
  readonly months: readonly Period[];
  /** Those of them that were told to all (通报), in any order. */
  readonly published: readonly Period[];
}

/**
 * The months from which an application can still stop to count, in their order: behind the first one that it counts to,
 * since 撤销认定 takes that one too, behind every month that was told to all, whose number stays, and before the one
 * from which it counts no more already.
 */
export function endMonthsOf({ fromPeriod, endedFrom, months, published }: EndContext): readonly Period[] {
  if (fromPeriod === null) return [];
  const last = published.reduce((latest, month) => (month > latest ? month : latest), fromPeriod);
  return months.filter((month) => month > last && (endedFrom === null || month < endedFrom));
}

/** The end as it is kept, or why it cannot be made. */
export function decideEnd({ fromPeriod, reason }: EndRequest, context: EndContext): Outcome<EndRequest> {
  if (!context.months.includes(fromPeriod)) return refuse('applications.month-outside');
  if (context.endedFrom !== null && fromPeriod >= context.endedFrom) return refuse('applications.already-ended');
  if (context.fromPeriod === null || fromPeriod < context.fromPeriod) return refuse('applications.month-before');
  if (context.published.some((month) => month >= fromPeriod)) return refuse('applications.told');
  if (fromPeriod === context.fromPeriod) return refuse('applications.ends-at-once');
  const checked = checkReason(reason);
  return checked.ok ? allow({ fromPeriod, reason: checked.value }) : checked;
}
