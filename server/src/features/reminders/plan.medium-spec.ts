import { ReminderPlan } from '.';
import { OutboxDispatcher } from '../../platform/outbox';
import { startTestApplication } from '../../../test/application';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';

// The report of May 2022 is due at the end of Friday the 20th, the self-assessment at the end of Monday the 23rd.
const THREE_DAYS_BEFORE = '2022-05-17T00:30:00.000Z';
const ONE_DAY_BEFORE = '2022-05-19T00:30:00.000Z';
const LAST_DAY = '2022-05-20T00:30:00.000Z';
const MONDAY_AFTER = '2022-05-23T00:30:00.000Z';
const BOUND_UNITS = 18;

const liaison = (unit: number): string => `heihe-2022/${String(unit)}/liaison`;
const receivers = (stage: ReminderStage): string[] => stage.messages().map((message) => message.userId);

describeOnEachDatabase('Reminders of the report of May', (open) => {
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

  it('go to those who still owe and to nobody else, with what is due and by when', async () => {
    await stage.grantAll();
    await stage.handIn('逊克县');
    await stage.at(THREE_DAYS_BEFORE);
    const told = receivers(stage);
    expect(told).not.toContain(liaison(6));
    expect(told.every((userId) => userId.endsWith('/liaison'))).toBe(true);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(BOUND_UNITS - 1);
    const [first] = stage.messages();
    expect(first!.text).toBe('5月月报｜2022年5月20日 23:59｜爱辉区｜还剩3天，交了就不再提醒');
  });

  it('put a line into the inbox also of those whom WeChat does not reach, and settle it when the report is in', async () => {
    await stage.at(THREE_DAYS_BEFORE);
    expect(stage.messages()).toEqual([]);
    const inbox = await stage.inbox('北安市', 'liaison');
    expect(inbox).toMatchObject({
      toDo: [{ isUnread: true, title: '5月月报　5月20日 周五 24:00前', from: '市专班牵头单位' }],
    });
  });

  it('are not repeated by the same server, however often it looks', async () => {
    await stage.grantAll(3);
    await stage.at(THREE_DAYS_BEFORE);
    const sent = stage.messages().length;
    for (const minute of ['31', '45', '59']) await stage.at(`2022-05-17T00:${minute}:00.000Z`);
    await stage.at('2022-05-17T06:00:00.000Z');
    expect(stage.messages()).toHaveLength(sent);
  });

  it('come three working days before, one working day before, and on the morning of the last day', async () => {
    await stage.grantAll(3);
    await stage.at('2022-05-16T06:00:00.000Z');
    expect(stage.messages()).toEqual([]);
    for (const [moment, count] of [
      [THREE_DAYS_BEFORE, 1],
      ['2022-05-18T06:00:00.000Z', 1],
      [ONE_DAY_BEFORE, 2],
      [LAST_DAY, 3],
    ] as const) {
      await stage.at(moment);
      expect(receivers(stage).filter((userId) => userId === liaison(13))).toHaveLength(count);
    }
  });

  it('stop as soon as the report is in, also between being planned and being sent', async () => {
    await stage.grantAll();
    stage.clock.set(THREE_DAYS_BEFORE);
    await stage.plan();
    await stage.handIn('逊克县');
    await stage.work();
    expect(receivers(stage)).not.toContain(liaison(6));
    const [own] = (await stage.deliveries()).filter((delivery) => delivery.unit === '逊克县');
    expect(own).toMatchObject({ state: 'already-done' });
    expect((await stage.consents('逊克县', 'liaison')).templates[0]).toMatchObject({ balance: 1 });
  });

  it('merge what one person owes at the same moment into one message', async () => {
    await stage.grantAll();
    await stage.at(LAST_DAY);
    const [county] = stage.messages().filter((message) => message.userId === liaison(2));
    expect(county!.text).toBe('5月月报等2项｜2022年5月20日 23:59｜爱辉区｜还剩15小时，交了就不再提醒');
    const [department] = stage.messages().filter((message) => message.userId === liaison(13));
    expect(department!.text).toMatch(/^5月月报｜/);
    expect((await stage.inbox('爱辉区', 'liaison')).toDo.map((notice) => notice.title)).toEqual([
      '5月自查评分　5月23日 周一 24:00前',
      '5月月报　5月20日 周五 24:00前',
    ]);
  });

  it('tell the leader of the unit on the next working day, and only of what is still missing', async () => {
    await stage.grantAll(4);
    await stage.handIn('北安市');
    for (const moment of ['2022-05-20T16:00:00.000Z', '2022-05-21T01:00:00.000Z', '2022-05-22T06:00:00.000Z']) {
      await stage.at(moment);
    }
    expect(receivers(stage).filter((userId) => userId.endsWith('/leader'))).toEqual([]);
    await stage.at(MONDAY_AFTER);
    const leaders = stage.messages().filter((message) => message.userId.endsWith('/leader'));
    expect(leaders.map((message) => message.userId)).toContain('heihe-2022/2/leader');
    expect(leaders.map((message) => message.userId)).not.toContain('heihe-2022/3/leader');
    expect(leaders[0]!.text).toBe('5月月报｜2022年5月20日 23:59｜爱辉区｜超期3天，请尽快办');
    const inbox = await stage.inbox('爱辉区', 'leader');
    expect(inbox.toKnow).toMatchObject([{ title: '爱辉区5月月报还没交' }]);
  });

  it.each([
    ['before working hours', '2022-05-17T00:29:59.999Z'],
    ['after working hours', '2022-05-17T10:00:00.000Z'],
    ['at a weekend', '2022-05-21T02:00:00.000Z'],
    ['on the 4 May holiday', '2022-05-04T02:00:00.000Z'],
  ])('never go out by themselves %s', async (_when, moment) => {
    await stage.grantAll();
    await stage.at(moment);
    expect(await stage.deliveries()).toEqual([]);
  });

  it('wait for the next working morning when they were planned at the last second of the day', async () => {
    await stage.grantAll();
    stage.clock.set('2022-05-17T09:59:59.000Z');
    await stage.plan();
    stage.clock.set('2022-05-17T10:00:00.000Z');
    await stage.work();
    expect(stage.messages()).toEqual([]);
    stage.clock.set('2022-05-18T00:29:59.000Z');
    await stage.work();
    expect(stage.messages()).toEqual([]);
    stage.clock.set('2022-05-18T00:30:00.000Z');
    await stage.work();
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
  });

  it('that could not go out before the next one does end with a call, not with a late message', async () => {
    await stage.grantAll();
    stage.clock.set('2022-05-17T09:59:59.000Z');
    await stage.plan();
    stage.clock.set(ONE_DAY_BEFORE);
    await stage.work();
    expect(stage.messages()).toEqual([]);
    expect((await stage.deliveries()).filter((each) => each.reason === 'too-late')).toHaveLength(20);
    expect((await stage.callList()).rows).toHaveLength(20);
  });

  it('start anew when one unit gets more time', async () => {
    await stage.grantAll(4);
    await stage.at(LAST_DAY);
    const before = receivers(stage).filter((userId) => userId === liaison(6)).length;
    const body = { dueAt: '2022-05-26T16:00:00.000Z', reason: '县里停电' };
    const url = `/api/obligations/${await stage.obligationId('逊克县')}/extend`;
    const answer = await stage.ask('市专班牵头单位', 'lead-officer', { method: 'POST', url, body });
    expect(answer.statusCode).toBe(200);
    await stage.at('2022-05-20T02:00:00.000Z');
    expect((await stage.inbox('逊克县', 'liaison')).toKnow).toMatchObject([
      { title: '5月月报延到5月26日 周四 24:00前' },
    ]);
    await stage.at('2022-05-26T00:30:00.000Z');
    const after = stage
      .messages()
      .filter((message) => message.userId === liaison(6))
      .slice(before);
    expect(after.some((message) => message.text.startsWith('5月月报｜2022年5月26日 23:59'))).toBe(true);
  });
});

