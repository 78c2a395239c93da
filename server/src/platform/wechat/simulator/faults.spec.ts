import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SendOutcome } from '../port/send-outcome';
import type { WechatClientParts } from '../port/wechat-client';
import { balance, grant, messageFor } from '../testing/messages';
import { APP_ID, openStage, type Stage } from '../testing/stage';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';
let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  await grant(stage, 3);
});

afterEach(() => stage.close());

function send(parts: Partial<WechatClientParts> = {}, attempt = 1): Promise<SendOutcome> {
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  const order = { openid, message: messageFor('due-soon'), page: null, attempt };
  return stage.client({ timeoutMs: 150, ...parts }).sendSubscribeMessage(order);
}

function received(): number {
  return stage.simulator.state.mailbox.of('officer').length;
}

/** How often the send path was called. */
function sends(): number {
  return stage.simulator.state.requests.all().filter((call) => call.path === SEND).length;
}

test.each([
  [1, '2022-05-17T01:00:01.000Z'],
  [2, '2022-05-17T01:00:05.000Z'],
  [3, '2022-05-17T01:00:30.000Z'],
  [4, '2022-05-17T01:05:00.000Z'],
  [5, null],
])('S33: when WeChat is busy at attempt %i, the next is at %s', async (attempt, retryAt) => {
  await stage.control('/faults', { path: SEND, fault: { kind: 'busy' } });
  expect(await send({}, attempt)).toMatchObject({ kind: 'retryable', reason: 'busy', retryAt, ledger: 'none' });
  expect(received()).toBe(0);
});

test.each(['bad-gateway', 'hang'] as const)('S33: after %s nobody knows, and nothing is sent again', async (kind) => {
  await stage.control('/faults', { path: SEND, fault: { kind } });
  const cause = kind === 'hang' ? 'timeout' : 'unreadable';
  expect(await send()).toEqual({ kind: 'unknown', cause, ledger: 'uncertain' });
  expect([received(), sends()]).toEqual([0, 0]);
});

test.each([
  ['cut-after-accepting', 'cut'],
  ['hang-after-accepting', 'timeout'],
] as const)(
  'S33: %s leaves the outcome unknown although the message arrived; it is not sent twice',
  async (kind, cause) => {
    await stage.control('/faults', { path: SEND, fault: { kind } });
    expect(await send()).toEqual({ kind: 'unknown', cause, ledger: 'uncertain' });
    expect([received(), sends(), balance(stage)]).toEqual([1, 1, 2]);
  },
);

test('S33: an answer slower than the time limit is unknown, a quicker one is delivered', async () => {
  const slow = { path: SEND, fault: { kind: 'slow', milliseconds: 300 } };
  await stage.control('/faults', slow);
  expect(await send()).toMatchObject({ kind: 'unknown', cause: 'timeout' });
  await stage.control('/faults', slow);
  expect(await send({ timeoutMs: 5_000 })).toMatchObject({ kind: 'delivered' });
});

test('S33: when nobody listens at all, nothing was sent and it is tried again', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  await new Promise((resolve) => server.close(resolve));
  const outcome = await send({ baseUrl: url, tokenInQuery: false });
  expect(outcome).toMatchObject({ kind: 'retryable', reason: 'unreachable', retryAt: '2022-05-17T01:00:01.000Z' });
});

test('S33: without a token nothing is sent, whatever kept the token away', async () => {
  await stage.control('/faults', { path: TOKEN, fault: { kind: 'hang' } });
  expect(await send()).toMatchObject({ kind: 'retryable', reason: 'unreachable' });
  await stage.control('/faults', { path: TOKEN, fault: { kind: 'bad-gateway' } });
  expect(await send()).toMatchObject({ kind: 'retryable', reason: 'unreachable' });
  await stage.control('/faults', { path: TOKEN, fault: { kind: 'busy' } });
  expect(await send()).toMatchObject({ kind: 'retryable', reason: 'busy' });
  expect(await send({ secret: 'wrong-secret' })).toMatchObject({
    kind: 'refused',
    reason: 'account',
    fault: { errcode: 40125 },
  });
  expect([received(), sends()]).toEqual([0, 0]);
});

test.each([40001, 42001, 40014])(
  'a token refused with %i is replaced and the message sent once more, only once',
  async (errcode) => {
    const fault = { kind: 'errcode', errcode, errmsg: 'token' };
    await stage.control('/faults', { path: SEND, fault });
    expect(await send()).toMatchObject({ kind: 'delivered' });
    await stage.control('/faults', { path: SEND, fault, times: 2 });
    expect(await send()).toMatchObject({ kind: 'retryable', reason: 'token', fault: { errcode } });
    expect(received()).toBe(1);
  },
);

