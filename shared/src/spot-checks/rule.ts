import { addDays, addMonths, atBeijing, previousWorkingDay, type Instant, type Period } from '../kernel';
import { dueInstant, rulesFor, type ObligationSettings } from '../obligations';
import type { UnitKind } from '../people';

/** How a year's spot checks are drawn; data (R51, Q24). */
export interface SpotCheckRule {
  /** How many units a month, unless more have waited as long as anybody may. */
  readonly units: number;
  /** Months since the last check after which a unit is drawn for certain. */
  readonly mostMonths: number;
  /** Who may be drawn: whoever assesses himself. */
  readonly unitKinds: readonly UnitKind[];
  readonly firstPeriod: Period;
  /** When the promise is announced by itself: on the last working day before the month. */
  readonly announcesAt: Instant;
  /** The last moment before which it may be announced: the month's beginning in Beijing. */
  readonly beginsAt: Instant;
  /** From when it may be drawn: when the month's self-assessments are due. */
  readonly drawableAt: Instant;
}

/** What holds for a year that has not been told otherwise (Q24). */
const PLAIN = { units: 2, mostMonths: 3, announceAt: '16:00' } as const;

/** The rule of a month; null in a month or a group that asks nobody for a self-assessment. */
export function spotCheckRuleOf(settings: ObligationSettings, period: Period): SpotCheckRule | null {
  const own = rulesFor(settings, period).find(({ kind }) => kind === 'self-assessment');
  if (own === undefined) return null;
  const { units, mostMonths, announceAt } = settings.spotCheck ?? PLAIN;
  const firstDay = `${period}-01`;
  const lastWorkingDay = previousWorkingDay(addDays(firstDay, -1), settings.calendar);
  return {
    units,
    mostMonths,
    unitKinds: own.unitKinds,
    firstPeriod: settings.firstPeriod,
    announcesAt: atBeijing(lastWorkingDay, announceAt),
    beginsAt: atBeijing(firstDay, '00:00'),
    drawableAt: dueInstant(own, period, settings.calendar),
  };
}

/** The months of a year's cycle, first to last. */
export function monthsOfCycle({ firstPeriod, lastPeriod }: ObligationSettings): readonly Period[] {
  const periods: Period[] = [];
  for (let period = firstPeriod; period <= lastPeriod; period = addMonths(period, 1)) periods.push(period);
  return periods;
}
