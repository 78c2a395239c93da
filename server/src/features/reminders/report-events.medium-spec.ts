import type { ReportView } from '@jiannuo/shared/reporting';
import { OutboxDispatcher } from '../../platform/outbox';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';
import { COMPLETE } from '../../../test/report-stage';

const LEAD = '市专班牵头单位';
const UNIT = '逊克县';

describeOnEachDatabase('What an officer hears of the own report', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;
  let reportId: string;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    await stage.grantAll(3);
    await stage.grant(6, 'liaison', 1, 'returned');
    await stage.at('2022-05-17T00:30:00.000Z');
    const body = { obligationId: await stage.obligationId(UNIT) };
    const opened = await stage.ask(UNIT, 'liaison', { method: 'POST', url: '/api/reports', body });
    reportId = opened.json<{ reportId: string }>().reportId;
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const work = (): Promise<void> => stage.server.app.get(OutboxDispatcher).drain();
  const submit = async (): Promise<void> => {
    const { draft } = (await stage.ask(UNIT, 'liaison', { url: `/api/reports/${reportId}` })).json<ReportView>();
    const body = { revision: draft.revision, device: 'phone-1', content: COMPLETE };
    const answer = await stage.ask(UNIT, 'liaison', { method: 'POST', url: `/api/reports/${reportId}/submit`, body });
    expect(answer.statusCode).toBeLessThan(300);
    await work();
  };
  const sendBack = async (): Promise<void> => {
    const body = { remarks: [{ path: '', text: '请补充第八项的数字。' }] };
    const answer = await stage.ask(LEAD, 'lead-officer', {
      method: 'POST',
      url: `/api/reports/${reportId}/return`,
      body,
    });
    expect(answer.statusCode).toBe(200);
    await work();
  };
  const own = async () =>
    (await stage.deliveries()).filter((each) => each.unit === UNIT && each.purpose === 'returned');

  it('handing in takes the reminder out of what is to be done', async () => {
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toHaveLength(1);
    await submit();
    const inbox = await stage.inbox(UNIT, 'liaison');
    expect(inbox).toMatchObject({ toDo: [] });
    expect(inbox.toKnow).toMatchObject([{ openedAt: null, isUnread: false }]);
  });

  it('a return reaches the phone at once, in the evening too, with what to do by when', async () => {
    await submit();
    stage.clock.set('2022-05-18T13:12:00.000Z');
    await sendBack();
    const message = stage.messages().at(-1);
    expect(message).toEqual({
      userId: 'heihe-2022/6/liaison',
      text: '5月月报退回修改｜退回修改｜2022年5月18日 21:12｜5月20日 周五 24:00前再交',
    });
    expect(await own()).toMatchObject([{ state: 'delivered' }]);
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toMatchObject([
      { kind: 'returned', from: LEAD, target: { kind: 'report', id: reportId } },
    ]);
  });

  it('a return that WeChat cannot bring stands on the call list', async () => {
    await submit();
    await sendBack();
    await submit();
    await sendBack();
    expect(await own()).toMatchObject([{ state: 'delivered' }, { state: 'call-list', reason: 'no-grant' }]);
    const [row] = (await stage.callList()).rows.filter((each) => each.unitName === UNIT);
    expect(row).toMatchObject({ about: '5月月报退回修改', phone: '13800000107' });
  });

  it('handing in again settles the return', async () => {
    await submit();
    await sendBack();
    await submit();
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toEqual([]);
  });

  it('a correction that is not handed in is reminded of too, and does not repeat the return', async () => {
    await submit();
    stage.clock.set('2022-05-17T02:00:00.000Z');
    await sendBack();
    const heard = (): number =>
      stage.messages().filter((each) => each.text.startsWith('5月月报退回修改｜2022年5月20日')).length;
    await stage.at('2022-05-17T02:01:00.000Z');
    await stage.at('2022-05-18T00:30:00.000Z');
    expect(heard()).toBe(0);
    await stage.at('2022-05-19T00:30:00.000Z');
    expect(heard()).toBe(1);
  });

  it('handing in again takes the reminders of the return out of what is to be done, too', async () => {
    await submit();
    stage.clock.set('2022-05-17T02:00:00.000Z');
    await sendBack();
    await stage.at('2022-05-19T00:30:00.000Z');
    const ofReport = async () =>
      (await stage.inbox(UNIT, 'liaison')).toDo
        .filter(({ title }) => title.startsWith('5月月报'))
        .map(({ kind }) => kind);
    expect(await ofReport()).toEqual(['due-soon', 'returned']);
    await submit();
    expect(await ofReport()).toEqual([]);
  });

  it('being let off is told with its reason, and that it is owed again after all', async () => {
    const id = await stage.obligationId(UNIT);
    const decide = async (verb: 'waive' | 'unwaive', body: object = {}): Promise<void> => {
      const url = `/api/obligations/${id}/${verb}`;
      expect((await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body })).statusCode).toBe(200);
      await work();
    };
    await decide('waive', { reason: '并入市级统报' });
    const waived = await stage.inbox(UNIT, 'liaison');
    expect(waived.toKnow).toMatchObject([
      { kind: 'waived', title: '5月月报免报', body: `${LEAD}同意免报：并入市级统报`, isUnread: true },
    ]);
    expect(waived.toDo).toEqual([]);
    await decide('unwaive');
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toMatchObject([
      { kind: 'unwaived', title: '5月月报改回要报', target: { kind: 'obligation', id } },
    ]);
  });

  it('an extension that is taken back is told with its reason and the day, and may be given again', async () => {
    const id = await stage.obligationId(UNIT);
    const decide = async (verb: 'extend' | 'shorten', dueAt: string, reason: string): Promise<void> => {
      const url = `/api/obligations/${id}/${verb}`;
      const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body: { dueAt, reason } });
      expect(answer.statusCode).toBe(200);
      stage.clock.advance(1000);
      await work();
    };
    await decide('extend', '2022-05-25T16:00:00.000Z', '汛期');
    await decide('shorten', '2022-05-20T16:00:00.000Z', '点错了一家');
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toContainEqual(
      expect.objectContaining({
        kind: 'shortened',
        title: '5月月报改到5月20日 周五 24:00前',
        body: `${LEAD}改短了宽限，请在5月20日 周五 24:00前交：点错了一家`,
        target: { kind: 'obligation', id },
      }),
    );
    await decide('extend', '2022-05-25T16:00:00.000Z', '真的汛期');
    const told = (await stage.inbox(UNIT, 'liaison')).toKnow.find(({ kind }) => kind === 'extended');
    expect(told?.body).toBe(`${LEAD}同意延期：真的汛期`);
  });

  it('a self-assessment entered for the unit is told, and is no longer to be done', async () => {
    await submit();
    await stage.at('2022-05-20T00:30:00.000Z');
    expect((await stage.inbox(UNIT, 'liaison')).toDo).not.toEqual([]);
    const rows = await stage.server.database.rows<{ id: string }>(
      `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE u.name = ? AND o.kind = 'self-assessment' AND o.period = '2022-05'`,
      [UNIT],
    );
    const body = {
      obligationId: rows[0]!.id,
      channel: 'email',
      receivedAt: '2022-05-19T08:32:00.000Z',
      basis: '邮箱来件',
      content: null,
      attachmentIds: [],
    };
    const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url: '/api/reports/enter-for', body });
    expect(answer.statusCode).toBe(200);
    await work();
    const inbox = await stage.inbox(UNIT, 'liaison');
    expect(inbox.toDo).toEqual([]);
    expect(inbox.toKnow[0]).toMatchObject({ title: '5月自查评分已由牵头单位代录' });
  });

  it('a report entered for the unit is told, with the true time of receipt', async () => {
    stage.clock.set('2022-05-18T01:00:00.000Z');
    const body = {
      obligationId: await stage.obligationId(UNIT),
      channel: 'email',
      receivedAt: '2022-05-17T08:32:00.000Z',
      basis: '邮箱来件',
      content: null,
      attachmentIds: [],
    };
    const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url: '/api/reports/enter-for', body });
    expect(answer.statusCode).toBe(200);
    await work();
    const inbox = await stage.inbox(UNIT, 'liaison');
    expect(inbox.toDo).toEqual([]);
    expect(inbox.toKnow[0]).toMatchObject({ title: '5月月报已由牵头单位代录，算按时' });
    expect(inbox.toKnow[0]!.body).toContain('5月17日 16:32');
  });

  it('a waiver takes the reminder away, and no other follows', async () => {
    const url = `/api/obligations/${await stage.obligationId(UNIT)}/waive`;
    const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body: { reason: '没有任务' } });
    expect(answer.statusCode).toBe(200);
    await work();
    expect((await stage.inbox(UNIT, 'liaison')).toDo).toEqual([]);
    const before = stage.messages().length;
    await stage.at('2022-05-19T00:30:00.000Z');
    expect(
      stage
        .messages()
        .slice(before)
        .filter((each) => each.text.includes('5月月报｜') && each.text.includes(UNIT)),
    ).toEqual([]);
  });
});
