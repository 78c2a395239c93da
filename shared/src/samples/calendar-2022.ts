import { addDays, daysBetween, type DateText, type WorkingCalendar } from '../kernel';

function span(from: DateText, to: DateText): readonly DateText[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

/** Public holidays and make-up working days of 2022, as the State Council's office announced them. */
export const CALENDAR_2022: WorkingCalendar = {
  holidays: [
    ...span('2022-01-01', '2022-01-03'),
    ...span('2022-01-31', '2022-02-06'),
    ...span('2022-04-03', '2022-04-05'),
    ...span('2022-04-30', '2022-05-04'),
    ...span('2022-06-03', '2022-06-05'),
    ...span('2022-09-10', '2022-09-12'),
    ...span('2022-10-01', '2022-10-07'),
    ...span('2022-12-31', '2023-01-02'),
  ],
  makeUpDays: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
};
