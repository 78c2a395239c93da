import { nationalCalendar } from '@jiannuo/shared/calendar';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import { CommandFailure } from './command-failure';

/** A year as it was typed. */
export function yearNumber(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 2000 || year > 2100) {
    throw new CommandFailure(`年份要写四位数，例如 --year 2022，现在是“${text}”。`);
  }
  return year;
}

/** What may be left out and is easily missed: it stands in the file, so that it is seen that it can be set. */
const FILLED_IN: Pick<ObligationSettings, 'firstPeriodLenient'> = { firstPeriodLenient: false };

/**
 * The same rules in another year: its months from January, its holidays, and no regulation, which is a year's own.
 * `isAnnounced` is false when the year's holidays are not known yet, and then only weekends count.
 */
export function settingsIn(
  settings: ObligationSettings,
  year: number,
): { readonly settings: ObligationSettings; readonly isAnnounced: boolean } {
  if (settings.year === year) return { settings: { ...FILLED_IN, ...settings }, isAnnounced: true };
  const calendar = nationalCalendar(year);
  const months = { firstPeriod: `${String(year)}-01`, lastPeriod: `${String(year)}-12` };
  return {
    settings: {
      ...FILLED_IN,
      ...settings,
      year,
      ...months,
      calendar: calendar ?? { holidays: [], makeUpDays: [] },
      regulation: undefined,
    },
    isAnnounced: calendar !== null,
  };
}
