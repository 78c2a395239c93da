import type { LightMyRequestResponse } from 'fastify';
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
    expect((await stage.post(id, 'agree', stage.officer)).statusCode).toBe(200);
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
    expect((await stage.post(id, 'agree', stage.officer)).statusCode).toBe(200);
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
      expect((await stage.post(id, 'agree', stage.officer)).statusCode).toBe(200);
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
    const verdicts = [{ subject: 'obligation', id: report, counts: false, reason: '5月19日邮件按时报来' }];
    const review = { verdicts, reasons: {} };
    const correction = { version, review, reason: '代录补记' };
    expect((await stage.post(id, 'correct', stage.lead, correction)).statusCode).toBe(200);
  });
});
