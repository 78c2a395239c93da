import type { LightMyRequestResponse } from 'fastify';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const COUNTY = '逊克县';
const RECEIVED = '2022-05-19T02:00:00.000Z';

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
