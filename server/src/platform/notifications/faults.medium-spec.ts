import type { FaultOrder, ScriptedFault } from '../wechat/simulator/state/fault-script';
import { SAMPLE_TEMPLATES, DEMO_CREDENTIALS } from '../wechat';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';

const RUNG = '2022-05-17T00:30:00.000Z';
const SEND = '/cgi-bin/message/subscribe/send';
const ALL_UNITS = 20;
const BOUND_UNITS = 18;
/** The simulator takes what it answers to after the cut; the others never reach a phone. */
const always = (fault: ScriptedFault, times = 1_000): FaultOrder => ({ path: SEND, fault, times, skip: 0 });

describeOnEachDatabase('When WeChat does not take a reminder', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    await stage.grantAll(2);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const ends = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { state, reason } of await stage.deliveries()) {
      const name = reason === null ? state : `${state}: ${reason}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    [
      'says that there is no grant',
      { kind: 'errcode', errcode: 43101, errmsg: 'user refuse to accept the msg' },
      'no-grant',
    ],
    ['finds a value that does not fit', { kind: 'errcode', errcode: 47003, errmsg: 'argument invalid!' }, 'refused'],
    ['is busy again and again', { kind: 'busy' }, 'unreachable'],
    ['answers 502 with a web page', { kind: 'bad-gateway' }, 'no-answer'],
    ['does not answer at all', { kind: 'hang' }, 'no-answer'],
    ['finds a word it does not like', { kind: 'errcode', errcode: 45168, errmsg: 'risky content' }, 'refused'],
    [
      'has no quota left for the day',
      { kind: 'errcode', errcode: 45009, errmsg: 'reach max api daily quota limit' },
      'refused',
    ],
    ['answers something nobody has heard of', { kind: 'errcode', errcode: 99999, errmsg: 'new' }, 'refused'],
  ] as const)('because it %s, everybody stands on the call list within a minute', async (_why, fault, reason) => {
    if (fault.kind === 'hang') stage.answerWithin(300);
    stage.simulator.state.faults.add(always(fault));
    await stage.at(RUNG);
    await stage.pass(60);
    expect(await ends()).toEqual({
      [`call-list: ${reason}`]: BOUND_UNITS,
      'call-list: unbound': ALL_UNITS - BOUND_UNITS,
    });
    const { rows } = await stage.callList();
    expect(rows).toHaveLength(ALL_UNITS);
    expect(rows.every((row) => row.phone !== '' && row.reason !== '')).toBe(true);
    expect(stage.messages()).toEqual([]);
  });

  it('because it is busy for a few seconds, everybody is reached after all, once', async () => {
    stage.simulator.state.faults.add(always({ kind: 'busy' }, 30));
    await stage.at(RUNG);
    await stage.pass(40);
    expect(await ends()).toEqual({ delivered: BOUND_UNITS, 'call-list: unbound': ALL_UNITS - BOUND_UNITS });
    expect(new Set(stage.messages().map((message) => message.userId)).size).toBe(BOUND_UNITS);
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
    const [consent] = (await stage.consents('逊克县', 'liaison')).templates;
    expect(consent).toMatchObject({ balance: 1 });
  });

  it('for a whole day, everybody is called, nothing piles up, and the next reminder comes', async () => {
    stage.simulator.state.faults.add(always({ kind: 'bad-gateway' }, 1e6));
    await stage.at(RUNG);
    await stage.pass(45);
    await stage.at('2022-05-17T09:00:00.000Z');
    expect((await stage.callList()).rows).toHaveLength(ALL_UNITS);
    expect(await stage.deliveries()).toHaveLength(ALL_UNITS);
    stage.simulator.state.faults.clear();
    await stage.at('2022-05-19T00:30:00.000Z');
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
    // Whoever was reached by the later reminder need not be called about the earlier.
    expect((await stage.callList()).rows).toHaveLength(ALL_UNITS - BOUND_UNITS);
  });

  it('a message that was cut off after WeChat had taken it is never sent again', async () => {
    stage.simulator.state.faults.add(always({ kind: 'cut-after-accepting' }));
    await stage.at(RUNG);
    expect(await ends()).toMatchObject({ unknown: BOUND_UNITS });
    await stage.pass(90);
    await stage.at('2022-05-17T06:00:00.000Z');
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
    expect(await ends()).toMatchObject({ 'call-list: no-answer': BOUND_UNITS });
  });

  it('because the person used up every grant, the ledger goes to 0 and the next time nothing is tried', async () => {
    const openId = stage.simulator.state.openidOf(DEMO_CREDENTIALS.appId, 'heihe-2022/6/liaison');
    stage.simulator.state.grants.clear(openId, SAMPLE_TEMPLATES.purposes['due-soon']);
    await stage.at(RUNG);
    expect((await stage.consents('逊克县', 'liaison')).templates[0]).toMatchObject({ balance: 0 });
    const tries = 'SELECT * FROM delivery_attempt WHERE open_id = ?';
    expect(await stage.rows(tries, [openId])).toMatchObject([
      { outcome: 'refused', reason: 'no-grant', errcode: 43101 },
    ]);
    await stage.at('2022-05-19T00:30:00.000Z');
    expect(await stage.rows(tries, [openId])).toHaveLength(1);
    const [row] = (await stage.callList()).rows.filter((each) => each.unitName === '逊克县');
    expect(row).toMatchObject({ reason: '微信提醒次数用完了', about: '5月月报、5月自查评分', post: '负责人' });
  });

  it('because it does not know the account, the account is no longer used', async () => {
    stage.simulator.state.faults.add(always({ kind: 'errcode', errcode: 40003, errmsg: 'invalid openid' }, 1));
    await stage.at(RUNG);
    const broken = await stage.rows('SELECT open_id FROM wechat_account WHERE is_broken = 1');
    expect(broken).toHaveLength(1);
  });

  it('keeps what WeChat said of each try: channel, code and the number to ask about it', async () => {
    stage.simulator.state.faults.add(always({ kind: 'errcode', errcode: 47003, errmsg: 'argument invalid!' }, 1));
    await stage.at(RUNG);
    const tries = await stage.rows<{
      outcome: string;
      errcode: number;
      rid: string;
      message_id: string;
      channel: string;
    }>("SELECT outcome, errcode, rid, message_id, channel FROM delivery_attempt WHERE channel = 'one-time'");
    expect(tries).toHaveLength(BOUND_UNITS);
    expect(tries.filter((each) => each.errcode === 47003)).toMatchObject([
      { outcome: 'refused', rid: '00000000-00000000-00000000' },
    ]);
    const taken = tries.filter((each) => each.outcome === 'accepted');
    expect(taken.every((each) => /^\d{19}$/.test(each.message_id))).toBe(true);
    expect(new Set(taken.map((each) => each.message_id)).size).toBe(BOUND_UNITS - 1);
  });

  it('leaves no secret and no telephone number in the log', async () => {
    stage.simulator.state.faults.add(always({ kind: 'busy' }));
    await stage.at(RUNG);
    await stage.pass(60);
    const log = stage.server.logLines.join('\n');
    expect(log).not.toContain(DEMO_CREDENTIALS.secret);
    expect(log).not.toMatch(/access_token=[A-Za-z0-9]/);
    expect(log).not.toMatch(/1380000\d{4}/);
  });
});
