import { addWorkingDays, atBeijing, beijingDate, type Instant } from '@jiannuo/shared/kernel';
import { dueRungs, reminderInstantsFor, type ObligationSettings, type RungInstant } from '@jiannuo/shared/obligations';

/** A rung to be sent now, and the instant from which it would be of no use. */
export interface RungNow {
  readonly rung: RungInstant;
  readonly staleAt: Instant;
}

/** The rungs whose instant has come and which are still of use, for a thing due at `dueAt`. */
export function rungsNow(settings: ObligationSettings, dueAt: Instant, now: Instant): readonly RungNow[] {
  const all = reminderInstantsFor(dueAt, settings);
  return dueRungs(all, dueAt, now, settings.calendar).map((rung) => ({
    rung,
    staleAt: staleInstant(rung, all, dueAt, settings),
  }));
}

/**
 * The next rung of the same audience, the due time it was to come before, or the end of the next working day, whichever
 * is first. What was ordered in time and had to wait for the morning is still better than a telephone call.
 */
function staleInstant(
  rung: RungInstant,
  all: readonly RungInstant[],
  dueAt: Instant,
  { calendar, workingHours }: ObligationSettings,
): Instant {
  const dayAfter = atBeijing(addWorkingDays(beijingDate(rung.at), 1, calendar), workingHours.to);
  const later = all.filter((other) => other.audience === rung.audience && other.at > rung.at).map((other) => other.at);
  const ends = [dayAfter, ...later, ...(rung.at < dueAt ? [dueAt] : [])];
  return ends.sort()[0] ?? dayAfter;
}

/** What makes a rung the only one: moving the due time starts the plan anew. */
export function slotOf(rung: RungInstant, dueAt: Instant): string {
  return `${rung.rungId}@${dueAt}`;
}
