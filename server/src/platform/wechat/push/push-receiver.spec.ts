import { PUSH_VECTORS as VECTORS } from '../testing/push-vectors';
import { StageClock } from '../testing/stage';
import { openSealed, pushKey, sealReply } from './push-cipher';
import type { SubscriptionEvent } from './push-event';
import { PushReceiver } from './push-receiver';
import { sealedReply } from './push-reply';
import { pushSignature } from './push-signature';
import { MemoryReplayStore } from './replay-guard';

const { token, encodingAesKey, appId } = VECTORS;

function receiverAt(seconds: string, mode: 'plain' | 'safe', handle?: () => Promise<void>) {
  const clock = new StageClock(new Date(Number(seconds) * 1000).toISOString());
  const events: SubscriptionEvent[] = [];
  const receiver = new PushReceiver({
    appId,
    token,
    encodingAesKey: mode === 'safe' ? encodingAesKey : null,
    clock,
    replays: new MemoryReplayStore(clock),
    handle: async (received) => {
      await handle?.();
      events.push(...received);
    },
  });
  return { receiver, events, clock };
}

function plainQuery(timestamp: string, nonce = '1'): Record<string, string> {
  return { timestamp, nonce, signature: pushSignature([token, timestamp, nonce]) };
}

function safePush(text: string, timestamp: string, options: { appId?: string; nonce?: string } = {}) {
  const { nonce = '1' } = options;
  const encrypted = sealReply(pushKey(encodingAesKey), options.appId ?? appId, { random: Buffer.alloc(16, 7), text });
  const query = { timestamp, nonce, msg_signature: pushSignature([token, timestamp, nonce, encrypted]) };
  return { query, body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }) };
}

const NOW = '1652749200';
const POPUP = JSON.stringify({
  ToUserName: 'gh_1',
  FromUserName: 'o-officer',
  CreateTime: NOW,
  MsgType: 'event',
  Event: 'subscribe_msg_popup_event',
  List: { TemplateId: 'template-1', SubscribeStatusString: 'accept', PopupScene: '0' },
});

test('the documented check of the address is answered with its echo, and a wrong signature is not', () => {
  const { receiver } = receiverAt(NOW, 'safe');
  const query = { ...VECTORS.verify, echostr: '4375120948345356249' };
  expect(receiver.verify(query)).toEqual({ status: 200, body: '4375120948345356249' });
  expect(receiver.verify({ ...query, signature: VECTORS.plainPost.signature })).toEqual({ status: 403, body: '' });
  expect(receiver.verify({})).toEqual({ status: 403, body: '' });
});

test('the documented sealed push opens to its length, and is taken', async () => {
  const { encrypted, signature, timestamp, nonce, length } = VECTORS.safePost;
  const text = openSealed(pushKey(encodingAesKey), appId, encrypted);
  expect(16 + 4 + Buffer.byteLength(text ?? '') + appId.length).toBe(length);
  const { receiver } = receiverAt(timestamp, 'safe');
  const body = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: encrypted });
  expect(await receiver.receive({ timestamp, nonce, msg_signature: signature }, body)).toEqual({
    status: 200,
    body: 'success',
  });
});

test('the documented plain push is signed as we expect', () => {
  const { timestamp, nonce, signature } = VECTORS.plainPost;
  expect(pushSignature([token, timestamp, nonce])).toBe(signature);
});

test('the documented reply is sealed and signed to the letter', () => {
  const { timestamp, nonce, random, text, encrypted, signature } = VECTORS.reply;
  const parts = { key: pushKey(encodingAesKey), appId, token, timestamp, nonce, random: Buffer.from(random), text };
  expect(sealedReply(parts)).toEqual({
    Encrypt: encrypted,
    MsgSignature: signature,
    TimeStamp: Number(timestamp),
    Nonce: nonce,
  });
});

test('an acceptance is handed on once, however often its push comes (S31)', async () => {
  const { receiver, events } = receiverAt(NOW, 'safe');
  const { query, body } = safePush(POPUP, NOW);
  expect(await receiver.receive(query, body)).toEqual({ status: 200, body: 'success' });
  expect(await receiver.receive(query, body)).toEqual({ status: 200, body: 'success' });
  expect(events).toEqual([
    {
      kind: 'answered',
      key: 'subscribe_msg_popup_event|o-officer|2022-05-17T01:00:00.000Z|template-1|',
      openid: 'o-officer',
      at: '2022-05-17T01:00:00.000Z',
      templateId: 'template-1',
      isAccepted: true,
      status: 'accept',
    },
  ]);
});

test('when keeping an event fails, the push is asked for again and then kept', async () => {
  let isBroken = true;
  const { receiver, events } = receiverAt(NOW, 'safe', () =>
    isBroken ? Promise.reject(new Error('database is gone')) : Promise.resolve(),
  );
  const { query, body } = safePush(POPUP, NOW);
  expect((await receiver.receive(query, body)).status).toBe(500);
  isBroken = false;
  expect((await receiver.receive(query, body)).status).toBe(200);
  expect(events).toHaveLength(1);
});

