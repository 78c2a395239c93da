import type { Instant } from '@jiannuo/shared/kernel';
import { isAsked, isClosed, nextSteps, type MyObligationsView, type ObligationView } from '@jiannuo/shared/obligations';

/** One line of what is done: a report and its corrections are one thing to whoever wrote it. */
export interface DoneLine extends ObligationView {
  /** When the last correction came; null when there was none. */
  readonly correctedAt: Instant | null;
}
/** The lists as they are shown: each report once. */
export interface MergedObligations {
  readonly open: readonly ObligationView[];
  /** What was never handed in and can be handed in no more. */
  readonly closed: readonly ObligationView[];
  readonly done: readonly DoneLine[];
}

function isReport({ kind }: ObligationView): boolean {
  return kind !== 'self-assessment' && !isAsked(kind);
}

function isSameReport(one: ObligationView, other: ObligationView): boolean {
  return isReport(one) && isReport(other) && one.period === other.period;
}

/** A ticket is signed for and answered: to whoever has it, one thing. */
function isSameTicket(one: ObligationView, other: ObligationView): boolean {
  return isAsked(one.kind) && isAsked(other.kind) && one.reportId !== null && one.reportId === other.reportId;
}

/** Whether something else of the same report or ticket says more of how it stands. */
function isSaidBy(line: ObligationView, other: ObligationView): boolean {
  if (line.kind === 'report-correction') return other.kind === 'monthly-report' && isSameReport(line, other);
  return line.kind === 'ticket-sign' && other.kind !== 'ticket-sign' && isSameTicket(line, other);
}

function latestCorrection(of: ObligationView, done: readonly ObligationView[]): Instant | null {
  const times = done.flatMap((other) =>
    other.kind === 'report-correction' && other !== of && isSameReport(of, other) && other.metAt !== null
      ? [other.metAt]
      : [],
  );
  return times.sort().pop() ?? null;
}

/**
 * A ticket stands in one line, its next step, or once nothing is to be done about it, what was done last. Each report stands
 * in one line: while it is to be corrected, only among what is open; after that, once among what is done, as it was handed
 * in first (Q12), with when it was corrected. What is closed is nobody's to do any more.
 */
export function mergeReports({
  open: outstanding,
  done,
  serverNow,
}: Omit<MyObligationsView, 'next'>): MergedObligations {
  const open = nextSteps(outstanding.filter(({ closesAt }) => !isClosed(closesAt, serverNow)));
  const closed = outstanding.filter(({ closesAt }) => isClosed(closesAt, serverNow));
  const isOpen = (line: ObligationView): boolean => {
    return open.some((other) => isSameReport(line, other) || isSameTicket(line, other));
  };
  const settled = done.filter((line) => !isOpen(line));
  const first = settled.filter((line) => !settled.some((other) => isSaidBy(line, other)));
  return { open, closed, done: first.map((line) => ({ ...line, correctedAt: latestCorrection(line, settled) })) };
}
