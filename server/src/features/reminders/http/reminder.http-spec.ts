import { describeOnEachDatabase, type TestDatabase } from '../../../../test/databases';
import { ReminderStage } from '../../../../test/reminder-stage';

const LEAD = '市专班牵头单位';
const LAST_EVENING = '2022-05-20T13:00:00.000Z';

describeOnEachDatabase('The lead unit’s one tap', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    await stage.grantAll(3);
    await stage.at(LAST_EVENING);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const tap = async (body: object) => stage.ask(LEAD, 'lead-officer', { method: 'POST', url: '/api/reminders', body });
  const ids = (...units: string[]): Promise<string[]> => Promise.all(units.map((unit) => stage.obligationId(unit)));

  it('reminds those who still owe at nine in the evening, at once, and says what became of each', async () => {
    await stage.handIn('北安市');
    const answer = await tap({ obligationIds: await ids('逊克县', '市教育局', '北安市') });
    expect(answer.json()).toEqual({ queued: 2, alreadyTonight: 0, alreadyDone: 1 });
    await stage.pass(1);
    expect(
      stage
        .messages()
        .map((message) => message.text)
        .sort(),
    ).toEqual([
      '5月月报｜2022年5月20日 23:59｜市教育局｜还剩2小时，交了就不再提醒',
      '5月月报｜2022年5月20日 23:59｜逊克县｜还剩2小时，交了就不再提醒',
    ]);
  });

  it('reminds a unit once an evening, also for something else, and also after midnight', async () => {
    await tap({ obligationIds: await ids('逊克县') });
    for (const moment of ['2022-05-20T13:05:00.000Z', '2022-05-20T15:59:59.000Z', '2022-05-20T22:00:00.000Z']) {
      await stage.at(moment);
      const other = await stage.obligationId('逊克县', 'self-assessment');
      const answer = await tap({ obligationIds: [...(await ids('逊克县')), other] });
      expect(answer.json()).toEqual({ queued: 0, alreadyTonight: 2, alreadyDone: 0 });
    }
    await stage.pass(1);
    expect(stage.messages()).toHaveLength(1);
  });

  it('reminds a unit again the next evening', async () => {
    await tap({ obligationIds: await ids('逊克县') });
    await stage.at('2022-05-21T13:00:00.000Z');
    expect((await tap({ obligationIds: await ids('逊克县') })).json()).toMatchObject({ queued: 1 });
  });

  it('reminds a unit by day at most once an hour', async () => {
    await stage.at('2022-05-18T02:00:00.000Z');
    const sent: number[] = [];
    for (const moment of ['03:00:00', '03:59:59', '04:00:00', '04:30:00', '05:00:00']) {
      await stage.at(`2022-05-18T${moment}.000Z`);
      sent.push((await tap({ obligationIds: await ids('逊克县') })).json<{ queued: number }>().queued);
    }
    expect(sent).toEqual([1, 0, 1, 0, 1]);
  });

  it('tapped by two officers at the same moment reminds once', async () => {
    const body = { obligationIds: await ids('逊克县', '市教育局') };
    const answers = await Promise.all([1, 2, 3].map(() => tap(body)));
    const queued = answers.map((answer) => answer.json<{ queued: number }>().queued);
    expect(queued.sort()).toEqual([0, 0, 2]);
    await stage.pass(1);
    expect(stage.messages()).toHaveLength(2);
  });

  it('tapped in a lift, so that the phone asks twice with the same key, answers the same and reminds once', async () => {
    const request = {
      method: 'POST',
      url: '/api/reminders',
      key: 'tap-in-the-lift',
      body: { obligationIds: await ids('逊克县') },
    } as const;
    const first = await stage.ask(LEAD, 'lead-officer', request);
    const second = await stage.ask(LEAD, 'lead-officer', request);
    expect(second.json()).toEqual(first.json());
    await stage.pass(1);
    expect(stage.messages()).toHaveLength(1);
  });

  it('tapped twice under one key answers the same also when everybody has handed in meanwhile', async () => {
    const request = { url: '/api/reminders', body: { obligationIds: await ids('孙吴县') }, key: 'one-tap-key' };
    const first = await stage.ask(LEAD, 'lead-officer', { ...request, method: 'POST' });
    await stage.handIn('孙吴县');
    expect((await stage.ask(LEAD, 'lead-officer', { ...request, method: 'POST' })).json()).toEqual(first.json());
  });

  it('reminds everybody who owes a kind for a month', async () => {
    const answer = await tap({ period: '2022-05', kind: 'self-assessment' });
    expect(answer.json()).toEqual({ queued: 6, alreadyTonight: 0, alreadyDone: 0 });
  });

  it('puts a unit that cannot be reached on the call list, also when nobody is in its post', async () => {
    await stage.server.transactions.run((tx) =>
      tx.query(
        "UPDATE appointment SET ended_at = ?, liaison_slot = NULL WHERE unit_id = (SELECT id FROM unit WHERE name = '市财政局') AND role = 'liaison'",
        [LAST_EVENING],
      ),
    );
    await tap({ obligationIds: await ids('市财政局', '孙吴县') });
    await stage.pass(1);
    const { rows } = await stage.callList();
    expect(rows).toMatchObject([
      { unitName: '孙吴县', reason: '还没绑定微信', phone: '13800000108', about: '5月月报' },
      { unitName: '市财政局', reason: '单位没有登记这个岗位的人', phone: '', personName: '' },
    ]);
  });

  it.each([
    ['nobody chosen', { obligationIds: [] }, 422],
    ['nothing at all', {}, 422],
    ['half a month', { period: '2022-05' }, 422],
    ['a month that is none', { period: '2022-13', kind: 'monthly-report' }, 422],
    ['a kind that is none', { period: '2022-05', kind: 'everything' }, 422],
    ['ids that are no texts', { obligationIds: [1, {}, null] }, 422],
    ['a list that is none', { obligationIds: 'all' }, 422],
    ['too many', { obligationIds: Array.from({ length: 1001 }, (_each, at) => String(at)) }, 422],
    ['something unknown', { obligationIds: ['x'], everybody: true }, 422],
  ])('refuses %s with one clear sentence', async (_what, body, status) => {
    const answer = await tap(body);
    expect(answer.statusCode).toBe(status);
    expect(answer.json<{ sentence: string }>().sentence).toMatch(/[\u4E00-\u9FFF].*[。？]$/);
    expect(await stage.deliveries()).toEqual([]);
  });

  it('does nothing about ids that are not of the group, and tells nothing about them', async () => {
    const answer = await tap({ obligationIds: ["' OR 1=1 --", '01G00000000000000000000000'] });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'obligations.not-found']);
  });

  it('is for the lead unit only', async () => {
    for (const role of ['liaison', 'leader'] as const) {
      const request = { method: 'POST', url: '/api/reminders', body: { obligationIds: await ids('逊克县') } } as const;
      expect((await stage.ask('逊克县', role, request)).statusCode).toBe(403);
    }
  });

  it('is on record: who, how many', async () => {
    await tap({ obligationIds: await ids('逊克县') });
    const entries = await stage.rows("SELECT detail FROM audit_entry WHERE action = 'reminder.send'");
    expect(entries).toHaveLength(1);
  });
});

