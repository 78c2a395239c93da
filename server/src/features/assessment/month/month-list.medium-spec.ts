import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

describeOnEachDatabase('The lead unit’s month of all counties', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  it('is read in the official order, whatever their points (no live ranking)', async () => {
    for (const name of ['孙吴县', '爱辉区', '逊克县']) await stage.handIn(name);
    const list = await stage.list();
    expect(list.rows.map(({ unitName }) => unitName)).toEqual([
      '爱辉区',
      '北安市',
      '五大连池市',
      '嫩江市',
      '逊克县',
      '孙吴县',
    ]);
    expect(JSON.stringify(list)).not.toMatch(/score|total|points/i);
  });

  it('counts how many counties could be made final now: agreed, or the days have run (Q18)', async () => {
    const id = await stage.reviewed('逊克县');
    await stage.reviewed('爱辉区');
    expect((await stage.list()).finalisable).toBe(0);
    await stage.agree(id, stage.officer);
    expect((await stage.list()).finalisable).toBe(1);
    stage.at('2022-05-25T16:00:00.000Z');
    expect((await stage.list()).finalisable).toBe(2);
    await stage.post(id, 'finalise', stage.lead);
    expect((await stage.list()).finalisable).toBe(1);
  });

  it('says that a promised spot check is not drawn yet, before which nothing becomes final (Q17)', async () => {
    const spotCheck = (verb: string) =>
      stage.ask({ method: 'POST', url: `/api/spot-checks/${verb}`, as: stage.lead, body: { period: '2022-05' } });
    stage.at('2022-04-29T02:00:00.000Z');
    expect((await stage.list()).isDrawPending).toBe(false);
    expect((await spotCheck('announce')).statusCode).toBe(200);
    expect((await stage.list()).isDrawPending).toBe(true);
    stage.at('2022-05-25T02:00:00.000Z');
    expect((await spotCheck('draw')).statusCode).toBe(200);
    expect((await stage.list()).isDrawPending).toBe(false);
  });

  it('tells of a sheet that was taken back, and of no review of it, although one was begun', async () => {
    const id = await stage.handIn('逊克县');
    const { version } = await stage.view(id, stage.lead);
    await stage.put(id, 'review', stage.lead, { version, review: { verdicts: [], reasons: {} } });
    const row = async () => (await stage.list()).rows.find(({ unitName }) => unitName === '逊克县');
    expect(await row()).toMatchObject({ isUnderReview: true, isTakenBack: false });
    await stage.post(id, 'withdraw', stage.officer);
    expect(await row()).toMatchObject({ state: 'draft', isUnderReview: false, isTakenBack: true });
  });
});