describeOnEachDatabase('A server that was down', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    await stage.grantAll(5);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const heard = (unit: number): string[] =>
    stage
      .messages()
      .filter((message) => message.userId === liaison(unit))
      .map((message) => message.text.split('｜').at(-1) ?? '');

  it('from the 16th to the 17th at noon sends the reminder of the 17th once it is back', async () => {
    await stage.at('2022-05-17T04:00:00.000Z');
    expect(heard(13)).toEqual(['还剩3天，交了就不再提醒']);
  });

  it('from the 16th to the 18th at noon sends nothing stale, and the next reminder comes as planned', async () => {
    await stage.at('2022-05-18T04:00:00.000Z');
    expect(heard(13)).toEqual([]);
    await stage.at(ONE_DAY_BEFORE);
    expect(heard(13)).toEqual(['还剩1天，交了就不再提醒']);
  });

  it('from the 16th to the 19th at noon sends the one that is of use, and not both', async () => {
    await stage.at('2022-05-19T04:00:00.000Z');
    expect(heard(13)).toEqual(['还剩1天，交了就不再提醒']);
  });

  it('until the evening of the last day sends nothing in the evening, and tells the leader on Monday', async () => {
    await stage.at('2022-05-20T12:00:00.000Z');
    await stage.at('2022-05-20T15:59:59.000Z');
    expect(stage.messages()).toEqual([]);
    await stage.at('2022-05-23T02:00:00.000Z');
    expect(heard(13)).toEqual([]);
    expect(receivers(stage)).toContain('heihe-2022/14/leader');
  });

  it('for a month sends nothing at all about what is long over', async () => {
    await stage.at('2022-06-29T02:00:00.000Z');
    expect(stage.messages().filter((message) => message.text.includes('5月'))).toEqual([]);
  });

  it('come for an old month too, when its due time was moved far: to the officer before, and to the leader after', async () => {
    await stage.grantAll(9);
    const url = `/api/obligations/${await stage.obligationId('逊克县')}/extend`;
    stage.clock.set('2022-06-25T02:00:00.000Z');
    const body = { dueAt: '2022-07-12T16:00:00.000Z', reason: '受灾' };
    const answer = await stage.ask('市专班牵头单位', 'lead-officer', { method: 'POST', url, body });
    expect(answer.statusCode).toBe(200);
    const told = (): string[] =>
      stage.messages().flatMap(({ userId, text }) => (text.startsWith('5月月报｜') ? userId : []));
    await stage.at('2022-07-11T01:00:00.000Z');
    expect(told()).toEqual([liaison(6)]);
    await stage.at('2022-07-13T01:00:00.000Z');
    const leaders = (await stage.inbox('逊克县', 'leader')).toKnow.map(({ title }) => title);
    expect(leaders.filter((title) => title.includes('5月月报'))).toHaveLength(1);
  });
});

