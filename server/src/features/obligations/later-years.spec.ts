import type { ObligationSettings } from '@jiannuo/shared/obligations';
import { settingsAt } from './later-years';

const OWN = { calendar: { holidays: ['2022-10-03'], makeUpDays: [] } } as unknown as ObligationSettings;

describe('The settings of a year', () => {
  it('are its own until it ends, with the holidays of the next year: what is asked for in December is due in January', () => {
    const { holidays } = settingsAt(OWN, 2022, '2022-12-31T15:59:00.000Z').calendar;
    expect(holidays).toEqual(expect.arrayContaining(['2022-10-03', '2023-01-24']));
    expect(holidays).not.toContain('2022-10-04');
  });

  it('go on after it with the nation’s holidays of the later years, and with its own', () => {
    const { holidays, makeUpDays } = settingsAt(OWN, 2022, '2023-01-09T02:00:00.000Z').calendar;
    expect(holidays).toEqual(expect.arrayContaining(['2022-10-03', '2023-01-24']));
    expect(makeUpDays).toContain('2023-01-28');
  });

  it('go on where no holidays are announced yet', () => {
    expect(settingsAt(OWN, 2022, '2060-01-09T02:00:00.000Z').calendar.holidays).toContain('2022-10-03');
  });
});
