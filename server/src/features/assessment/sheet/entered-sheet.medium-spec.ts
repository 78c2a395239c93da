import { describeOnEachDatabase } from '../../../../test/databases';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';

describeOnEachDatabase('A county’s sheet that came by e-mail or on paper (附件3说明1)', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-24T01:00:00.000Z');
  });
  afterEach(() => stage.close());

  it('counts what came by e-mail: the receipt is noted, and the month is scored from the records', async () => {
    const owed = (await stage.list()).rows.find(({ unitName }) => unitName === '逊克县')!;
    const entry = {
      obligationId: owed.obligationId,
      channel: 'email',
      receivedAt: '2022-05-22T01:00:00.000Z',
      basis: '邮箱来件',
      attachmentIds: [],
      content: null,
    };
    const noted = await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: stage.lead, body: entry });
    expect(noted.statusCode).toBe(200);
    const id = await stage.reviewed('逊克县');
    expect(await stage.view(id, stage.lead)).toMatchObject({ state: 'reviewed', channel: 'email', sheet: null });
  });

  /** 逊克县's annex 3 as it came on paper in the morning of the 22nd, copied by the lead unit two days later. */
  async function copied(scores: object, total = ''): Promise<{ readonly id: string; readonly answer: object }> {
    const owed = (await stage.list()).rows.find(({ unitName }) => unitName === '逊克县')!;
    const body = {
      obligationId: owed.obligationId,
      channel: 'paper',
      receivedAt: '2022-05-22T01:00:00.000Z',
      basis: '收文登记本第31号',
      attachmentIds: [],
      content: { scores, total },
    };
    const answer = await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: stage.lead, body });
    return { id: await stage.open('逊克县'), answer: answer.json() };
  }

  it('reviews beside the county’s own numbers also where its sheet came on paper (附件3说明1)', async () => {
    const wrong = await copied({ completion: '40', timeliness: '5', information: '2' }, '48');
    expect(wrong.answer).toMatchObject({
      code: 'assessment.entered-total',
      sentence: '各项加起来是47.00，和原件总分48.00不同，请照原件核对。原件自己加错的，总分不填。',
    });
    const { id, answer } = await copied({ completion: '40', timeliness: '5', information: '2' }, '47');
    expect(answer).toMatchObject({ title: '自查评分', isOnTime: true });
    const { sheet, state, actions, version } = await stage.view(id, stage.lead);
    expect({ state, total: sheet?.content.total, remark: sheet?.content.draft.remark }).toEqual({
      state: 'submitted',
      total: '47.00',
      remark: '原件没写动态调整，按0分记。',
    });
    expect(sheet).toMatchObject({
      receivedAt: '2022-05-22T01:00:00.000Z',
      entry: { channel: 'paper', basis: '收文登记本第31号', by: expect.stringContaining('市专班牵头单位') },
    });
    expect(actions).toEqual(['review']);
    await stage.deliver();
    const inbox = (await stage.get('/api/inbox', stage.officer)).json<{ toKnow: { body: string; target: object }[] }>();
    expect(inbox.toKnow[0]).toMatchObject({ target: { kind: 'assessment', id } });
    expect(inbox.toKnow[0]!.body).toContain('自评总分47.00，和原件不同的，5月27日 周五 24:00前可以自己改。');
    const early = await stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons: {} } });
    expect([early.statusCode, early.json()]).toEqual([
      409,
      expect.objectContaining({
        code: 'assessment.copy-being-checked',
        sentence: '代录的自评，县里5月27日 周五 24:00前可以核对，核对交了或者过了再确认。现在可以先存着。',
      }),
    ]);
    stage.at('2022-05-27T16:00:00.000Z');
    const bare = await stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons: {} } });
    expect(bare.json()).toMatchObject({ code: 'assessment.reason-missing' });
  });

  it('lets the county put right what was copied for it, within its days and before the review', async () => {
    const { id } = await copied({ completion: '40', timeliness: '5', information: '2', adjustment: '0' });
    const { actions, draft, records } = await stage.view(id, stage.officer);
    expect(actions).toEqual(['edit', 'submit']);
    const scores = { completion: '40', timeliness: '5', information: '3', adjustment: '0' };
    const content = { measures: [], scores, remark: '原件是3分' };
    expect(records.obligations).toMatchObject([{}, { metAt: '2022-05-22T01:00:00.000Z' }]);
    const body = { revision: draft.revision, total: '48.00', content };
    expect((await stage.post(id, 'submit', stage.officer, body)).json()).toEqual({ number: 2 });
    const view = await stage.view(id, stage.lead);
    expect(view.actions).toEqual(['review', 'confirm']);
    expect(view).toMatchObject({
      channel: 'paper',
      metAt: '2022-05-22T01:00:00.000Z',
      sheet: { number: 2, entry: null, content: { total: '48.00' } },
      earlierSheets: [{ number: 1, content: { total: '47.00' } }],
    });
    stage.at('2022-05-27T16:00:00.000Z');
    expect(
      (await stage.post(id, 'submit', stage.officer, { ...body, revision: draft.revision + 1 })).json(),
    ).toMatchObject({ code: 'assessment.entry-check-over' });
    expect((await copied({ completion: '40' })).answer).toMatchObject({ code: 'obligations.already-met' });
  });

  it('takes no copied numbers once the month is reviewed: the receipt alone can be noted', async () => {
    const id = await stage.open('逊克县');
    const { version } = await stage.view(id, stage.lead);
    const review = { verdicts: [], reasons: {} };
    expect((await stage.post(id, 'confirm', stage.lead, { version, review })).statusCode).toBe(200);
    expect((await copied({ completion: '40' })).answer).toMatchObject({ code: 'assessment.entered-after-review' });
  });
});