describeOnEachDatabase('Several servers', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    await stage.grantAll(2);
    stage.clock.set(THREE_DAYS_BEFORE);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  it('that plan at the same moment order each reminder once', async () => {
    const plan = stage.server.app.get(ReminderPlan);
    const ordered = await Promise.all([1, 2, 3, 4].map(() => plan.run(THREE_DAYS_BEFORE)));
    expect(ordered.reduce((sum, count) => sum + count, 0)).toBe(20);
    await stage.work();
    expect(new Set(receivers(stage)).size).toBe(stage.messages().length);
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
  });
});

describe('Several servers over one MariaDB', () => {
  it('send each reminder once', async () => {
    const database = await openTestDatabase('mariadb');
    const stage = await ReminderStage.open(database);
    await stage.grantAll(2);
    stage.clock.set(THREE_DAYS_BEFORE);
    const environment = { WECHAT_BASE_URL: stage.simulator.url };
    const second = await startTestApplication({ database, environment, seed: () => Promise.resolve() });
    try {
      stage.simulator.state.latencyMs = 20;
      const servers = [stage.server.app, second.app];
      await Promise.all(servers.map((app) => app.get(ReminderPlan).run(THREE_DAYS_BEFORE)));
      await Promise.all(servers.map((app) => app.get(OutboxDispatcher).drain()));
      expect(new Set(receivers(stage)).size).toBe(stage.messages().length);
      expect(stage.messages()).toHaveLength(BOUND_UNITS);
    } finally {
      await second.close();
      await stage.close();
      await database.close();
    }
  });
});
