import type { LightMyRequestResponse } from 'fastify';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, openReportStage, type ReportStage } from '../../../test/report-stage';

const UNIT = '逊克县';
const ENTRY = { channel: 'paper', receivedAt: '2022-05-18T01:00:00.000Z', basis: '收文登记', attachmentIds: [] };
const CHANGE = { path: 'signOff/signer', from: '', to: '办公室' };
const REMARKS = [{ path: 'headings/h1', text: '请写明日期。' }];

describeOnEachDatabase('What a unit has been let off (免报)', (open) => {
  let stage: ReportStage;
  let officer: string;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at('2022-05-18T02:00:00.000Z');
    officer = await stage.as(UNIT, 'liaison');
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  const post = (as: string, path: string, body: object = {}): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${path}`, as, body });
  const waive = async (kind?: 'report-correction'): Promise<string> => {
    const { id } = await stage.obligation(UNIT, kind);
    expect((await post(lead, `obligations/${id}/waive`, { reason: '并入市级统报' })).statusCode).toBe(200);
    return id;
  };
  const save = (report: string, changes: object[]): Promise<LightMyRequestResponse> => {
    const body = { revision: 0, device: 'phone-1', changes };
    return stage.ask({ method: 'PUT', url: `/api/reports/${report}/draft`, as: officer, body });
  };
  const submit = (report: string, content: unknown): Promise<LightMyRequestResponse> =>
    post(officer, `reports/${report}/submit`, { revision: 0, device: 'phone-1', content });
  const outcome = (answer: LightMyRequestResponse): [number, string] => [
    answer.statusCode,
    answer.json<{ code: string }>().code,
  ];

  it('is a conflict for whatever would still do it, whether or not the rest is right', async () => {
    const id = await waive();
    const answers = {
      open: await post(officer, 'reports', { obligationId: id }),
      enter: await post(lead, 'reports/enter-for', { ...ENTRY, obligationId: id, content: COMPLETE }),
      enterWrongly: await post(lead, 'reports/enter-for', { ...ENTRY, basis: '', obligationId: id, content: {} }),
    };
    for (const answer of Object.values(answers)) expect(outcome(answer)).toEqual([409, 'obligations.is-waived']);
    for (const body of [{ reason: '再免一次' }, { reason: '' }]) {
      expect(outcome(await post(lead, `obligations/${id}/waive`, body))).toEqual([409, 'obligations.already-waived']);
    }
    for (const dueAt of ['2022-05-25T16:00:00.000Z', '2022-05-01T16:00:00.000Z']) {
      const answer = await post(lead, `obligations/${id}/extend`, { dueAt, reason: '停电' });
      expect(outcome(answer)).toEqual([409, 'obligations.already-waived']);
    }
    const reminded = await post(lead, 'reminders', { obligationIds: [id] });
    expect(reminded.json()).toMatchObject({ queued: 0, alreadyDone: 1 });
  });

  it('is a conflict for a report that was begun before, and nothing of it changes', async () => {
    const report = await stage.open(UNIT);
    const { draft } = await stage.view(officer, report);
    const id = await waive();
    for (const changes of [[CHANGE], [{ ...CHANGE, path: 'nowhere' }]]) {
      expect(outcome(await save(report, changes))).toEqual([409, 'obligations.is-waived']);
    }
    for (const content of [COMPLETE, {}, null]) {
      expect(outcome(await submit(report, content))).toEqual([409, 'obligations.is-waived']);
    }
    expect(outcome(await post(officer, `reports/${report}/withdraw`))).toEqual([409, 'reporting.not-possible-draft']);
    for (const step of ['accept', 'return']) {
      const answer = await post(lead, `reports/${report}/${step}`, step === 'return' ? { remarks: REMARKS } : {});
      expect(answer.statusCode).toBe(409);
    }
    expect((await post(officer, 'reports', { obligationId: id })).json()).toEqual({ reportId: report });
    expect((await stage.view(officer, report)).draft).toEqual(draft);
    expect(outcome(await post(lead, `obligations/${id}/unwaive`))).toEqual([200, undefined]);
    expect(outcome(await post(lead, `obligations/${id}/unwaive`))).toEqual([409, 'obligations.not-waived']);
    expect((await stage.submit(UNIT, report)).statusCode).toBe(200);
    for (const [step, body] of [
      ['waive', { reason: '已报' }],
      ['extend', { dueAt: '2022-05-25T16:00:00.000Z', reason: '停电' }],
    ] as const) {
      const answer = await post(lead, `obligations/${id}/${step}`, body);
      expect(outcome(answer)).toEqual([409, 'obligations.already-handed-in']);
    }
  });

  it('is a conflict too when it is the answer to a return', async () => {
    const report = await stage.open(UNIT);
    await stage.submit(UNIT, report);
    expect((await post(lead, `reports/${report}/return`, { remarks: REMARKS })).statusCode).toBe(200);
    const id = await waive('report-correction');
    const { obligationId } = await stage.view(officer, report);
    expect(outcome(await save(report, [CHANGE]))).toEqual([409, 'obligations.is-waived']);
    expect(outcome(await submit(report, COMPLETE))).toEqual([409, 'obligations.is-waived']);
    for (const each of [id, obligationId]) {
      const answer = await post(lead, 'reports/enter-for', { ...ENTRY, obligationId: each, content: null });
      expect(outcome(answer)).toEqual([409, 'obligations.is-waived']);
    }
    expect((await stage.view(officer, report)).actions).toEqual([]);
    expect((await post(lead, `obligations/${id}/unwaive`)).statusCode).toBe(200);
    expect((await stage.view(officer, report)).actions).toEqual(['edit', 'submit']);
  });
});