test('a token that another instance has killed by force is replaced without force', async () => {
  const client = stage.client();
  const old = await client.accessToken();
  stage.simulator.state.tokensOf(APP_ID).forced(stage.simulator.state.nowMs());
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  expect(
    await client.sendSubscribeMessage({ openid, message: messageFor('due-soon'), page: null, attempt: 1 }),
  ).toMatchObject({
    kind: 'delivered',
  });
  expect(await client.accessToken()).not.toBe(old);
});

test('an errcode we have never seen is refused as it came, and kept for the operator', async () => {
  await stage.control('/faults', { path: SEND, fault: { kind: 'errcode', errcode: 99999, errmsg: 'something new' } });
  expect(await send()).toMatchObject({
    kind: 'refused',
    reason: 'unrecognised',
    fault: { errcode: 99999 },
    ledger: 'none',
  });
});

test('a fault waits for its turn: the second call fails, the first and third do not', async () => {
  await stage.control('/faults', { path: SEND, fault: { kind: 'busy' }, skip: 1, times: 1 });
  expect([(await send()).kind, (await send()).kind, (await send()).kind]).toEqual([
    'delivered',
    'retryable',
    'delivered',
  ]);
});

test('S34: every error carries a rid, which can be looked up for seven days', async () => {
  const openid = stage.simulator.state.openidOf(APP_ID, 'lead');
  const outcome = await stage
    .client()
    .sendSubscribeMessage({ openid, message: messageFor('due-soon'), page: null, attempt: 1 });
  if (outcome.kind !== 'refused') throw new Error('the send should have been refused');
  const { rid, errmsg } = outcome.fault;
  expect(rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  expect(errmsg).toBe(`user refuse to accept the msg rid: ${String(rid)}`);
  expect(stage.log.at(-1)).toMatchObject({ call: 'sendSubscribeMessage', errcode: 43101, rid });
  expect(await lookUp(rid)).toMatchObject({ errcode: 0, request: { request_url: SEND } });
  stage.clock.advance(7 * 86_400 + 1);
  expect(await lookUp(rid)).toMatchObject({ errcode: 76004 });
  expect(await lookUp('00000000-00000000-00000000')).toMatchObject({ errcode: 76001 });
});

async function lookUp(rid: string | null): Promise<Record<string, unknown>> {
  const path = `/cgi-bin/openapi/rid/get?access_token=${await stage.client().accessToken()}`;
  return (await stage.ask(path, { method: 'POST', body: JSON.stringify({ rid }) })).body;
}

test.each([
  ['33 characters', { scene: 'a'.repeat(33) }, 40169],
  ['a percent sign', { scene: 'a%20b' }, 40129],
  ['Han characters', { scene: '登录' }, 40129],
  ['no scene', { scene: '' }, 40129],
  ['a leading slash', { page: '/pages/home/index' }, 41030],
  ['a query', { page: 'pages/home/index?a=1' }, 41030],
  ['an unknown page', { page: 'pages/none' }, 41030],
  ['a width of 100', { width: 100 }, 40097],
])('S37: a code with %s is refused by a JSON error', async (_name, part, errcode) => {
  const path = `/wxa/getwxacodeunlimit?access_token=${await stage.client().accessToken()}`;
  const body = JSON.stringify({
    scene: 'a',
    page: 'pages/home/index',
    check_path: true,
    env_version: 'release',
    ...part,
  });
  expect((await stage.ask(path, { method: 'POST', body })).body['errcode']).toBe(errcode);
});

test('S37: the port tells picture and error apart by their type, and finds bad orders before asking', async () => {
  const client = stage.client();
  const picture = await client.qrCodeUnlimited({ scene: 'k=ab12', page: 'pages/home/index' });
  expect(picture.contentType).toBe('image/png');
  expect(stage.simulator.state.drawnCodes).toMatchObject([{ scene: 'k=ab12', page: 'pages/home/index' }]);
  await expect(client.qrCodeUnlimited({ scene: 'a', page: 'pages/none' })).rejects.toMatchObject({
    kind: 'page',
    errcode: 41030,
  });
  const before = stage.log.length;
  for (const order of [
    { scene: 'a'.repeat(33), page: 'pages/home/index' },
    { scene: 'a%', page: 'pages/home/index' },
    { scene: 'a', page: '/pages/home/index' },
    { scene: 'a', page: 'pages/home/index', width: 100 },
  ]) {
    await expect(client.qrCodeUnlimited(order)).rejects.toMatchObject({ kind: 'request', errcode: null });
  }
  expect(stage.log).toHaveLength(before);
});
