import type { LightMyRequestResponse } from 'fastify';
import type { LedgerMonthView, LedgerRowView } from '@jiannuo/shared/ledger';
import type { InboxView } from '@jiannuo/shared/notifications';
import { scoreMonth } from '@jiannuo/shared/scoring';
import type { NoticeStanding, NoticeView } from '@jiannuo/shared/supervision';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import { ORDER } from '../../../../test/supervision-stage';

const COUNTY = '逊克县';
const RECEIVED = '2022-05-19T02:00:00.000Z';
/** An answer that came by mail a day before the time for it ended. */
const ENTERED = {
  ...{ text: '材料报送了。', receivedAt: '2022-05-25T02:00:00.000Z', channel: 'email' },
  evidence: [{ id: 'e1', title: '材料', kind: 'document', attachmentId: null }],
};

describeOnEachDatabase('What a county owed, decided or put on record after its review (art. 9, Q11)', (open) => {
  let stage: AssessmentStage;
  let id: string;
  let report: string;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    await stage.markDone(COUNTY, 1);
    stage.at('2022-05-24T02:00:00.000Z');
    await stage.handIn(COUNTY);
    id = await stage.reviewed(COUNTY);
    const { unitId } = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!;
    const sql = "SELECT id FROM obligation WHERE unit_id = ? AND kind = 'monthly-report' AND period = '2022-05'";
    const [owed] = await stage.rows<{ id: string }>(sql, [unitId]);
    report = owed!.id;
  });
  afterEach(() => stage.close());

  const ask = (url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as: stage.lead, body });
  const enter = (): Promise<LightMyRequestResponse> => {
    const entry = { channel: 'email', receivedAt: RECEIVED, basis: '邮箱截图', attachmentIds: [] };
    return ask('reports/enter-for', { obligationId: report, content: null, ...entry });
  };
  /** The points for material in time, and their reason, as the county reads them in its review. */
  const inTime = async (): Promise<string> => {
    const { review } = await stage.view(id, await stage.as(COUNTY, 'liaison'));
    return scoreMonth(review!.month).raw.timeliness;
  };

  it('is counted as the record says: what came in time by mail and was entered late costs nothing', async () => {
    const before = await inTime();
    expect((await enter()).statusCode).toBe(200);
    expect(Number(await inTime()) - Number(before)).toBe(1);
    const { state, objectionClosesAt } = await stage.view(id, stage.lead);
    expect([state, objectionClosesAt]).toEqual(['reviewed', '2022-05-27T16:00:00.000Z']);
  });

  it('counts for nothing once it is waived, and for something again once that is taken back', async () => {
    const before = await inTime();
    expect((await ask(`obligations/${report}/waive`, { reason: '疫情管控' })).statusCode).toBe(200);
    expect(Number(await inTime()) - Number(before)).toBe(1);
    expect((await ask(`obligations/${report}/unwaive`, {})).statusCode).toBe(200);
    expect(await inTime()).toBe(before);
  });

  it('costs what it costs also where it fell due after the review: the county reads it before the month is final (Q11, Q18)', async () => {
    const before = await inTime();
    const extension = { dueAt: '2022-05-26T16:00:00.000Z', reason: '准许延期' };
    expect((await ask(`obligations/${report}/extend`, extension)).statusCode).toBe(200);
    expect(Number(await inTime()) - Number(before)).toBe(1);
    stage.at('2022-05-30T02:00:00.000Z');
    const finalise = () => stage.post(id, 'finalise', stage.lead);
    expect((await finalise()).json()).toMatchObject({ isRestated: true });
    expect(await inTime()).toBe(before);
    await stage.deliver();
    const inbox = (await stage.get('/api/inbox', stage.officer)).json<{ toKnow: { title: string; body: string }[] }>();
    const told = inbox.toKnow.find(({ title }) => title.startsWith('5月考评的分从'));
    expect(told?.body).toMatch(/^复核以后“月报”漏报。异议期重新算，6月2日 /);
    expect((await finalise()).json()).toMatchObject({ code: 'assessment.objection-open' });
    expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
    expect((await finalise()).json()).toMatchObject({ isRestated: false });
    expect((await stage.view(id, stage.lead)).scores).toHaveLength(1);
  });

  it('is told to nobody as final either, where it fell due between 定稿 and 通报', async () => {
    const extension = { dueAt: '2022-05-30T16:00:00.000Z', reason: '准许延期' };
    expect((await ask(`obligations/${report}/extend`, extension)).statusCode).toBe(200);
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    stage.at('2022-05-31T02:00:00.000Z');
    expect((await stage.publish()).json()).toEqual({ counties: 0, restated: 1 });
    expect(await stage.view(id, stage.lead)).toMatchObject({ state: 'reviewed' });
    expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
    expect((await stage.finaliseAll()).json()).toEqual({ counties: 1, restated: 0, left: 0 });
    expect((await stage.publish()).json()).toEqual({ counties: 6, restated: 0 });
  });

  describe('of what a slip asked for', () => {
    let notice: string;
    let ticket: string;
    let before: string;

    const step = async (action: string, as: string, reason = ''): Promise<LightMyRequestResponse> => {
      const { version } = (await stage.get(`/api/supervision/notices/${notice}`, as)).json<NoticeView>();
      const body = { action, version, reason };
      return stage.ask({ method: 'POST', url: `/api/supervision/notices/${notice}/steps`, as, body });
    };
    const take = (action: string, said: object, as = stage.lead): Promise<LightMyRequestResponse> =>
      stage.ask({ method: 'POST', url: `/api/supervision/tickets/${ticket}/steps`, as, body: { action, ...said } });

    beforeEach(async () => {
      const { unitId } = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!;
      const content = {
        ...ORDER,
        ...{ ground: 'report-due', fields: {}, answer: 'material', dueAt: '2022-05-25T10:00:00.000Z' },
        addressees: [{ unitId, part: 'main' }],
      };
      const drafted = await ask('supervision/notices', { kind: 'slip', content, correctsId: null });
      notice = drafted.json<NoticeStanding>().id;
      for (const [action, as] of [
        ['send', stage.lead],
        ['check', await stage.second()],
        ['issue', stage.lead],
      ] as const) {
        expect((await step(action, as)).statusCode).toBe(200);
      }
      const [row] = await stage.rows<{ id: string }>('SELECT id FROM supervision_ticket WHERE notice_id = ?', [notice]);
      ticket = row!.id;
      before = await inTime();
      expect((await take('sign', {}, stage.officer)).statusCode).toBe(200);
      const wish = { text: '要等数据。', dueAt: '2022-05-27T10:00:00.000Z' };
      expect((await take('ask-extension', wish, stage.officer)).statusCode).toBe(200);
      expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
      stage.at('2022-05-26T02:00:00.000Z');
      expect((await stage.post(id, 'finalise', stage.lead)).json()).toMatchObject({ isRestated: true });
      expect(Number(await inTime()) - Number(before)).toBe(-1);
    });

    it.each([
      ['that the slip was void', () => step('void', stage.lead, '发错了。')],
      ['that more time was granted', () => take('grant-extension', { text: '' })],
      ['that it came by mail in time', () => take('enter-answer', ENTERED)],
    ])('costs nothing any more %s: the county is told', async (_what, act) => {
      expect((await act()).statusCode).toBe(200);
      expect(await inTime()).toBe(before);
      expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    });
  });

  it('is no more time for a self-assessment that a review has closed, nor is its waiver taken back (Q4)', async () => {
    const { rows } = await stage.list();
    const { obligationId } = rows.find(({ unitName }) => unitName === '孙吴县')!;
    expect((await ask(`obligations/${obligationId}/waive`, { reason: '疫情管控' })).statusCode).toBe(200);
    await stage.reviewed('孙吴县');
    const closed = { code: 'assessment.sheet-closed' };
    expect((await ask(`obligations/${obligationId}/unwaive`, {})).json()).toMatchObject(closed);
    const extension = { dueAt: '2022-05-26T16:00:00.000Z', reason: '准许延期' };
    const own = rows.find(({ unitName }) => unitName === '北安市')!.obligationId;
    const month = await stage.open('北安市');
    const { version } = await stage.view(month, stage.lead);
    const confirmed = await stage.post(month, 'confirm', stage.lead, {
      version,
      review: { verdicts: [], reasons: {} },
    });
    expect(confirmed.statusCode).toBe(200);
    expect((await ask(`obligations/${own}/extend`, extension)).json()).toMatchObject(closed);
  });

  it('is put on record beside a published month, which a correction alone changes; it is waived there no more', async () => {
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    expect((await stage.publish()).statusCode).toBe(200);
    expect((await ask(`obligations/${report}/waive`, { reason: '疫情管控' })).json()).toMatchObject({
      code: 'information.month-published',
    });
    expect((await enter()).statusCode).toBe(200);
    const { state, version, scores } = await stage.view(id, stage.lead);
    expect([state, scores.length]).toEqual(['published', 1]);
    const lines = async () => {
      await stage.deliver();
      const [lead, county] = await Promise.all([
        stage.get('/api/inbox', stage.lead),
        stage.get('/api/inbox', stage.officer),
      ]);
      const { toDo } = lead.json<InboxView>();
      const title = '5月成绩已经通报，是否更正由牵头单位办理';
      return [
        toDo.filter(({ target }) => target.kind === 'correction').map((each) => each.title),
        county
          .json<InboxView>()
          .toKnow.filter((each) => each.title === title)
          .map(({ body }) => body),
      ];
    };
    const said = '月报收到的时间记为5月19日 10:00';
    expect(await lines()).toEqual([[`5月逊克县成绩要更正：${said}`], [`${said}。`]]);
    const verdicts = [{ subject: 'obligation', id: report, counts: false, reason: '5月19日邮件按时报来' }];
    const review = { verdicts, reasons: {} };
    const correction = { version, review, reason: '代录补记' };
    expect((await stage.post(id, 'correct', stage.lead, correction)).statusCode).toBe(200);
    expect((await lines())[0]).toEqual([]);
  });

  describe('a row of the ledger', () => {
    const rowIn = async (state: string, as = stage.lead): Promise<LedgerRowView> => {
      const { unitId } = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!;
      const { rows } = (
        await stage.get(`/api/ledger/month?period=2022-05&unitId=${unitId}`, as)
      ).json<LedgerMonthView>();
      return rows.find((row) => row.state === state)!;
    };
    const act = ({ id: row, revision }: LedgerRowView, action: string, as: string, more = {}) =>
      stage.ask({ method: 'POST', url: `/api/ledger/rows/${row}/${action}`, as, body: { revision, ...more } });
    const completion = async (): Promise<string> => {
      const { review } = await stage.view(id, stage.officer);
      return scoreMonth(review!.month).raw.completion;
    };

    it('that the lead unit gives back counts no more: the score is stated anew, and the county told', async () => {
      const before = await completion();
      await stage.agree(id, stage.officer);
      expect((await act(await rowIn('done'), 'return', stage.lead, { reason: '佐证不对。' })).statusCode).toBe(200);
      expect(Number(before) - Number(await completion())).toBeCloseTo(5.71, 1);
      expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
      await stage.deliver();
      const inbox = (await stage.get('/api/inbox', stage.officer)).json<InboxView>();
      const told = inbox.toKnow.find(({ title }) => title.startsWith('5月考评的分从'));
      expect(told?.body).toMatch(/^台账“.+”复核没认：佐证不对。异议期重新算/);
    });

    it('that was given back by mistake is put right by the lead unit, and counts again', async () => {
      const before = await completion();
      expect((await act(await rowIn('done'), 'return', stage.lead, { reason: '看错了县。' })).statusCode).toBe(200);
      const back = await rowIn('returned');
      expect((await act(back, 'correct-done', stage.lead, { reason: '退错了，佐证是对的。' })).statusCode).toBe(200);
      expect(await completion()).toBe(before);
      expect((await stage.view(id, stage.lead)).review?.reason).toContain('更正为完成');
    });

    it('that is corrected after 定稿 takes the final score back', async () => {
      const before = await completion();
      await stage.final(COUNTY);
      const undone = await act(await rowIn('done'), 'correct-undone', stage.lead, { reason: '没有签到表' });
      expect(undone.statusCode).toBe(200);
      expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
      const row = await rowIn('returned');
      const done = await act(row, 'correct-done', stage.lead, { reason: '签到表找到了' });
      expect(done.statusCode).toBe(200);
      expect(await completion()).toBe(before);
    });

    it('that is corrected beside a published month is for the lead unit to correct there', async () => {
      for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
      expect((await stage.publish()).statusCode).toBe(200);
      const due = async (): Promise<readonly string[]> => {
        await stage.deliver();
        const { toDo } = (await stage.get('/api/inbox', stage.lead)).json<InboxView>();
        return toDo.filter(({ target }) => target.kind === 'correction').map(({ title }) => title);
      };
      const done = await rowIn('done');
      expect((await act(done, 'correct-undone', stage.lead, { reason: '没有签到表' })).statusCode).toBe(200);
      expect(await due()).toEqual([expect.stringMatching(/^5月逊克县成绩要更正：台账“.+”更正为没完成：没有签到表$/)]);
      const back = await act(await rowIn('returned'), 'correct-done', stage.lead, { reason: '签到表找到了' });
      expect(back.statusCode).toBe(200);
      expect(await due()).toEqual([]);
    });

    it('is moved by the county no more, so that all counties are treated alike; an objection is its way', async () => {
      const refused = { code: 'ledger.month-reviewed' };
      const completed = { work: '办了。', result: '', figure: '', evidence: [] };
      const done = await rowIn('done', stage.officer);
      expect(done.actions).toEqual(['record']);
      expect((await act(done, 'reopen', stage.officer)).json()).toMatchObject(refused);
      const late = await act(await rowIn('planned'), 'mark-done', stage.officer, { completion: completed });
      expect([late.statusCode, late.json()]).toEqual([409, expect.objectContaining(refused)]);
      await stage.post(id, 'object', stage.officer, { line: 'completion', text: '23日办完了，佐证见附件。' });
      await stage.post(id, 'answer', stage.lead, { number: 1, isUpheld: true, reason: '请补上。' });
      const taken = await act(await rowIn('planned'), 'mark-done', stage.officer, { completion: completed });
      expect(taken.statusCode).toBe(200);
    });
  });
});
