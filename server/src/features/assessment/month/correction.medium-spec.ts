import type { LightMyRequestResponse } from 'fastify';
import type { VerdictSubject } from '@jiannuo/shared/assessment';
import type { LedgerMonthView, LedgerRowView } from '@jiannuo/shared/ledger';
import type { InboxView } from '@jiannuo/shared/notifications';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const COUNTY = '逊克县';

describeOnEachDatabase('A correction (更正) of a fixed month', (open) => {
  let stage: AssessmentStage;
  let id: string;
  let report: string;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    await stage.markDone(COUNTY, 1);
    stage.at('2022-05-24T02:00:00.000Z');
    await stage.handIn(COUNTY);
    id = await stage.reviewed(COUNTY);
    const sql = `SELECT o.id FROM obligation o JOIN assessment a ON a.unit_id = o.unit_id AND a.period = o.period
      WHERE a.id = ? AND o.kind = 'monthly-report'`;
    report = (await stage.rows<{ id: string }>(sql, [id]))[0]!.id;
  });
  afterEach(() => stage.close());

  const ask = (url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as: stage.lead, body });
  const extend = (dueAt: string): Promise<LightMyRequestResponse> =>
    ask(`obligations/${report}/extend`, { dueAt, reason: '准许延期' });
  const publish = async (): Promise<void> => {
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    expect((await stage.publish()).json()).toMatchObject({ counties: 6, restated: 0 });
  };
  const correct = async (subject: VerdictSubject, thing: string, counts: boolean): Promise<LightMyRequestResponse> => {
    const { version } = await stage.view(id, stage.lead);
    const verdicts = [{ subject, id: thing, counts, reason: '核对过原件' }];
    return stage.post(id, 'correct', stage.lead, { version, review: { verdicts, reasons: {} }, reason: '核对' });
  };
  const raw = async (): Promise<ReturnType<typeof scoreMonth>['raw']> =>
    scoreMonth((await stage.view(id, stage.lead)).scores.at(-1)!.month).raw;
  const toDo = async (): Promise<readonly string[]> => {
    await stage.deliver();
    const inbox = (await stage.get('/api/inbox', stage.lead)).json<InboxView>();
    return inbox.toDo.filter(({ target }) => target.kind === 'correction').map(({ title }) => title);
  };
  const rowIn = async (state: string): Promise<LedgerRowView> => {
    const { unitId } = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!;
    const url = `/api/ledger/month?period=2022-05&unitId=${unitId}`;
    return (await stage.get(url, stage.lead)).json<LedgerMonthView>().rows.find((row) => row.state === state)!;
  };
  const turn = ({ id: row, revision }: LedgerRowView, action: string): Promise<LightMyRequestResponse> =>
    ask(`ledger/rows/${row}/${action}`, { revision, reason: '核对签到表' });

  it('can be taken back: what it let go counts again, with the words of both on record', async () => {
    await publish();
    const { timeliness } = await raw();
    expect((await correct('obligation', report, false)).statusCode).toBe(200);
    expect(Number((await raw()).timeliness) - Number(timeliness)).toBe(1);
    expect((await correct('obligation', report, false)).json()).toMatchObject({ code: 'assessment.correction-same' });
    expect((await correct('obligation', report, true)).statusCode).toBe(200);
    expect(await raw()).toMatchObject({ timeliness });
    expect((await stage.view(id, stage.lead)).scores.map(({ kind }) => kind)).toEqual([
      'final',
      'correction',
      'correction',
    ]);
  });

  it('is due again, against the county, where a time was wrong that it was made for', async () => {
    await publish();
    const { timeliness } = await raw();
    const entry = { channel: 'email', receivedAt: '2022-05-19T02:00:00.000Z', basis: '邮箱截图', attachmentIds: [] };
    const entered = await ask('reports/enter-for', { obligationId: report, content: null, ...entry });
    expect(await toDo()).toHaveLength(1);
    await correct('obligation', report, false);
    expect(await toDo()).toEqual([]);
    const time = { receivedAt: '2022-05-23T02:00:00.000Z', reason: '看错了邮件' };
    const { reportId } = entered.json<{ reportId: string }>();
    expect((await ask(`reports/${reportId}/correct-time`, time)).statusCode).toBe(200);
    expect(await toDo()).toHaveLength(1);
    expect((await correct('obligation', report, true)).statusCode).toBe(200);
    expect(await raw()).toMatchObject({ timeliness });
    expect(await toDo()).toEqual([]);
  });

  it('before 通报 keeps nothing from the score that falls due after it', async () => {
    await extend('2022-05-30T16:00:00.000Z');
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    const planned = await rowIn('planned');
    expect((await correct('measure', planned.id, true)).statusCode).toBe(200);
    const accepted = (await raw()).completion;
    stage.at('2022-05-31T02:00:00.000Z');
    expect((await stage.publish()).json()).toEqual({ counties: 0, restated: 1 });
    await stage.agree(id, stage.officer);
    await stage.finaliseAll();
    expect((await stage.publish()).json()).toEqual({ counties: 6, restated: 0 });
    expect(await raw()).toMatchObject({ completion: accepted, timeliness: '3.00' });
  });

  it('is due where more time ran out after 通报, once, and can count what never came', async () => {
    await extend('2022-06-10T16:00:00.000Z');
    await publish();
    const { timeliness } = await raw();
    expect(await toDo()).toEqual([]);
    stage.at('2022-06-11T02:00:00.000Z');
    await stage.tick();
    expect(await toDo()).toEqual(['5月逊克县成绩要更正：通报以后“月报”漏报']);
    expect((await correct('obligation', report, true)).statusCode).toBe(200);
    expect(Number(timeliness) - Number((await raw()).timeliness)).toBe(1);
    await stage.tick();
    expect(await toDo()).toEqual([]);
  });

  it('is asked for nothing where it counted what ran out before anybody looked', async () => {
    await extend('2022-06-10T16:00:00.000Z');
    await publish();
    stage.at('2022-06-11T02:00:00.000Z');
    expect((await correct('obligation', report, true)).statusCode).toBe(200);
    await turn(await rowIn('done'), 'correct-undone');
    const due = await toDo();
    expect(due).toEqual([expect.stringMatching(/^5月逊克县成绩要更正：台账“.+”更正为没完成：核对签到表$/)]);
    await stage.tick();
    expect(await toDo()).toEqual(due);
  });

  it('is due each time the ledger moves away from what the score counts', async () => {
    await publish();
    await turn(await rowIn('done'), 'correct-undone');
    const row = await rowIn('returned');
    await correct('measure', row.id, false);
    expect(await toDo()).toEqual([]);
    expect((await turn(row, 'correct-done')).statusCode).toBe(200);
    expect(await toDo()).toEqual([expect.stringMatching(/^5月逊克县成绩要更正：台账“.+”更正为完成：核对签到表$/)]);
    await correct('measure', row.id, true);
    expect(await toDo()).toEqual([]);
  });

  it('is due where the ledger came to agree with it, and moved away again upon something new', async () => {
    await publish();
    const row = await rowIn('done');
    expect((await correct('measure', row.id, false)).statusCode).toBe(200);
    expect((await turn(row, 'correct-undone')).statusCode).toBe(200);
    expect(await toDo()).toEqual([]);
    expect((await turn(await rowIn('returned'), 'correct-done')).statusCode).toBe(200);
    expect(await toDo()).toEqual([expect.stringMatching(/^5月逊克县成绩要更正：台账“.+”更正为完成/)]);
    expect((await stage.view(id, stage.lead)).correctionFacts).toEqual([
      { part: 'measures', id: row.id, said: 'true' },
    ]);
  });

  it('leaves nothing to do that was done before word of it came', async () => {
    await publish();
    await stage.deliver();
    await turn(await rowIn('done'), 'correct-undone');
    expect((await correct('measure', (await rowIn('returned')).id, false)).statusCode).toBe(200);
    expect(await toDo()).toEqual([]);
  });
});
