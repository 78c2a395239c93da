import type { RegisterView } from '@jiannuo/shared/rulings';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { describeOnEachDatabase } from '../../../../test/databases';
import { YearStage } from '../../../../test/year-stage';
import { execute, Transactions } from '../../../platform/database';
import { GroupYears } from '../../obligations';

const COUNTY = '逊克县';

describeOnEachDatabase('A first month that had two days’ notice (Q7)', (open) => {
  let year: YearStage;

  beforeEach(async () => {
    year = await YearStage.open(open);
  });
  afterEach(() => year.close());

  const letGo = async (): Promise<void> => {
    const { database, app } = year.server;
    const [row] = await database.rows<{ id: string; settings: string }>(
      `SELECT y.id, y.settings FROM group_year y JOIN unit u ON u.group_id = y.group_id WHERE u.name = ?`,
      [COUNTY],
    );
    const settings = JSON.stringify({ ...(JSON.parse(row!.settings) as object), firstPeriodLenient: true });
    await app.get(Transactions).run(async (tx) => {
      await execute(tx, 'UPDATE group_year SET settings = ? WHERE id = ?', [settings, row!.id]);
    });
    app.get(GroupYears).forget();
  };
  /** The month's report a day late, its sheet in time and reviewed: the points for timeliness, as they were confirmed. */
  const timelinessOf = async (period: string): Promise<string> => {
    year.at(`${period}-19T02:00:00.000Z`);
    await year.openMonth(period);
    year.at(`${period}-21T02:00:00.000Z`);
    await year.report(COUNTY, period);
    await year.assess(COUNTY, period);
    const id = await year.review(COUNTY, period);
    const { review } = await year.assessment(COUNTY, id);
    return scoreMonth(review!.month).raw.timeliness;
  };

  it('counts like any other month as long as nobody says otherwise', async () => {
    expect(await timelinessOf('2022-04')).toBe('4.00');
  });

  it('costs no point for what came late where the year lets it go; the month after does', async () => {
    const firstMonth = async () => (await year.get<RegisterView>(COUNTY, '/api/rulings?year=2022')).firstMonth;
    expect(await firstMonth()).toEqual({ period: '2022-04', isLenient: false });
    await letGo();
    expect(await firstMonth()).toEqual({ period: '2022-04', isLenient: true });
    expect(await timelinessOf('2022-04')).toBe('5.00');
    expect(await timelinessOf('2022-05')).toBe('4.00');
  });
});
