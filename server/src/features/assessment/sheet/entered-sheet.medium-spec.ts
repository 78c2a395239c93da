import type { LightMyRequestResponse } from 'fastify';
import type { AssessmentView } from '@jiannuo/shared/assessment';
import type { InboxView } from '@jiannuo/shared/notifications';
import { scoreMonth } from '@jiannuo/shared/scoring';
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
  async function copied(
    scores: object | null,
    total = '',
    receivedAt = '2022-05-22T01:00:00.000Z',
  ): Promise<{ readonly id: string; readonly answer: object }> {
    const owed = (await stage.list()).rows.find(({ unitName }) => unitName === '逊克县')!;
    const body = {
      obligationId: owed.obligationId,
      channel: 'paper',
      receivedAt,
      basis: '收文登记本第31号',
      attachmentIds: [],
      content: scores === null ? null : { scores, total },
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
    const held = { code: 'assessment.copy-being-checked', facts: { dueAt: '2022-05-27T16:00:00.000Z' } };
    expect((await stage.view(id, stage.lead)).confirmRefusal).toEqual(held);
    expect((await stage.view(id, stage.officer)).confirmRefusal).toBeNull();
    await stage.deliver();
    const inbox = (await stage.get('/api/inbox', stage.officer)).json<{ toKnow: { body: string; target: object }[] }>();
    expect(inbox.toKnow[0]).toMatchObject({ target: { kind: 'assessment', id } });
    expect(inbox.toKnow[0]!.body).toContain('自评总分47.00，和原件不同的，5月27日 周五 24:00前可以自己改；');
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
    expect([view.actions, view.confirmRefusal]).toEqual([['review', 'confirm'], null]);
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

  describe('entered after the review', () => {
    const SCORES = { completion: '40', timeliness: '5', information: '2', adjustment: '0' };
    let id: string;

    beforeEach(async () => {
      id = await stage.open('逊克县');
      expect((await confirm()).statusCode).toBe(200);
    });

    async function confirm(reasons: object = {}): Promise<LightMyRequestResponse> {
      const { version } = await stage.view(id, stage.lead);
      return stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons } });
    }
    const pointsOf = ({ review }: AssessmentView) => scoreMonth(review!.month).raw;

    it('counts as in time with its numbers beside the reviewer’s, which only the time moves', async () => {
      const before = await stage.view(id, stage.lead);
      expect(before.actions).toContain('enter-for');
      const { answer } = await copied(SCORES, '47');
      expect(answer).toMatchObject({ isOnTime: true });
      const after = await stage.view(id, stage.lead);
      expect(after).toMatchObject({
        state: 'reviewed',
        metAt: '2022-05-22T01:00:00.000Z',
        sheet: { content: { total: '47.00' }, entry: { channel: 'paper' } },
        review: { number: 2, reason: '自查评分收到的时间记为5月22日 09:00' },
        earlierReviews: [{ number: 1 }],
      });
      expect(after.actions).not.toContain('enter-for');
      const [old, now] = [pointsOf(before), pointsOf(after)];
      expect(now).toEqual({ ...old, timeliness: now.timeliness, total: now.total });
      expect(Number(now.timeliness) - Number(old.timeliness)).toBe(1);
      const seen = await stage.view(id, stage.officer);
      expect([seen.actions, seen.sheet?.content.total]).toEqual([['agree', 'object'], '47.00']);
      await stage.deliver();
      const { toKnow } = (await stage.get('/api/inbox', stage.officer)).json<InboxView>();
      const told = toKnow.find(({ kind }) => kind === 'entered');
      expect(told?.target.kind).toBe('entered-receipt');
      expect(told?.body).toContain(
        '自评总分47.00已经记下，放在复核的分旁边。收到时间不对的，5月27日 周五 24:00前可以提不同。',
      );
    });

    it('leaves the review as it was where it came late, and what the county agreed to', async () => {
      expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
      const { answer } = await copied(SCORES, '47', '2022-05-24T00:30:00.000Z');
      expect(answer).toMatchObject({ isOnTime: false });
      expect(await stage.view(id, stage.lead)).toMatchObject({
        state: 'settled',
        sheet: { content: { total: '47.00' } },
        review: { number: 1 },
        earlierReviews: [],
      });
      expect((await stage.post(id, 'finalise', stage.lead)).statusCode).toBe(200);
    });

    it('is reviewed anew beside its numbers where an objection is upheld', async () => {
      await stage.post(id, 'object', stage.officer, { line: 'completion', text: '4项都办完了。' });
      expect((await copied(SCORES, '47')).answer).toMatchObject({ isOnTime: true });
      expect((await stage.view(id, stage.lead)).state).toBe('objected');
      const answer = { number: 1, isUpheld: true, reason: '再看一遍。' };
      expect((await stage.post(id, 'answer', stage.lead, answer)).statusCode).toBe(200);
      expect((await confirm()).json()).toMatchObject({ code: 'assessment.copy-being-checked' });
      stage.at('2022-05-27T16:00:00.000Z');
      expect((await confirm()).json()).toMatchObject({ code: 'assessment.reason-missing' });
      const reasons = { completion: '佐证不够', timeliness: '按记录', information: '没有采用' };
      expect((await confirm(reasons)).statusCode).toBe(200);
      expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    });

    it('is refused once the month is final, with what to do instead: the receipt alone moves it still', async () => {
      await stage.final('逊克县');
      expect((await copied(SCORES, '47')).answer).toMatchObject({
        code: 'assessment.entered-after-final',
        sentence: '这个县已经定稿，自评分收不进去了。请把自评分清空，只登记收到的时间；成绩要改的，办更正。',
      });
      expect(await stage.view(id, stage.lead)).toMatchObject({ state: 'final', metAt: null, sheet: null });
      expect((await copied(null)).answer).toMatchObject({ isOnTime: true });
      expect(await stage.view(id, stage.lead)).toMatchObject({ state: 'reviewed', sheet: null });
    });

    it('is in, or is refused, where the month is made final at the same moment: never half of it', async () => {
      expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
      const [entered, fixed] = await Promise.all([copied(SCORES, '47'), stage.post(id, 'finalise', stage.lead)]);
      const view = await stage.view(id, stage.lead);
      if (fixed.statusCode === 200) {
        expect(entered.answer).toMatchObject({ code: 'assessment.entered-after-final' });
        expect(view).toMatchObject({ state: 'final', sheet: null, metAt: null });
      } else {
        expect(entered.answer).toMatchObject({ isOnTime: true });
        expect(view).toMatchObject({ state: 'reviewed', sheet: { content: { total: '47.00' } }, scores: [] });
      }
    });
  });
});
