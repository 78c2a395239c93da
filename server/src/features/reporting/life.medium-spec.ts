import { createHash } from 'node:crypto';
import { canonicalJson } from '@jiannuo/shared/kernel';
import type { ReceiptView, ReportView } from '@jiannuo/shared/reporting';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, MAY, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

describeOnEachDatabase('The life of a report', (open) => {
  let stage: ReportStage;
  let officer: string;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  it('is opened once for a month, whoever asks first', async () => {
    const { id } = await stage.obligation('逊克县');
    const ask = () => stage.ask({ method: 'POST', url: '/api/reports', as: officer, body: { obligationId: id } });
    const answers = await Promise.all([ask(), ask(), ask()]);
    const ids = answers.map((answer) => answer.json<{ reportId: string }>().reportId);
    expect(new Set(ids).size).toBe(1);
    const view = await stage.view(officer, ids[0]!);
    expect(view).toMatchObject({ state: 'draft', actions: ['edit', 'submit'], submitted: null, review: null });
    expect(view.form.headings).toHaveLength(10);
  });

  it('is not opened for a self-assessment, neither before the report nor beside it', async () => {
    const { id } = await stage.obligation('逊克县', 'self-assessment');
    const ask = () => stage.ask({ method: 'POST', url: '/api/reports', as: officer, body: { obligationId: id } });
    expect((await ask()).statusCode).toBe(404);
    await stage.open('逊克县');
    expect((await ask()).statusCode).toBe(404);
  });

  it('is handed in on time with a receipt whose hash anyone can recompute from the version', async () => {
    stage.at('2022-05-19T08:32:08.000Z');
    const receipt = await stage.handIn('逊克县');
    expect(receipt).toMatchObject({
      unitName: '逊克县',
      receiptNumber: 'YB-202205-0006',
      version: 1,
      receivedAt: '2022-05-19T08:32:08.000Z',
      channel: 'app',
      isOnTime: true,
      dueAt: MAY_DUE,
      withdrawUntil: MAY_DUE,
      nextObligation: { kind: 'self-assessment', dueAt: '2022-05-23T16:00:00.000Z' },
      nextReminder: { title: '6月月报' },
    });
    const version = await stage.ask({ url: `/api/reports/${receipt.reportId}/versions/1`, as: lead });
    const content = version.json<{ content: unknown }>().content;
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(receipt.contentHash);
    const again = await stage.ask({ url: `/api/reports/${receipt.reportId}/receipt`, as: officer });
    expect(again.json()).toEqual(receipt);
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: receipt.receivedAt, channel: 'app' });
    const [entry] = await stage.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'report.submit'",
    );
    expect(entry?.detail).toContain(receipt.contentHash);
  });

  it('shows the lead unit nothing of a draft, and the whole of what was handed in', async () => {
    const id = await stage.open('逊克县');
    expect((await stage.ask({ url: `/api/reports/${id}`, as: lead })).statusCode).toBe(404);
    await stage.ask({
      method: 'PUT',
      url: `/api/reports/${id}/draft`,
      as: officer,
      body: { revision: 1, device: 'phone-1', changes: [{ path: 'plans/n9', from: null, to: '还没想好的计划' }] },
    });
    const board = await stage.board();
    const cell = board.rows.find((row) => row.unitName === '逊克县')?.cells[0];
    expect(cell).toMatchObject({ standing: 'owed', reportId: null });
    await stage.submit('逊克县', id);
    const view = await stage.view(lead, id);
    expect(view.submitted?.content).toEqual(COMPLETE);
    expect(JSON.stringify(view)).not.toContain('还没想好的计划');
    expect(view.draft).toMatchObject({ revision: 0, savedAt: null });
    expect(view.actions).toEqual(['accept', 'return']);
  });

  it('is taken back before the due time, is then owed again, and what counts is what is in at that time', async () => {
    stage.at('2022-05-18T01:00:00.000Z');
    const { reportId } = await stage.handIn('逊克县');
    const back = await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });
    expect(back.json()).toEqual({ reportId, state: 'withdrawn' });
    const gone = await stage.ask({ url: `/api/reports/${reportId}/receipt`, as: officer });
    expect(gone.json()).toMatchObject({ code: 'reporting.taken-back' });
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: null, channel: null });
    stage.at('2022-05-20T16:30:00.000Z');
    const receipt = (await stage.submit('逊克县', reportId)).json<ReceiptView>();
    expect(receipt).toMatchObject({ version: 2, isOnTime: false, receiptNumber: 'YB-202205-0006-2' });
    const view = await stage.view(lead, reportId);
    expect(view.versions.map(({ number, isWithdrawn }) => [number, isWithdrawn])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('cannot be taken back once it is due', async () => {
    const { reportId } = await stage.handIn('逊克县');
    stage.at(MAY_DUE);
    const answer = await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.past-due' });
    expect((await stage.obligation('逊克县')).met_at).not.toBeNull();
  });

  it('is sent back with remarks, opens a short obligation, and is corrected where it was sent back', async () => {
    stage.at('2022-05-19T08:00:00.000Z');
    const { reportId } = await stage.handIn('逊克县');
    stage.at('2022-05-20T01:00:00.000Z');
    const remarks = [{ path: 'headings/h8/target/numerator', text: '请核对赋码户数。' }];
    const url = `/api/reports/${reportId}`;
    await stage.ask({ method: 'POST', url: `${url}/return`, as: lead, body: { version: 1, remarks } });
    // Friday 20 May; two working days on is Tuesday the 24th.
    const correction = await stage.obligation('逊克县', 'report-correction');
    expect(correction).toMatchObject({ due_at: '2022-05-24T16:00:00.000Z', met_at: null, ordinal: 1 });
    const returned = await stage.view(officer, reportId);
    expect(returned).toMatchObject({ state: 'returned', actions: ['edit', 'submit'] });
    expect(returned.review).toMatchObject({ decision: 'returned', remarks, correctionDueAt: correction.due_at });
    const [told] = await stage.rows<{ payload: string }>(
      "SELECT payload FROM outbox_message WHERE topic = 'report.returned'",
    );
    expect(JSON.parse(told!.payload)).toMatchObject({ reportId, correctionId: correction.id, remarks: 1 });

    const locked = { ...COMPLETE, plans: [{ id: 'n1', text: '另写一条计划。' }] };
    expect((await stage.submit('逊克县', reportId, locked)).json()).toMatchObject({ code: 'reporting.locked' });
    const corrected = withNumerator(COMPLETE, '3750');
    stage.at('2022-05-24T15:59:59.999Z');
    const receipt = (await stage.submit('逊克县', reportId, corrected)).json<ReceiptView>();
    expect(receipt).toMatchObject({ version: 2, isOnTime: true });
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: '2022-05-19T08:00:00.000Z' });
    expect((await stage.obligation('逊克县', 'report-correction')).met_at).toBe('2022-05-24T15:59:59.999Z');
    const differences = await stage.ask({ url: `${url}/differences?from=1&to=2`, as: lead });
    expect(differences.json()).toMatchObject({
      rows: [{ path: 'headings/h8/target/numerator', before: '3412', after: '3750' }],
    });
    const accepted = await stage.ask({ method: 'POST', url: `${url}/accept`, as: lead, body: { version: 2 } });
    expect(accepted.json()).toEqual({ reportId, state: 'accepted' });
  });

  it('keeps a text that a phone still held for a locked place in the history, and takes the corrections beside it', async () => {
    const { reportId } = await stage.handIn('逊克县');
    const remarks = [{ path: 'headings/h8/target/numerator', text: '请核对赋码户数。' }];
    const url = `/api/reports/${reportId}`;
    await stage.ask({ method: 'POST', url: `${url}/return`, as: lead, body: { version: 1, remarks } });
    const { draft } = await stage.view(officer, reportId);
    const changes = [
      { path: 'plans/n1', from: COMPLETE.plans[0]!.text, to: '手机上还没存的计划。' },
      { path: 'headings/h8/target/numerator', from: '3412', to: '3750' },
    ];
    const body = { revision: draft.revision, device: 'phone-1', changes };
    const save = () => stage.ask({ method: 'PUT', url: `${url}/draft`, as: officer, body });
    const saved = await save();
    expect(saved.statusCode).toBe(200);
    expect(saved.json()).toMatchObject({ content: withNumerator(COMPLETE, '3750'), conflicts: [] });
    expect((await save()).statusCode).toBe(200);
    const history = await stage.ask({ url: `${url}/history`, as: officer });
    expect(history.json().rows).toMatchObject([{ path: 'plans/n1', value: '手机上还没存的计划。' }]);
    expect((await stage.submit('逊克县', reportId, withNumerator(COMPLETE, '3750'))).statusCode).toBe(200);
  });

  it('stands sent back again when a correction is taken back, with the version that was sent back to read', async () => {
    stage.at('2022-05-18T01:00:00.000Z');
    const { reportId } = await stage.handIn('逊克县');
    const remarks = [{ path: 'headings/h8/target/numerator', text: '请核对赋码户数。' }];
    const url = `/api/reports/${reportId}`;
    await stage.ask({ method: 'POST', url: `${url}/return`, as: lead, body: { version: 1, remarks } });
    await stage.submit('逊克县', reportId, withNumerator(COMPLETE, '3750'));
    const back = await stage.ask({ method: 'POST', url: `${url}/withdraw`, as: officer });
    expect(back.json()).toEqual({ reportId, state: 'returned' });
    const view = await stage.view(officer, reportId);
    expect(view).toMatchObject({ state: 'returned', review: { decision: 'returned' }, submitted: { number: 1 } });
    const reviews = await stage.ask({ url: `/api/reports?period=${MAY}`, as: lead });
    expect(reviews.json().rows).toMatchObject([{ reportId, state: 'returned', version: 1 }]);
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: '2022-05-18T01:00:00.000Z' });
    expect((await stage.submit('逊克县', reportId, withNumerator(COMPLETE, '3751'))).statusCode).toBe(200);
  });

  it('is handed in again as it was where it was right, with the reason beside it for whoever reads it (Q12)', async () => {
    const { reportId } = await stage.handIn('逊克县');
    const url = `/api/reports/${reportId}`;
    const path = 'headings/h8/target/numerator';
    await stage.ask({
      method: 'POST',
      url: `${url}/return`,
      as: lead,
      body: { remarks: [{ path, text: '请核对。' }] },
    });
    const { draft } = await stage.view(officer, reportId);
    const submit = (answers: unknown) => {
      const body = { revision: draft.revision, device: 'phone-1', content: COMPLETE, answers };
      return stage.ask({ method: 'POST', url: `${url}/submit`, as: officer, body });
    };
    for (const wrong of [[{ path: 'plans/n1', text: '对' }], [{ path, text: ' ' }], 'x', { path }]) {
      expect((await submit(wrong)).statusCode).toBe(422);
    }
    const answers = [{ path, text: '3412户是市局口径，核对过。' }];
    expect((await submit(answers)).statusCode).toBe(200);
    expect((await stage.view(lead, reportId)).submitted).toMatchObject({ number: 2, answers });
    expect((await stage.ask({ url: `${url}/versions/1`, as: lead })).json()).toMatchObject({ answers: [] });
    const [entry] = await stage.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'report.submit' ORDER BY id DESC LIMIT 1",
    );
    expect(entry?.detail).toContain('市局口径');
  });

  it('is not forgotten when its month is over: the list of every month names those that wait', async () => {
    const { reportId } = await stage.handIn('逊克县');
    stage.at('2022-06-10T01:00:00.000Z');
    const june = () => stage.ask({ url: '/api/reports?period=2022-06', as: lead });
    const waiting = [{ period: MAY, count: 1 }];
    expect((await june()).json()).toEqual({ period: '2022-06', reportTitle: '月报', rows: [], waiting });
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/accept`, as: lead, body: {} });
    expect((await june()).json().waiting).toEqual([]);
    const as = await stage.server.signInAs('市招商办', 'lead-officer');
    expect((await stage.ask({ url: `/api/reports?period=${MAY}`, as })).json().reportTitle).toBe('招商月报');
  });

  it('shows the lead unit nothing as handed in once it was taken back', async () => {
    const { reportId } = await stage.handIn('逊克县');
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });
    expect(await stage.view(lead, reportId)).toMatchObject({ state: 'withdrawn', submitted: null });
  });

  it('shows the due time of a correction as it stands after an extension', async () => {
    stage.at('2022-05-19T08:00:00.000Z');
    const { reportId } = await stage.handIn('逊克县');
    const remarks = [{ path: '', text: '请补充成效。' }];
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/return`, as: lead, body: { remarks } });
    const { id } = await stage.obligation('逊克县', 'report-correction');
    const more = { dueAt: '2022-05-27T16:00:00.000Z', reason: '经办人出差' };
    await stage.ask({ method: 'POST', url: `/api/obligations/${id}/extend`, as: lead, body: more });
    expect((await stage.view(officer, reportId)).review).toMatchObject({ correctionDueAt: more.dueAt });
    const correction = (await stage.mine('逊克县')).open.find((each) => each.kind === 'report-correction');
    expect(correction).toMatchObject({
      title: '月报退回修改',
      reportId,
      reportState: 'returned',
      dueChange: { reason: '经办人出差' },
    });
  });

  it('is not accepted by somebody who read an older version', async () => {
    stage.at('2022-05-18T01:00:00.000Z');
    const { reportId } = await stage.handIn('逊克县');
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });
    await stage.submit('逊克县', reportId, withNumerator(COMPLETE, '3000'));
    const answer = await stage.ask({
      method: 'POST',
      url: `/api/reports/${reportId}/accept`,
      as: lead,
      body: { version: 1 },
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.version-behind' });
  });

  it('is sent back over a colleague’s acceptance only by somebody who knows of it', async () => {
    const { reportId } = await stage.handIn('嫩江市');
    const post = (step: string, body: object) =>
      stage.ask({ method: 'POST', url: `/api/reports/${reportId}/${step}`, as: lead, body });
    await post('accept', { version: 1 });
    const remarks = [{ path: '', text: '请写完整。' }];
    const refused = await post('return', { version: 1, state: 'submitted', remarks });
    expect(refused.json()).toMatchObject({ code: 'reporting.accepted-meanwhile' });
    expect(refused.json().sentence).toContain('已收下');
    expect((await post('return', { version: 1, state: 'accepted', remarks })).statusCode).toBe(200);
  });

  it('carries the plans of the month before beside this month', async () => {
    stage.at('2022-04-19T01:00:00.000Z');
    const april = await stage.obligation('逊克县', 'monthly-report', '2022-04');
    const opened = await stage.ask({
      method: 'POST',
      url: '/api/reports',
      as: officer,
      body: { obligationId: april.id },
    });
    await stage.submit('逊克县', opened.json<{ reportId: string }>().reportId);
    stage.at('2022-05-17T01:00:00.000Z');
    const view: ReportView = await stage.view(officer, await stage.open('逊克县'));
    expect(view.previousPlans).toEqual(COMPLETE.plans);
  });
});

function withNumerator(content: typeof COMPLETE, numerator: string): typeof COMPLETE {
  return {
    ...content,
    headings: content.headings.map((heading) =>
      heading.target === null ? heading : { ...heading, target: { ...heading.target, numerator } },
    ),
  };
}
