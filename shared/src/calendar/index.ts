import { isWorkday } from 'chinese-days';
import { addDays, weekdayOf, type WorkingCalendar } from '../kernel';

/**
 * The national holidays and make-up working days of a year, to fill a group's calendar when its year is set up; null
 * when they are not announced yet. For the server only: the mini program never needs it and does not carry it.
 */
export function nationalCalendar(year: number): WorkingCalendar | null {
  const days = Array.from({ length: 366 }, (_, offset) => addDays(`${String(year)}-01-01`, offset)).filter((date) =>
    date.startsWith(`${String(year)}-`),
  );
  const makeUpDays = days.filter((date) => isWeekend(date) && isWorkday(date));
  const holidays = days.filter((date) => !isWeekend(date) && !isWorkday(date));
  return holidays.length === 0 ? null : { holidays, makeUpDays };
}

function isWeekend(date: string): boolean {
  return weekdayOf(date) % 6 === 0;
}
