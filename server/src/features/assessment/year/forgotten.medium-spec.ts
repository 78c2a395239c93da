import { openAnnualStage, type AnnualStage } from '../../../../test/annual-stage';
import { FIRST, TASK, YES } from '../../../../test/application-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

describeOnEachDatabase('An adjustment that was approved and counts to no month of the year (Q15)', (open) => {
  let annual: AnnualStage;
  let id: string;

  const post = async (as: string, url: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await annual.stage.ask({ method: 'POST', url: `/api/applications${url}`, as, body });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const approved = async (body: object): Promise<string> => {
    const { id: made } = await post(await annual.stage.as('逊克县', 'liaison'), '', body);
    await post(await annual.stage.as('市专班牵头单位', 'lead-officer'), `/${made}/decide`, YES);
    return made;
  };
  const confirm = (period: string, verdict: string, reason = ''): Promise<unknown> =>
    post(annual.lead, `/${id}/months`, { period, verdict, reason });
  const forgotten = async (as = annual.lead): Promise<readonly string[]> =>
    (await annual.view(as)).forgotten.map(({ id: named }) => named);

  beforeEach(async () => {
    annual = await openAnnualStage(open);
    annual.stage.at('2022-05-18T01:00:00.000Z');
    id = await approved(TASK);
    await approved(FIRST);
    annual.stage.at('2023-01-05T01:00:00.000Z');
  });
  afterEach(() => annual.stage.close());

  it('is named beside what stands against 定稿 and stands against nothing itself', async () => {
    const view = await annual.view();
    expect(view.forgotten).toEqual([{ id, unitName: '逊克县', title: TASK.title }]);
    expect(await forgotten(annual.county)).toEqual([]);
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    expect((await annual.view()).hindrances).toEqual([]);
    expect(await forgotten()).toEqual([id]);
    expect((await annual.finalise()).statusCode).toBe(200);
    expect(await forgotten()).toEqual([]);
  });

  it('is forgotten no more once a month counts it, or every month was answered', async () => {
    await confirm('2022-06', 'carried-out');
    expect(await forgotten()).toEqual([]);
    await confirm('2022-06', 'not-carried-out', '没开展。');
    expect(await forgotten()).toEqual([id]);
    await post(annual.lead, `/${id}/end`, { fromPeriod: '2022-07', reason: '任务取消了。' });
    expect(await forgotten()).toEqual([id]);
    await confirm('2022-05', 'not-carried-out', '没开展。');
    expect(await forgotten()).toEqual([]);
  });

  it('is not called so in the month in which it may still be carried out', async () => {
    annual.stage.at('2022-05-31T01:00:00.000Z');
    const lead = await annual.stage.as('市专班牵头单位', 'lead-officer');
    expect(await forgotten(lead)).toEqual([]);
    annual.stage.at('2022-05-31T16:00:00.000Z');
    expect(await forgotten(lead)).toEqual([id]);
  });
});