test('a push for another app, with a wrong signature, or with the plain signature alone is refused', async () => {
  const { receiver, events } = receiverAt(NOW, 'safe');
  const foreign = safePush(POPUP, NOW, { appId: 'wx0000000000000000' });
  expect((await receiver.receive(foreign.query, foreign.body)).status).toBe(403);
  const { query, body } = safePush(POPUP, NOW);
  expect((await receiver.receive({ ...query, msg_signature: '0'.repeat(40) }, body)).status).toBe(403);
  expect((await receiver.receive({ ...query, nonce: '2' }, body)).status).toBe(403);
  expect((await receiver.receive(plainQuery(NOW), body)).status).toBe(403);
  expect((await receiver.receive(plainQuery(NOW), POPUP)).status).toBe(403);
  expect((await receiver.receive({}, body)).status).toBe(403);
  expect(events).toEqual([]);
});

test('a push recorded eleven minutes ago is refused, and so is one from the future', async () => {
  const { receiver, clock, events } = receiverAt(NOW, 'plain');
  clock.advance(660);
  expect((await receiver.receive(plainQuery(NOW), POPUP)).status).toBe(403);
  const future = String(Number(NOW) + 1400);
  expect((await receiver.receive(plainQuery(future), POPUP)).status).toBe(403);
  expect((await receiver.receive(plainQuery('soon'), POPUP)).status).toBe(403);
  expect(events).toEqual([]);
});

test('the probe of Cloud Run is answered', async () => {
  const { receiver } = receiverAt(NOW, 'safe');
  expect(await receiver.receive({}, '{"action":"CheckContainerPath"}')).toEqual({ status: 200, body: 'success' });
});

test.each([
  ['nothing', ''],
  ['half a JSON text', '{"Event":'],
  ['a JSON array', '[1]'],
  ['half an XML text', '<xml><Event>'],
  ['an XML text with a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>'],
  ['far too much', `{"a":"${'x'.repeat(70_000)}"}`],
])('%s is refused and nothing breaks', async (_name, text) => {
  const { receiver, events } = receiverAt(NOW, 'plain');
  const { status } = await receiver.receive(plainQuery(NOW), text);
  expect(status).not.toBe(500);
  expect(events).toEqual([]);
});

test.each([
  '',
  'AAAA',
  'not base64 at all',
  Buffer.alloc(32, 1).toString('base64'),
  Buffer.alloc(48, 200).toString('base64'),
])('a damaged sealed text "%s" is refused', (sealed) => {
  expect(openSealed(pushKey(encodingAesKey), appId, sealed)).toBeNull();
});

test('a key of the wrong length is told at once', () => {
  expect(() => pushKey('short')).toThrow(RangeError);
});

test('one sent message as JSON object, several as array, and all as XML give the same events (S31)', async () => {
  const items = ['1988810812324364291', '1988810812324364293'].map((MsgID) => ({
    TemplateId: 'template-1',
    MsgID,
    ErrorCode: '0',
    ErrorStatus: 'success',
  }));
  const head = {
    ToUserName: 'gh_1',
    FromUserName: 'o-officer',
    CreateTime: NOW,
    MsgType: 'event',
    Event: 'subscribe_msg_sent_event',
  };
  const lists = items.map(
    (item) =>
      `<List>${Object.entries(item)
        .map(([key, value]) => `<${key}>${value}</${key}>`)
        .join('')}</List>`,
  );
  const xmlHead = Object.entries(head)
    .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
    .join('');
  const texts = [
    JSON.stringify({ ...head, List: items }),
    `<xml>${xmlHead}<SubscribeMsgSentEvent>${lists.join('')}</SubscribeMsgSentEvent></xml>`,
    JSON.stringify({ ...head, List: items }).replace(/"(19\d{17})"/g, '$1'),
  ];
  for (const text of texts) {
    const { receiver, events } = receiverAt(NOW, 'plain');
    await receiver.receive(plainQuery(NOW), text);
    expect(events.map((event) => (event.kind === 'sent' ? [event.messageId, event.isDelivered] : event))).toEqual([
      ['1988810812324364291', true],
      ['1988810812324364293', true],
    ]);
  }
  const { receiver, events } = receiverAt(NOW, 'plain');
  await receiver.receive(plainQuery(NOW), JSON.stringify({ ...head, List: items[0] }));
  expect(events).toMatchObject([{ kind: 'sent', messageId: '1988810812324364291' }]);
});

test('events without person, time, template or known name are passed over', async () => {
  const { receiver, events } = receiverAt(NOW, 'plain');
  const base = JSON.parse(POPUP) as Record<string, unknown>;
  const spoilt = [
    { ...base, FromUserName: '' },
    { ...base, CreateTime: 'yesterday' },
    { ...base, List: [{ SubscribeStatusString: 'accept' }, 'text', null] },
    { ...base, Event: 'constructor' },
    { ...base, Event: 'user_enter_tempsession' },
    { ...base, List: undefined },
  ];
  for (const [at, body] of spoilt.entries()) {
    expect((await receiver.receive(plainQuery(NOW, String(at)), JSON.stringify(body))).status).toBe(200);
  }
  expect(events).toEqual([]);
});