describeOnEachDatabase('What the lead unit sees of reminders', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
    await stage.grant(6, 'liaison', 1);
    await stage.at('2022-05-17T00:30:00.000Z');
    await stage.pass(2);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  it('lists what went out for a month, with where each stands', async () => {
    const answer = await stage.ask(LEAD, 'lead-officer', { url: '/api/reminders?period=2022-05' });
    const { rows } = answer.json<{ rows: { unitName: string; state: string; occasion: string }[] }>();
    expect(rows).toHaveLength(20);
    expect(rows.find((row) => row.unitName === '逊克县')).toMatchObject({
      state: 'delivered',
      occasion: '还剩三个工作日',
      about: '5月月报',
      personName: '逊克县联络员',
      reason: null,
    });
    expect(rows.find((row) => row.unitName === '孙吴县')).toMatchObject({ state: 'call-list', reason: '还没绑定微信' });
    expect((await stage.ask(LEAD, 'lead-officer', { url: '/api/reminders?period=2022-04' })).json()).toEqual({
      rows: [],
    });
    expect((await stage.ask(LEAD, 'lead-officer', { url: '/api/reminders?period=may' })).statusCode).toBe(422);
  });

  it('shows on the board how each unit was last reminded', async () => {
    const board = (await stage.ask(LEAD, 'lead-officer', { url: '/api/board?period=2022-05' })).json<{
      rows: { unitName: string; cells: ({ lastReminder: { state: string } | null } | null)[] }[];
    }>();
    const [cell] = board.rows.find((row) => row.unitName === '逊克县')!.cells;
    expect(cell).toMatchObject({ lastReminder: { state: 'delivered' } });
  });

  it('lists whom to call, and keeps what the call came to', async () => {
    const [first] = (await stage.callList()).rows;
    const url = `/api/call-list/${first!.reminderId}/result`;
    const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body: { text: ' 已告知，\n今天交 ' } });
    expect(answer.json()).toEqual({ reminderId: first!.reminderId });
    const after = (await stage.callList()).rows;
    expect(after.at(-1)).toMatchObject({ unitName: first!.unitName, result: { by: '市专班经办人甲' } });
    expect(after.at(-1)!.result!.text).toContain('已告知');
    expect(after.slice(0, -1).every((row) => row.result === null)).toBe(true);
  });

  it.each([
    ['empty', '', 'notifications.call-result-missing'],
    ['only blanks', ' \n\t ', 'notifications.call-result-missing'],
    ['101 characters', '好'.repeat(101), 'notifications.call-result-too-long'],
    ['a megabyte less a little', 'x'.repeat(900_000), 'notifications.call-result-too-long'],
  ])('refuses a result that is %s', async (_what, text, code) => {
    const url = `/api/call-list/${(await stage.callList()).rows[0]!.reminderId}/result`;
    const answer = await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body: { text } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
  });

  it('takes 100 characters of emoji, counted as people count them', async () => {
    const url = `/api/call-list/${(await stage.callList()).rows[0]!.reminderId}/result`;
    const body = { text: '📞'.repeat(100) };
    expect((await stage.ask(LEAD, 'lead-officer', { method: 'POST', url, body })).statusCode).toBe(200);
  });

  it('knows no result for what is not on the list, and no list for officers', async () => {
    const [delivered] = (await stage.deliveries()).filter((delivery) => delivery.state === 'delivered');
    for (const id of [delivered!.id, '01G00000000000000000000000', 'x']) {
      const request = { method: 'POST', url: `/api/call-list/${id}/result`, body: { text: '已告知' } } as const;
      expect((await stage.ask(LEAD, 'lead-officer', request)).statusCode).toBe(404);
    }
    expect((await stage.ask('逊克县', 'liaison', { url: '/api/call-list' })).statusCode).toBe(403);
    expect((await stage.ask('逊克县', 'leader', { url: '/api/reminder-readiness' })).statusCode).toBe(403);
  });

  it('lists who has no grant left, bound or not, with telephone', async () => {
    await stage.grant(7, 'liaison', 0);
    await stage.grant(11, 'liaison', 2);
    const answer = await stage.ask(LEAD, 'lead-officer', { url: '/api/reminder-readiness' });
    const { rows } = answer.json<{ rows: { unitName: string; isBound: boolean; balance: number; phone: string }[] }>();
    expect(rows.map((row) => row.unitName)).not.toContain('市教育局');
    expect(rows.find((row) => row.unitName === '孙吴县')).toEqual({
      unitName: '孙吴县',
      personName: '孙吴县联络员',
      phone: '13800000108',
      isBound: false,
      balance: 0,
    });
    expect(rows.find((row) => row.unitName === '逊克县')).toMatchObject({ isBound: true, balance: 0 });
  });

  it('drops from the call list whoever hands in', async () => {
    const before = (await stage.callList()).rows.length;
    await stage.handIn('市财政局');
    expect((await stage.callList()).rows).toHaveLength(before - 1);
  });
});

