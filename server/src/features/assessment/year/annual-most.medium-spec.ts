import type { Replay } from '@jiannuo/shared/rulings';
import { scoreYear } from '@jiannuo/shared/scoring';
import { COUNTIES, CYCLE, LOW, openAnnualStage, type AnnualStage } from '../../../../test/annual-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const SHEET = ['2022-06', '2022-07'];

describeOnEachDatabase('A year whose months were scored by different readings (附件2 二, Q1, Q2)', (open) => {
  let annual: AnnualStage;

  beforeEach(async () => {
    annual = await openAnnualStage(open);
    for (const name of COUNTIES) {
      for (const period of CYCLE) {
        const materials = SHEET.includes(period) ? { materials: 'annex-3' } : {};
        const factor = period < '2022-10' ? {} : { monthlyFactor: '0.8' };
        await annual.tell(name, period, { ...LOW, rulings: { ...materials, ...factor } });
      }
    }
    await annual.rule('monthlyFactor', '0.8');
  });
  afterEach(() => annual.stage.close());

  const sandbox = async (name: string, value = ''): Promise<Replay> => {
    const url = `/api/rulings/sandbox?year=2022&name=${name}${value === '' ? '' : `&value=${value}`}`;
    return (await annual.stage.ask({ url, as: annual.lead })).json();
  };

  it('can reach the same in its result and in the sandbox', async () => {
    const { readings } = await sandbox('annualReading');
    // (4 × 49 + 2 × 45.5 + 3 × 56) / 9 = 50.56, × 0.7 = 35.39; (7 × 70 + 2 × 65) / 9 = 68.89; and 30 beside.
    expect(readings.map(({ most }) => most)).toEqual(['65.39', '80.56', '98.89']);
    await annual.rule('annualReading', 'literal');
    expect((await annual.finalise()).statusCode).toBe(200);
    const { results } = await annual.row('孙吴县');
    expect(scoreYear(results[0]!.year).trace[0]).toMatchObject({ rule: 'taskPart', outOf: '637/18' });
  });

  it('has no month moved in the sandbox that stands by the reading already', async () => {
    const heads = async (name: string, value?: string): Promise<string> =>
      (await sandbox(name, value)).moves.map(({ head }) => head).join('');
    expect(await heads('materials')).toContain('假如从头都按“附件3”，42个月度得分会变。');
    expect(await heads('monthlyFactor')).toContain('假如从头都按“乘70%”，18个月度得分会变。');
    expect(await heads('monthlyFactor', '0.8')).toContain('假如从头都按“乘80%”，36个月度得分会变。');
  });
});
