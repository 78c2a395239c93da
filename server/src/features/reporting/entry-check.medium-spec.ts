import type { LightMyRequestResponse } from 'fastify';
import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { OutboxDispatcher } from '../../platform/outbox';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

const UNIT = '市司法局';
const ENTERED_AT = '2022-05-21T01:05:00.000Z';
const RECEIVED_AT = '2022-05-20T16:30:00.000Z';
const TRUE_TIME = '2022-05-20T13:48:03.000Z';

describeOnEachDatabase('Checking what was entered for a unit (代录)', (open) => {
  let stage: ReportStage;
  let lead: string;
  let officer: string;
  let reportId: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at(ENTERED_AT);
    lead = await stage.as('市专班牵头单位', 'lead-officer');
    officer = await stage.as(UNIT, 'liaison');
    reportId = await enter();
  });
  afterEach(() => stage.close());

  async function enter(): Promise<string> {
    const { id } = await stage.obligation(UNIT);
    const body = { obligationId: id, channel: 'email', receivedAt: RECEIVED_AT, basis: '邮箱收信时间' };
    const request = { ...body, content: null, attachmentIds: [] };
    const answer = await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: lead, body: request });
    return answer.json<ReceiptView>().reportId;
  }
  const post = (as: string, step: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/reports/${reportId}/${step}`, as, body });
  const object = (text = '20日21:48就发了，附截图。'): Promise<LightMyRequestResponse> =>
    post(officer, 'object', { text });
  const correct = (receivedAt: string, reason = '邮箱里另有一封'): Promise<LightMyRequestResponse> =>
    post(lead, 'correct-time', { receivedAt, reason });
  const receipt = async (as = officer): Promise<ReceiptView> =>
    (await stage.ask({ url: `/api/reports/${reportId}/receipt`, as })).json();
  const notices = async (as: string, kind: string): Promise<readonly NoticeView[]> => {
    await stage.server.app.get(OutboxDispatcher).drain();
    const { toDo, toKnow } = (await stage.ask({ url: '/api/inbox', as })).json<InboxView>();
    return [...toDo, ...toKnow].filter((notice) => notice.kind === kind);
  };

  it('tells the unit by which time it counts and until when it may object, and opens the receipt', async () => {
    expect(await notices(officer, 'entered')).toMatchObject([
      {
        title: '5月月报已由牵头单位代录，算迟报',
        body: '市专班牵头单位已代录，按今天 00:30收到，算迟报。请核对，5月25日 周三 24:00前可以提不同。',
        target: { kind: 'receipt', id: reportId },
      },
    ]);
    expect(await receipt()).toMatchObject({
      isOnTime: false,
      entry: {
        basis: '邮箱收信时间',
        until: '2022-05-25T16:00:00.000Z',
        mayObject: true,
        mayCorrect: false,
        notes: [],
      },
    });
    expect((await receipt(lead)).entry).toMatchObject({ mayObject: false, mayCorrect: true });
  });

  it('lets the unit object, the lead unit put the time right, and both times stay on record', async () => {
    expect((await object()).statusCode).toBe(200);
    expect(await notices(lead, 'objected')).toMatchObject([
      {
        title: '市司法局说5月月报代录的时间不对',
        body: '20日21:48就发了，附截图。',
        target: { kind: 'entry', id: reportId },
      },
    ]);
    stage.at('2022-05-23T02:00:00.000Z');
    expect((await correct(TRUE_TIME)).statusCode).toBe(200);
    const seen = await receipt();
    expect(seen).toMatchObject({ receivedAt: TRUE_TIME, isOnTime: true });
    expect(seen.entry?.notes).toMatchObject([
      { kind: 'objection', text: '20日21:48就发了，附截图。', from: null, to: null },
      { kind: 'correction', text: '邮箱里另有一封', from: RECEIVED_AT, to: TRUE_TIME },
    ]);
    expect(await stage.rows('SELECT received_at FROM report_version')).toEqual([{ received_at: RECEIVED_AT }]);
    const cell = (await stage.board()).rows.find((row) => row.unitName === UNIT)?.cells[0];
    expect(cell).toMatchObject({ standing: 'on-time', metAt: TRUE_TIME });
    expect(await notices(officer, 'time-corrected')).toMatchObject([
      { title: '5月月报收到时间改为5月20日 21:48，算按时', target: { kind: 'receipt', id: reportId } },
    ]);
    const inbox = (await stage.ask({ url: '/api/inbox', as: lead })).json<InboxView>();
    expect(inbox.toDo.filter(({ kind }) => kind === 'objected')).toEqual([]);
    const list = await stage.ask({ url: '/api/reports?period=2022-05', as: lead });
    expect(list.json().rows).toMatchObject([{ submittedAt: TRUE_TIME, isOnTime: true }]);
  });

  it('stays open to both after the unit handed in again itself, and an objection from before finds its answer', async () => {
    await object('20日就发了');
    stage.at('2022-05-21T02:00:00.000Z');
    const remarks = [{ path: '', text: '请写完整。' }];
    expect((await post(lead, 'return', { version: 1, remarks })).statusCode).toBe(200);
    stage.at('2022-05-21T03:00:00.000Z');
    expect((await stage.handIn(UNIT)).version).toBe(2);
    expect(await receipt(lead)).toMatchObject({
      version: 2,
      channel: 'app',
      entry: {
        version: 1,
        channel: 'email',
        receivedAt: RECEIVED_AT,
        mayCorrect: true,
        notes: [{ kind: 'objection' }],
      },
    });
    expect((await correct(TRUE_TIME)).statusCode).toBe(200);
    expect(await receipt()).toMatchObject({ isOnTime: true, entry: { receivedAt: TRUE_TIME, mayObject: true } });
    const inbox = (await stage.ask({ url: '/api/inbox', as: lead })).json<InboxView>();
    expect(inbox.toDo.filter(({ kind }) => kind === 'objected')).toEqual([]);
    expect((await object('还是不对')).statusCode).toBe(200);
  });

  it('lets the lead unit keep the time, with a reason that the unit reads', async () => {
    await object();
    stage.at('2022-05-23T02:00:00.000Z');
    expect((await correct(RECEIVED_AT, '服务器记录如此')).statusCode).toBe(200);
    expect(await notices(officer, 'time-corrected')).toMatchObject([
      { title: '5月月报收到时间没有改，算迟报', body: expect.stringContaining('服务器记录如此') },
    ]);
    expect((await correct(RECEIVED_AT)).json()).toMatchObject({ code: 'reporting.received-same' });
  });

  it('is open for three working days, to the millisecond', async () => {
    stage.at('2022-05-25T15:59:59.999Z');
    expect((await receipt()).entry?.mayObject).toBe(true);
    stage.at('2022-05-25T16:00:00.000Z');
    expect((await receipt()).entry?.mayObject).toBe(false);
    const late = await object();
    expect([late.statusCode, late.json().code]).toEqual([409, 'reporting.objection-too-late']);
  });

  it('takes one objection at a time, from the unit itself, and only about what was entered', async () => {
    const both = await Promise.all([object('第一次'), object('第二次')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await object(' \u3000 ')).json()).toMatchObject({ code: 'reporting.objected-already' });
    const other = await stage.as('嫩江市', 'liaison');
    expect((await post(other, 'object', { text: '我也不同意' })).statusCode).toBe(404);
    expect((await post(officer, 'correct-time', { receivedAt: TRUE_TIME, reason: '自己改' })).statusCode).toBe(403);
    stage.at('2022-05-20T01:00:00.000Z');
    const own = await stage.handIn('北安市');
    const body = { receivedAt: '2022-05-19T01:00:00.000Z', reason: '早一天' };
    const url = `/api/reports/${own.reportId}/correct-time`;
    const refused = await stage.ask({ method: 'POST', url, as: lead, body });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'reporting.not-entered']);
    expect(own.entry).toBeNull();
  });

  it.each([
    ['a time to come', '2022-05-21T01:05:00.001Z', '理由', 'reporting.received-in-future'],
    ['a time before the month', '2022-04-30T15:59:59.999Z', '理由', 'reporting.received-before-period'],
    ['no reason', MAY_DUE, ' ', 'reporting.basis-missing'],
  ])('refuses %s', async (_what, receivedAt, reason, code) => {
    expect((await correct(receivedAt, reason)).json()).toMatchObject({ code });
    expect(await receipt()).toMatchObject({ receivedAt: RECEIVED_AT });
  });
});
