import type { EventManner } from '../wechat/simulator/callback/event-dispatcher';
import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../wechat';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';
import { SentEvents } from './subscription-events';

const RUNG = '2022-05-17T00:30:00.000Z';
const SEND = '/cgi-bin/message/subscribe/send';
const DUE_SOON = SAMPLE_TEMPLATES.purposes['due-soon'];
const { appId } = DEMO_CREDENTIALS;
/** 市教育局; its liaison is the only one with grants here, so there is one message to follow. */
const UNIT = { number: 11, name: '市教育局', userId: 'heihe-2022/11/liaison' } as const;

describeOnEachDatabase('What WeChat tells afterwards', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database, { isListening: true });
  });
  beforeEach(() => stage.reset());
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const openId = (): string => stage.simulator.state.openidOf(appId, UNIT.userId);
  const balance = async (): Promise<number> => (await stage.consents(UNIT.name, 'liaison')).templates[0]!.balance;
  const own = async () => (await stage.deliveries()).find((delivery) => delivery.unit === UNIT.name)!;
  const eventsCome = async (): Promise<void> => {
    // The simulator hands an event on in the next turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await stage.simulator.events.deliverDue();
    await stage.pass(1);
  };
  const sendWith = async (
    fault: 'cut-after-accepting' | 'hang-after-accepting' | null,
    manner: EventManner,
  ): Promise<void> => {
    stage.simulator.events.script([{ kind: 'lost' }]);
    await stage.grant(UNIT.number, 'liaison');
    stage.simulator.events.script([manner]);
    if (fault === 'hang-after-accepting') stage.answerWithin(300);
    if (fault !== null) stage.simulator.state.faults.add({ path: SEND, fault: { kind: fault }, times: 1, skip: 0 });
    await stage.at(RUNG);
  };

  it('turns an unknown outcome into delivered, and the grant is used', async () => {
    await sendWith('cut-after-accepting', { kind: 'on-time' });
    await eventsCome();
    expect(await own()).toMatchObject({ state: 'delivered' });
    expect(await balance()).toBe(0);
    expect(stage.messages()).toHaveLength(1);
  });

  it('takes somebody off the call list again when it comes late', async () => {
    await sendWith('hang-after-accepting', { kind: 'late', milliseconds: 120_000 });
    await stage.pass(60);
    expect(await own()).toMatchObject({ state: 'call-list', reason: 'no-answer' });
    await stage.pass(70);
    await eventsCome();
    expect(await own()).toMatchObject({ state: 'delivered' });
    expect((await stage.callList()).rows.map((row) => row.unitName)).not.toContain(UNIT.name);
    expect(stage.messages()).toHaveLength(1);
  });

  it('leaves a line of the call list alone once somebody has called', async () => {
    await sendWith('hang-after-accepting', { kind: 'late', milliseconds: 120_000 });
    await stage.pass(60);
    const { id } = await own();
    const url = `/api/call-list/${id}/result`;
    const told = await stage.ask('市专班牵头单位', 'lead-officer', {
      method: 'POST',
      url,
      body: { text: '已告知，今天交' },
    });
    expect(told.statusCode).toBe(200);
    await stage.pass(70);
    await eventsCome();
    expect(await own()).toMatchObject({ state: 'call-list' });
  });

  it('settles one send when two come at once of which one is about another', async () => {
    await sendWith('hang-after-accepting', { kind: 'lost' });
    await stage.grant(UNIT.number, 'liaison');
    const before = await balance();
    const told = { isDelivered: true, errorCode: '0', status: 'success', at: RUNG } as const;
    const event = { kind: 'sent', openid: openId(), templateId: DUE_SOON, ...told } as const;
    const take = (messageId: string): Promise<void> =>
      stage.server.transactions.run((tx) =>
        stage.server.app.get(SentEvents).take(tx, { ...event, messageId, key: messageId }),
      );
    await Promise.all([take('1'), take('2')]);
    expect(await own()).toMatchObject({ state: 'delivered' });
    expect(await balance()).toBe(before - 1);
  });

  it.each([
    ['twice', { kind: 'twice' }],
    ['before the answer', { kind: 'before-answer' }],
    ['never', { kind: 'lost' }],
  ] as const)('changes nothing about a delivered message when it comes %s', async (_how, manner) => {
    await sendWith(null, manner);
    await eventsCome();
    expect(await own()).toMatchObject({ state: 'delivered' });
    expect(await balance()).toBe(0);
    expect(stage.messages()).toHaveLength(1);
  });

  it('puts somebody on the call list when WeChat could not hand the message on', async () => {
    await sendWith(null, { kind: 'lost' });
    expect(await own()).toMatchObject({ state: 'delivered' });
    const { messageId } = stage.simulator.state.mailbox.all()[0]!;
    const item = { TemplateId: DUE_SOON, MsgID: messageId, ErrorCode: '-8', ErrorStatus: 'failed:system failed' };
    const event = stage.simulator.events.eventOf('subscribe_msg_sent_event', { appId, openid: openId() }, [item]);
    expect(await stage.simulator.events.deliverStamped(event, {})).toBe(true);
    await stage.pass(1);
    expect(await own()).toMatchObject({ state: 'call-list', reason: 'refused' });
    expect(stage.messages()).toHaveLength(1);
  });

  it('about a message that nobody sent, or for another account, changes nothing', async () => {
    await sendWith(null, { kind: 'lost' });
    const { messageId } = stage.simulator.state.mailbox.all()[0]!;
    for (const [openid, id] of [
      [openId(), '1234567890123456789'],
      ['somebody-else', messageId],
    ] as const) {
      const item = { TemplateId: DUE_SOON, MsgID: id, ErrorCode: '-8', ErrorStatus: 'failed' };
      const event = stage.simulator.events.eventOf('subscribe_msg_sent_event', { appId, openid }, [item]);
      await stage.simulator.events.deliverStamped(event, {});
    }
    await stage.pass(1);
    expect(await own()).toMatchObject({ state: 'delivered' });
  });

  describe('about grants', () => {
    it('counts one tap once, whether the phone or WeChat tells of it first, and however often', async () => {
      stage.simulator.events.script([{ kind: 'twice' }, { kind: 'late', milliseconds: 30_000 }, { kind: 'lost' }]);
      await stage.grant(UNIT.number, 'liaison', 1);
      await eventsCome();
      expect(await balance()).toBe(1);
      await stage.grant(UNIT.number, 'liaison', 2);
      await stage.pass(40);
      await eventsCome();
      expect(await balance()).toBe(3);
      expect(stage.simulator.state.grants.balance(openId(), DUE_SOON)).toBe(3);
    });

    it('counts a tap that only WeChat told of, because the phone lost its network', async () => {
      await fetch(`${stage.simulator.url}/__sim/users/${encodeURIComponent(UNIT.userId)}/subscribe`, {
        method: 'POST',
        body: JSON.stringify({ appId, templateIds: [DUE_SOON], answers: { [DUE_SOON]: 'accept' } }),
      });
      await eventsCome();
      expect(await balance()).toBe(1);
    });

    it('takes two taps more than ten minutes apart for two', async () => {
      stage.simulator.events.script([{ kind: 'lost' }, { kind: 'on-time' }]);
      await stage.grant(UNIT.number, 'liaison', 1);
      await stage.pass(601);
      await stage.grant(UNIT.number, 'liaison', 1);
      await eventsCome();
      expect(await balance()).toBe(2);
    });

    it('sets the count to 0 when the person refuses in the menu of a message', async () => {
      await stage.grant(UNIT.number, 'liaison', 3);
      await eventsCome();
      await fetch(`${stage.simulator.url}/__sim/users/${encodeURIComponent(UNIT.userId)}/refuse-from-menu`, {
        method: 'POST',
        body: JSON.stringify({ appId, templateId: DUE_SOON }),
      });
      await eventsCome();
      expect(await balance()).toBe(0);
    });

    it('keeps a ledger whose lines add up to the balance, and that never goes below 0', async () => {
      await stage.grant(UNIT.number, 'liaison', 3);
      await eventsCome();
      await stage.at(RUNG);
      await eventsCome();
      const [sum] = await stage.rows<{ total: number }>(
        'SELECT SUM(delta) AS total FROM consent_entry WHERE open_id = ? AND template_id = ?',
        [openId(), DUE_SOON],
      );
      expect(Number(sum!.total)).toBe(2);
      expect(await balance()).toBe(2);
    });
  });
});
