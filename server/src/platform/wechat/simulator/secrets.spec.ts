import { inspect } from 'node:util';
import { WechatError } from '../port/wechat-error';
import { grant, messageFor } from '../testing/messages';
import { APP_ID, openStage, SECRET, type Stage } from '../testing/stage';

const SEND = '/cgi-bin/message/subscribe/send';
let stage: Stage;
let printed: string[];

beforeEach(async () => {
  stage = await openStage();
  printed = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      printed.push(parts.map((part) => inspect(part, { depth: 10 })).join(' '));
    });
  }
});

afterEach(async () => {
  jest.restoreAllMocks();
  await stage.close();
});

/** Everything the port let out: log lines, thrown errors with all their fields and causes, outcomes, console. */
async function everythingSaid(): Promise<{ said: string; secrets: string[] }> {
  const client = stage.client({ timeoutMs: 150 });
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  const order = { openid, message: messageFor('due-soon'), page: null, attempt: 1 };
  const codes = await Promise.all(
    ['login-code', 'login-code', 'phone-code'].map(async (kind) =>
      String((await stage.control(`/users/officer/${kind}`, {}))['code']),
    ),
  );
  const [first = '', second = '', phone = ''] = codes;
  const token = await client.accessToken();
  const said: unknown[] = [];
  const keep = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      (value) => said.push(value),
      (failure: unknown) => said.push(failure),
    );

  await grant(stage, 2);
  await keep(client.code2Session(first));
  await keep(client.code2Session(first));
  await keep(client.phoneNumber(phone));
  await keep(client.phoneNumber(phone));
  await keep(client.phoneNumber('wrong-code-of-the-phone'));
  await keep(client.sendSubscribeMessage(order));
  for (const kind of ['busy', 'bad-gateway', 'hang', 'cut-after-accepting']) {
    for (const path of [SEND, '/sns/jscode2session', '/wxa/business/getuserphonenumber', '/wxa/getwxacodeunlimit']) {
      await stage.control('/faults', { path, fault: { kind } });
    }
    await keep(client.sendSubscribeMessage(order));
    await keep(client.code2Session(second));
    await keep(client.phoneNumber(phone));
    await keep(client.qrCodeUnlimited({ scene: 'a', page: 'pages/home/index' }));
  }
  const echo = { kind: 'errcode', errcode: 40001, errmsg: `bad ${token} ${SECRET}` };
  await stage.control('/faults', { path: SEND, fault: echo, times: 2 });
  await keep(client.sendSubscribeMessage(order));
  await stage.control('/faults', {
    path: '/sns/jscode2session',
    fault: { ...echo, errmsg: `bad ${SECRET} ${second} ${encodeURIComponent(second)}` },
  });
  await keep(client.code2Session(second));
  for (const baseUrl of ['http://127.0.0.1:1', 'not an address']) {
    const lost = stage.client({ baseUrl });
    await keep(lost.code2Session(second));
    await keep(stage.client({ baseUrl, tokenStore: keepsToken(token) }).sendSubscribeMessage(order));
    await keep(stage.client({ baseUrl, tokenStore: keepsToken(token) }).phoneNumber(phone));
  }
  const texts = [...said, ...stage.log].map((each) => `${inspect(each, { depth: 10 })} ${JSON.stringify(each)}`);
  return { said: [...texts, ...printed].join('\n'), secrets: [SECRET, token, ...codes] };
}

function keepsToken(token: string): {
  read: () => Promise<{ token: string; expiresAt: string }>;
  write: () => Promise<void>;
  drop: () => Promise<void>;
} {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    read: () => Promise.resolve({ token, expiresAt: '2022-05-18T00:00:00.000Z' }),
    write: nothing,
    drop: nothing,
  };
}

test('S42: secret, token, codes and session key are in no log line, error, outcome or console output', async () => {
  const { said, secrets } = await everythingSaid();
  expect(said.length).toBeGreaterThan(2_000);
  for (const secret of secrets) expect(said.includes(secret)).toBe(false);
  expect(said).not.toMatch(/session_?key|access_token=|js_code=/i);
});

test('S42: the record of the simulator keeps no token and no code either', async () => {
  const { secrets } = await everythingSaid();
  const { text } = await stage.ask('/__sim/calls');
  for (const secret of secrets) expect(text.includes(secret)).toBe(false);
});

test('S42: an error tells call, kind, errcode and rid, and has no hidden cause', async () => {
  const failure: unknown = await stage
    .client()
    .code2Session('wrong-code-0123456789')
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WechatError);
  expect(failure).toMatchObject({ call: 'code2Session', kind: 'bad-code', errcode: 40029 });
  expect((failure as WechatError).cause).toBeUndefined();
  expect(String(failure)).toMatch(
    /^WechatError: wechat code2Session: bad-code, errcode 40029, invalid code rid: [-0-9a-f]{26}$/,
  );
});
