import { nationalCalendar } from '@jiannuo/shared/calendar';
import { beijingDate, type Instant, type WorkingCalendar } from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';

const NATIONAL = new Map<number, WorkingCalendar | null>();

/**
 * The settings of a year at an instant. After it they go on until the group has set a later year up: notices are issued
 * and answered in January too. The nation's holidays of the next year and of every later one hold beside its own, as far
 * as they are announced: what is issued in December is due in January.
 */
export function settingsAt(settings: ObligationSettings, year: number, now: Instant): ObligationSettings {
  const last = Math.max(year, Number(beijingDate(now).slice(0, 4))) + 1;
  const later = Array.from({ length: last - year }, (_, index) => nationalOf(year + 1 + index));
  const { holidays, makeUpDays } = settings.calendar;
  const calendar = {
    holidays: [...new Set([...holidays, ...later.flatMap((each) => each?.holidays ?? [])])],
    makeUpDays: [...new Set([...makeUpDays, ...later.flatMap((each) => each?.makeUpDays ?? [])])],
  };
  return { ...settings, calendar };
}

function nationalOf(year: number): WorkingCalendar | null {
  const known = NATIONAL.get(year);
  if (known !== undefined) return known;
  const calendar = nationalCalendar(year);
  NATIONAL.set(year, calendar);
  return calendar;
}
