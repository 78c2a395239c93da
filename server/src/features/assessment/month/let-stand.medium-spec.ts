import type { LightMyRequestResponse } from 'fastify';
import { historyNotes, type ScoreHistoryView } from '@jiannuo/shared/assessment';
import type { LedgerMonthView } from '@jiannuo/shared/ledger';
import type { InboxView } from '@jiannuo/shared/notifications';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const COUNTY = '逊克县';
const REASON = '当月已按口头报告认定，分数不受影响。';
const CAME = '5月逊克县成绩要更正：月报收到的时间记为5月19日 10:00';

describeOnEachDatabase('A published score beside which something came onto record (附件2四)', (open) => {
  let stage: AssessmentStage;
  let id: string;
  let unitId: string;

  const ask = (url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as: stage.lead, body });
  /** The month's report came by mail in time, which nobody noted before the month was told to all. */
  const enter = async (): Promise<void> => {
    const sql = "SELECT id FROM obligation WHERE unit_id = ? AND kind = 'monthly-report' AND period = '2022-05'";
    const [owed] = await stage.rows<{ id: string }>(sql, [unitId]);
    const entry = { channel: 'email', receivedAt: '2022-05-19T02:00:00.000Z', basis: '邮箱截图', attachmentIds: [] };
    const answer = await ask('reports/enter-for', { obligationId: owed!.id, content: null, ...entry });
    expect(answer.statusCode).toBe(200);
  };
  /** The lead unit says otherwise of the row in a state. */
  const say = async (state: string, action: string): Promise<void> => {
    const url = `/api/ledger/month?period=2022-05&unitId=${unitId}`;
    const { rows } = (await stage.get(url, stage.lead)).json<LedgerMonthView>();
    const { id: row, revision } = rows.find((each) => each.state === state)!;
    expect((await ask(`ledger/rows/${row}/${action}`, { revision, reason: '看过签到表' })).statusCode).toBe(200);
  };
  const letStand = async (reason = REASON, as = stage.lead): Promise<LightMyRequestResponse> => {
    const { version } = await stage.view(id, stage.lead);
    return stage.post(id, 'let-stand', as, { version, reason });
  };
  const due = async (): Promise<readonly string[]> => {
    await stage.deliver();
    const { toDo } = (await stage.get('/api/inbox', stage.lead)).json<InboxView>();
    return toDo.filter(({ target }) => target.kind === 'correction').map(({ title }) => title);
  };
  const notes = async (as: string): Promise<readonly string[]> => {
    const url = `/api/scores/history${as === stage.lead ? `?unitId=${unitId}` : ''}`;
    const { months } = (await stage.get(url, as)).json<ScoreHistoryView>();
    return historyNotes(months.find(({ period }) => period === '2022-05')!);
  };

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    await stage.markDone(COUNTY, 1);
    stage.at('2022-05-24T02:00:00.000Z');
    await stage.handIn(COUNTY);
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    expect((await stage.publish()).statusCode).toBe(200);
    const row = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!;
    unitId = row.unitId;
    id = row.assessmentId!;
  });
  afterEach(() => stage.close());

  it('is not settled by a page that was opened before it came', async () => {
    await say('done', 'correct-undone');
    const { version } = await stage.view(id, stage.lead);
    await enter();
    const stale = await stage.post(id, 'let-stand', stage.lead, { version, reason: REASON });
    expect([stale.statusCode, stale.json()]).toMatchObject([409, { code: 'assessment.review-behind' }]);
    expect((await stage.view(id, stage.lead)).correctionFacts).toHaveLength(2);
    expect((await letStand()).statusCode).toBe(200);
  });

  it('is let stand with a reason: the line to do ends, and both sides read why beside the month', async () => {
    await enter();
    expect(await due()).toEqual([CAME]);
    const before = await stage.view(id, stage.lead);
    expect(before.actions).toEqual(['correct', 'let-stand']);
    const report = before.records.obligations.find(({ kind }) => kind === 'monthly-report')!;
    expect(before.correctionFacts).toEqual([{ part: 'obligations', id: report.id, said: null }]);
    expect((await stage.view(id, stage.officer)).correctionFacts).toEqual([]);
    expect((await letStand(' ')).statusCode).toBe(422);
    expect((await letStand()).statusCode).toBe(200);
    expect(await due()).toEqual([]);
    const after = await stage.view(id, stage.lead);
    expect([after.state, after.scores, after.actions]).toEqual(['published', before.scores, ['correct']]);
    expect(after.correctionFacts).toEqual([]);
    const note = `5月24日不用更正：${REASON}`;
    expect([(await notes(stage.lead)).at(-1), (await notes(stage.officer)).at(-1)]).toEqual([note, note]);
    const { toKnow } = (await stage.get('/api/inbox', stage.officer)).json<InboxView>();
    expect(toKnow).toContainEqual(expect.objectContaining({ title: '5月考评得分不用更正', body: `理由：${REASON}` }));
  });

  it('is to be looked at anew once something else comes onto record, and not for what was taken back', async () => {
    await enter();
    await letStand();
    await say('done', 'correct-undone');
    expect(await due()).toHaveLength(1);
    await say('returned', 'correct-done');
    expect(await due()).toEqual([]);
    await say('done', 'correct-undone');
    expect(await due()).toEqual([expect.stringMatching(/^5月逊克县成绩要更正：台账“.+”更正为没完成/)]);
    expect((await letStand('材料已补。')).statusCode).toBe(200);
    expect(await due()).toEqual([]);
    expect((await notes(stage.lead)).slice(-2)).toEqual([`5月24日不用更正：${REASON}`, '5月24日不用更正：材料已补。']);
  });

  it('is to be looked at anew where what was let stand was taken back and came again', async () => {
    await say('done', 'correct-undone');
    await letStand();
    await say('returned', 'correct-done');
    expect(await due()).toEqual([]);
    await say('done', 'correct-undone');
    expect(await due()).toHaveLength(1);
  });

  it('can still be corrected afterwards', async () => {
    await enter();
    await letStand();
    const { version, records } = await stage.view(id, stage.lead);
    const report = records.obligations.find(({ kind }) => kind === 'monthly-report')!;
    const verdicts = [{ subject: 'obligation', id: report.id, counts: false, reason: '按时来的' }];
    const correction = { version, review: { verdicts, reasons: {} }, reason: '代录补记' };
    expect((await stage.post(id, 'correct', stage.lead, correction)).statusCode).toBe(200);
    expect(await due()).toEqual([]);
  });

  it('is let stand by one of two officers who do it at once', async () => {
    await enter();
    const answers = await Promise.all([letStand(), letStand()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await stage.rows('SELECT id FROM assessment_let_stand')).toHaveLength(1);
  });

  it('is let stand by the lead unit alone, and only where there is something to correct', async () => {
    const nothing = await letStand();
    expect([nothing.statusCode, nothing.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'assessment.nothing-to-correct' }),
    ]);
    await enter();
    expect((await letStand(REASON, stage.officer)).statusCode).toBe(403);
    expect(await due()).toEqual([CAME]);
  });
});