describeOnEachDatabase('On the 10th', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(() => stage.reset());
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const notices = async (moment: string): Promise<readonly { title: string }[]> => {
    stage.clock.set(moment);
    await stage.server.ticker.tick();
    return (await stage.inbox(LEAD, 'lead-officer')).toKnow.filter((notice) => notice.kind === 'readiness');
  };

  it('the lead officers read who cannot be reached through WeChat, once', async () => {
    expect(await notices('2022-05-09T02:00:00.000Z')).toEqual([]);
    expect(await notices('2022-05-10T00:29:00.000Z')).toEqual([]);
    expect(await notices('2022-05-10T00:30:00.000Z')).toMatchObject([{ title: '有21人收不到微信提醒' }]);
    expect(await notices('2022-05-11T02:00:00.000Z')).toMatchObject([{ target: { kind: 'call-list' } }]);
    expect(await notices('2022-06-10T02:00:00.000Z')).toHaveLength(2);
  });

  it('a server that was down tells it when it is back, as long as it helps', async () => {
    expect(await notices('2022-05-12T02:00:00.000Z')).toHaveLength(1);
    expect(await notices('2022-06-20T02:00:00.000Z')).toHaveLength(1);
  });

  it('that is a Sunday, it waits for Monday', async () => {
    expect(await notices('2022-07-10T02:00:00.000Z')).toEqual([]);
    expect(await notices('2022-07-11T02:00:00.000Z')).toHaveLength(1);
  });
});
