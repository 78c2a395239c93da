import type { LightMyRequestResponse } from 'fastify';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { insertRows } from '../../platform/database';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

describeOnEachDatabase('Entering for a unit what came another way (代录)', (open) => {
  let stage: ReportStage;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  async function enter(entry: object = {}, unitName = '市司法局'): Promise<LightMyRequestResponse> {
    const { id } = await stage.obligation(unitName);
    const body = {
      obligationId: id,
      channel: 'email',
      receivedAt: '2022-05-20T13:48:03.000Z',
      basis: '邮箱服务器收信时间',
      content: null,
      attachmentIds: [],
      ...entry,
    };
    return stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: lead, body });
  }

  it('counts the true time of receipt, not the morning after on which it was entered', async () => {
    stage.at('2022-05-21T01:05:00.000Z');
    const receipt = (await enter()).json<ReceiptView>();
    expect(receipt).toMatchObject({
      unitName: '市司法局',
      channel: 'email',
      receivedAt: '2022-05-20T13:48:03.000Z',
      registeredAt: '2022-05-21T01:05:00.000Z',
      isOnTime: true,
      receiptNumber: 'YB-202205-0012',
    });
    const cell = (await stage.board()).rows.find((row) => row.unitName === '市司法局')?.cells[0];
    expect(cell).toMatchObject({ standing: 'on-time', channel: 'email', reportId: receipt.reportId });
  });

  it('counts a receipt after the due time as late, however early it is entered', async () => {
    stage.at('2022-05-21T01:05:00.000Z');
    expect((await enter({ receivedAt: MAY_DUE })).json()).toMatchObject({ isOnTime: false });
  });

  it('shows the unit who entered it and what that rests on, and tells its liaison', async () => {
    stage.at('2022-05-21T01:05:00.000Z');
    const { reportId } = (await enter({ content: COMPLETE })).json<ReceiptView>();
    const officer = await stage.as('市司法局', 'liaison');
    const view = await stage.view(officer, reportId);
    expect(view.versions).toMatchObject([{ channel: 'email', byName: expect.stringContaining('市专班牵头单位') }]);
    expect(view.submitted).toMatchObject({
      content: COMPLETE,
      basis: '邮箱服务器收信时间',
      submittedAt: '2022-05-20T13:48:03.000Z',
      registeredAt: '2022-05-21T01:05:00.000Z',
      byName: expect.stringContaining('市专班牵头单位'),
    });
    const events = await stage.rows<{ payload: string }>(
      "SELECT payload FROM outbox_message WHERE topic = 'report.entered'",
    );
    expect(events.map((event) => JSON.parse(event.payload))).toMatchObject([
      { reportId, receivedAt: '2022-05-20T13:48:03.000Z' },
    ]);
  });

  it('keeps what the unit had drafted when another content is entered', async () => {
    const id = await stage.open('市司法局');
    const officer = await stage.as('市司法局', 'liaison');
    const changes = [{ path: 'problems/p7', from: null, to: '联络员写了一半的问题' }];
    const body = { revision: 1, device: 'phone-1', changes };
    await stage.ask({ method: 'PUT', url: `/api/reports/${id}/draft`, as: officer, body });
    stage.at('2022-05-21T01:05:00.000Z');
    await enter({ content: COMPLETE });
    const history = await stage.ask({ url: `/api/reports/${id}/history`, as: officer });
    expect(history.json().rows).toMatchObject([{ path: 'problems/p7', value: '联络员写了一半的问题' }]);
    expect((await stage.view(officer, id)).draft.content).toEqual(COMPLETE);
  });

  it.each([
    ['a receipt in the future', { receivedAt: '2022-05-21T01:05:00.001Z' }, 'reporting.received-in-future'],
    [
      'a receipt before the month began in Beijing',
      { receivedAt: '2022-04-30T15:59:59.999Z' },
      'reporting.received-before-period',
    ],
    ['a time that is none', { receivedAt: '2022-05-20 21:48' }, 'reporting.received-unreadable'],
    ['no basis', { basis: ' \u3000 ' }, 'reporting.basis-missing'],
    ['a basis without end', { basis: '据'.repeat(201) }, 'reporting.basis-too-long'],
    ['the app as channel', { channel: 'app' }, 'request.invalid'],
    ['a file that nobody uploaded', { attachmentIds: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] }, 'reporting.attachment-unknown'],
    ['a content that is none', { content: { headings: [] } }, 'reporting.content-unreadable'],
  ])('refuses %s, and nothing is handed in', async (_what, entry, code) => {
    stage.at('2022-05-21T01:05:00.000Z');
    const answer = await enter(entry);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
    expect(await stage.obligation('市司法局')).toMatchObject({ met_at: null, record_id: null });
    expect(await stage.rows('SELECT id FROM report')).toHaveLength(0);
  });

  it('accepts the first moment of the month', async () => {
    stage.at('2022-05-21T01:05:00.000Z');
    expect((await enter({ receivedAt: '2022-04-30T16:00:00.000Z' })).statusCode).toBe(200);
  });

  it('takes files that the unit has handed in and those of the lead unit, and no others', async () => {
    stage.at('2022-05-21T01:05:00.000Z');
    const drafted = await upload('市司法局');
    const own = await upload('市司法局', stage.server.clock.now());
    const leads = await upload('市专班牵头单位');
    const foreign = await upload('北安市');
    expect((await enter({ attachmentIds: [own, foreign] })).json()).toMatchObject({
      code: 'reporting.attachment-unknown',
    });
    const content = { ...COMPLETE, signOff: { ...COMPLETE.signOff, sealAttachmentId: drafted } };
    for (const entry of [{ attachmentIds: [drafted] }, { content }]) {
      expect((await enter(entry)).json()).toMatchObject({ code: 'reporting.attachment-unknown' });
    }
    const receipt = (await enter({ attachmentIds: [own, leads] })).json<ReceiptView>();
    const officer = await stage.as('市司法局', 'liaison');
    const view = await stage.view(officer, receipt.reportId);
    const ids = view.attachments.map((attachment) => attachment.id);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(own);
    expect([...(view.submitted?.attachmentIds ?? [])].sort()).toEqual([...ids].sort());
    // What the lead unit scanned is the unit's to read as well, and stays the lead unit's.
    const copies = await stage.rows<{ unit: string }>(
      'SELECT u.name AS unit FROM attachment a JOIN unit u ON u.id = a.unit_id WHERE a.sha256 = ? ORDER BY u.number',
      [leads.padEnd(64, '0')],
    );
    expect(copies.map((copy) => copy.unit)).toEqual(['市专班牵头单位', '市司法局']);
  });

  it('is refused when the unit has handed in itself', async () => {
    await stage.handIn('市司法局');
    stage.at('2022-05-21T01:05:00.000Z');
    const answer = await enter();
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.not-possible-submitted' });
  });

  it('answers a return too, from the moment of the return on', async () => {
    stage.at('2022-05-18T01:00:00.000Z');
    const { reportId } = await stage.handIn('市司法局');
    stage.at('2022-05-19T01:00:00.000Z');
    const remarks = [{ path: '', text: '请重写。' }];
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/return`, as: lead, body: { remarks } });
    const { id } = await stage.obligation('市司法局', 'report-correction');
    stage.at('2022-05-20T01:00:00.000Z');
    const early = await enter({ obligationId: id, receivedAt: '2022-05-19T00:59:59.999Z' });
    expect(early.json()).toMatchObject({ code: 'reporting.received-before-return' });
    // The board names the report's own obligation; it is the return that is answered all the same.
    const own = await enter({ receivedAt: '2022-05-19T00:59:59.999Z' });
    expect(own.json()).toMatchObject({ code: 'reporting.received-before-return' });
    const answer = await enter({ obligationId: id, receivedAt: '2022-05-19T02:00:00.000Z' });
    expect(answer.json()).toMatchObject({ version: 2 });
    expect(await stage.obligation('市司法局', 'report-correction')).toMatchObject({
      met_at: '2022-05-19T02:00:00.000Z',
    });
    expect(await stage.obligation('市司法局')).toMatchObject({ met_at: '2022-05-18T01:00:00.000Z' });
  });

  it('is written whole by the unit when what came on paper is sent back', async () => {
    stage.at('2022-05-19T01:00:00.000Z');
    const { reportId } = (
      await enter({ receivedAt: '2022-05-19T00:30:00.000Z', channel: 'paper' })
    ).json<ReceiptView>();
    const remarks = [{ path: 'headings/h1', text: '请写明做了什么。' }];
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/return`, as: lead, body: { remarks } });
    const answer = await stage.submit('市司法局', reportId);
    expect(answer.json()).toMatchObject({ version: 2, channel: 'app' });
  });

  it('notes a self-assessment that came to the mailbox (annex 3) without touching the report', async () => {
    stage.at('2022-05-24T01:00:00.000Z');
    const { id } = await stage.obligation('逊克县', 'self-assessment');
    const report = await enter({ obligationId: id, receivedAt: '2022-05-23T15:59:59.999Z', content: {} });
    expect(report.json()).toMatchObject({ code: 'assessment.sheet-unreadable' });
    const answer = await enter({ obligationId: id, receivedAt: '2022-05-23T15:59:59.999Z' });
    expect(answer.json()).toMatchObject({ title: '自查评分', isOnTime: true, receiptNumber: 'ZC-202205-0006' });
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: null });
    const again = await enter({ obligationId: id, receivedAt: '2022-05-23T15:59:59.999Z' });
    expect(again.json()).toMatchObject({ code: 'obligations.already-met' });
    const [change] = await stage.rows("SELECT kind, reason, by_name FROM obligation_change WHERE kind = 'entered'");
    expect(change).toEqual({ kind: 'entered', reason: '邮箱服务器收信时间', by_name: '市专班牵头单位' });
  });

  it('is not the unit’s to take back: the true time of receipt stays, until the lead unit sends it back', async () => {
    stage.at('2022-05-19T01:00:00.000Z');
    const { reportId } = (
      await enter({ receivedAt: '2022-05-19T00:30:00.000Z', channel: 'paper' })
    ).json<ReceiptView>();
    const officer = await stage.as('市司法局', 'liaison');
    expect((await stage.view(officer, reportId)).actions).toEqual([]);
    const receipt = await stage.ask({ url: `/api/reports/${reportId}/receipt`, as: officer });
    expect(receipt.json()).toMatchObject({ withdrawUntil: null });
    const answer = await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.entered-for-unit' });
    expect(await stage.obligation('市司法局')).toMatchObject({ met_at: '2022-05-19T00:30:00.000Z' });
  });

  it('is for the lead unit alone', async () => {
    const { id } = await stage.obligation('市司法局');
    const body = {
      obligationId: id,
      channel: 'email',
      receivedAt: '2022-05-16T01:00:00.000Z',
      basis: '自己写的',
      content: null,
      attachmentIds: [],
    };
    const as = await stage.as('市司法局', 'liaison');
    expect((await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as, body })).statusCode).toBe(403);
  });

  async function upload(unitName: string, handedInAt: string | null = null): Promise<string> {
    const id = stage.server.app.get(Ids).next();
    const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [unitName]);
    const row = {
      id,
      group_id: stage.groupId,
      unit_id: unit!.id,
      name: '月报.docx',
      media_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: 48_000,
      sha256: id.padEnd(64, '0'),
      appointment_id: id,
      uploaded_at: stage.server.clock.now(),
      handed_in_at: handedInAt,
    };
    await stage.server.transactions.run((tx) => insertRows(tx, 'attachment', [row]).then(() => null));
    return id;
  }
});
