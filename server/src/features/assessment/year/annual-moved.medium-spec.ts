import type { LightMyRequestResponse } from 'fastify';
import type { InboxView } from '@jiannuo/shared/notifications';
import { LOW, openAnnualStage, type AnnualStage } from '../../../../test/annual-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

describeOnEachDatabase('A final year of which a month was corrected since (附件2四)', (open) => {
  let annual: AnnualStage;

  beforeEach(async () => {
    annual = await openAnnualStage(open);
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    expect((await annual.finalise()).statusCode).toBe(200);
  });
  afterEach(() => annual.stage.close());

  /** What the lead unit's list asks about years. */
  const claims = async (): Promise<readonly string[]> => {
    const inbox = (await annual.stage.ask({ url: '/api/inbox', as: annual.lead })).json<InboxView>();
    const own = inbox.claims.filter(({ targets }) => targets.some(({ kind }) => kind === 'annual-result'));
    return own.map(({ title, about }) => `${title}：${about}`);
  };
  const correct = async (): Promise<LightMyRequestResponse> => {
    const { unitId, results } = await annual.row('孙吴县');
    const number = results.length;
    return annual.post('correct', { year: 2022, unitId, number, uncounted: [], reason: '5月得分更正' });
  };

  it('is the lead unit’s to do, and told to nobody with the old number', async () => {
    expect(await claims()).toEqual([]);
    await annual.tell('孙吴县', '2022-05', LOW);
    expect(await claims()).toEqual(['孙吴县2022年年度成绩要更正：5月的分更正过']);
    const refused = await annual.post('publish', { year: 2022 });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'assessment.annual-months-moved', sentence: '孙吴县有月份的分更正过，请先更正年度成绩再公布。' },
    ]);
    expect((await correct()).statusCode).toBe(200);
    expect(await claims()).toEqual([]);
    expect((await annual.post('publish', { year: 2022 })).statusCode).toBe(200);
  });

  it('is the lead unit’s to do also after it was told', async () => {
    expect((await annual.post('publish', { year: 2022 })).statusCode).toBe(200);
    await annual.tell('孙吴县', '2022-05', LOW);
    expect(await claims()).toHaveLength(1);
    await correct();
    expect(await claims()).toEqual([]);
  });
});
