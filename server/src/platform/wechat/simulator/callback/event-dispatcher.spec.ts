import type { SendOutcome } from '../../port/send-outcome';
import { SAMPLE_TEMPLATES } from '../../templates/sample-templates';
import { DUE_SOON, grant, messageFor } from '../../testing/messages';
import { openPushServer, type PushServer } from '../../testing/push-server';
import { APP_ID, openStage, SECRET, StageClock, type Stage } from '../../testing/stage';

const { returned: RETURNED } = SAMPLE_TEMPLATES.purposes;
const clock = new StageClock('2022-05-17T01:00:00.000Z');
let push: PushServer;
let stage: Stage;

async function open(
  mode: 'plain' | 'safe',
  format: 'xml' | 'json',
  options: Parameters<typeof openStage>[0] = {},
): Promise<void> {
  push = await openPushServer(clock, { mode, format });
  stage = await openStage({ clock, apps: [{ appId: APP_ID, secret: SECRET, callback: push.callback }], ...options });
}

afterEach(async () => {
  await stage.close();
  await push.close();
});

function send(): Promise<SendOutcome> {
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  return stage
    .client({ clock })
    .sendSubscribeMessage({ openid, message: messageFor('due-soon'), page: null, attempt: 1 });
}

/** Lets the simulator deliver what is due. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await stage.simulator.events.deliverDue();
}

function messageIdOf(outcome: SendOutcome): string | null {
  return outcome.kind === 'delivered' ? outcome.messageId : null;
}

test.each([
  ['plain', 'xml'],
  ['plain', 'json'],
  ['safe', 'xml'],
  ['safe', 'json'],
] as const)('S31: in %s mode and %s, sheet, refusal and sending arrive as the same events', async (mode, format) => {
  await open(mode, format);
  const both = { [DUE_SOON]: 'accept', [RETURNED]: 'reject' };
  await stage.control('/users/officer/subscribe', { templateIds: [DUE_SOON, RETURNED], answers: both });
  const outcome = await send();
  await stage.control('/users/officer/refuse-from-menu', { templateId: DUE_SOON });
  await settle();
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  expect(push.events).toMatchObject([
    { kind: 'answered', openid, templateId: DUE_SOON, isAccepted: true },
    { kind: 'answered', openid, templateId: RETURNED, isAccepted: false },
    { kind: 'sent', openid, templateId: DUE_SOON, messageId: messageIdOf(outcome), isDelivered: true },
    { kind: 'withdrawn', openid, templateId: DUE_SOON },
  ]);
  expect(push.events[0]?.at).toBe('2022-05-17T01:00:00.000Z');
});

test('S31: a wrong signature and another app are refused, and a repeated nonce is not handled again', async () => {
  await open('safe', 'json');
  const { events, state } = stage.simulator;
  const who = { appId: APP_ID, openid: state.openidOf(APP_ID, 'officer') };
  const event = events.eventOf('subscribe_msg_change_event', who, [
    { TemplateId: DUE_SOON, SubscribeStatusString: 'reject' },
  ]);
  expect(await events.deliverStamped(event, { spoilt: 'signature' })).toBe(false);
  expect(await events.deliverStamped(event, { spoilt: 'appid' })).toBe(false);
  expect(push.events).toEqual([]);
  await events.deliverStamped(event, { nonce: '12345' });
  await events.deliverStamped(event, { nonce: '12345' });
  expect(push.events).toHaveLength(1);
  expect(push.statuses).toEqual([403, 403, 200, 200]);
});

test('S30: the sent event carries the message id of the answer', async () => {
  await open('safe', 'xml');
  await grant(stage);
  const outcome = await send();
  await settle();
  expect(push.events.flatMap((event) => (event.kind === 'sent' ? event.messageId : []))).toEqual([
    messageIdOf(outcome),
  ]);
});

test('S32: an event that comes twice has the same key both times', async () => {
  await open('safe', 'json');
  await stage.control('/events/manner', { manner: { kind: 'twice' } });
  await grant(stage);
  await settle();
  expect(push.events).toHaveLength(2);
  expect(push.events[0]?.key).toBe(push.events[1]?.key);
});

test('S32: two acceptances in two seconds have two keys', async () => {
  await open('safe', 'json');
  await grant(stage);
  clock.advance(1);
  await grant(stage);
  await settle();
  expect(new Set(push.events.map((event) => event.key)).size).toBe(2);
});

test('S32: a late event comes when its time has come on the clock', async () => {
  await open('safe', 'json');
  await stage.control('/events/manner', { manner: { kind: 'late', milliseconds: 3_600_000 } });
  await grant(stage);
  await settle();
  expect(push.events).toEqual([]);
  clock.advance(3600);
  await settle();
  expect(push.events).toHaveLength(1);
});

test('S32: a held event comes after the one that followed it', async () => {
  await open('safe', 'json');
  await stage.control('/events/manner', { manner: { kind: 'held' } });
  await grant(stage);
  await send();
  await settle();
  expect(push.events.map((event) => event.kind)).toEqual(['sent', 'answered']);
});

test('S32: a sent event can come before the answer to the sending', async () => {
  await open('safe', 'json');
  await grant(stage);
  await settle();
  await stage.control('/events/manner', { manner: { kind: 'before-answer' } });
  const pending = send().then(() => push.events.map((event) => event.kind));
  expect(await pending).toEqual(['answered', 'sent']);
});

test('S32: a lost event never comes', async () => {
  await open('safe', 'json');
  await stage.control('/events/manner', { manner: { kind: 'lost' } });
  await grant(stage);
  await settle();
  expect(push.statuses).toEqual([]);
});

test.each(['same', 'new'] as const)(
  'S32: a push that could not be kept is tried three times with the %s nonce, and kept once',
  async (nonce) => {
    await open('safe', 'json', { readings: { 'push-retry-nonce': nonce } });
    push.failNext(2);
    await grant(stage);
    await settle();
    expect(push.statuses).toEqual([500, 500, 200]);
    expect(push.events).toHaveLength(1);
    expect(stage.simulator.events.deliveries).toMatchObject([{ tries: 3, isAccepted: true }]);
  },
);

test('S32: after three tries an event is given up', async () => {
  await open('safe', 'json');
  push.failNext(3);
  await grant(stage);
  await settle();
  expect(push.statuses).toEqual([500, 500, 500]);
  expect(stage.simulator.events.deliveries).toMatchObject([{ tries: 3, isAccepted: false }]);
});

test.each([
  ['same', 1],
  ['new', 3],
] as const)(
  'S32: an answer that comes too late makes WeChat try again; with the %s nonce it is handled %i time(s), under one key',
  async (nonce, times) => {
    await open('safe', 'json', { callbackTimeoutMs: 40, readings: { 'push-retry-nonce': nonce } });
    push.slowDown(90);
    await grant(stage);
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(push.statuses).toEqual([200, 200, 200]);
    expect(push.events).toHaveLength(times);
    expect(new Set(push.events.map((event) => event.key)).size).toBe(1);
  },
);

test('the check of the address and the probe of Cloud Run are answered over HTTP', async () => {
  await open('safe', 'json');
  expect(await stage.simulator.events.verifyCallback(APP_ID)).toBe(true);
  expect(await stage.simulator.events.probeCallback(APP_ID)).toBe(true);
});
