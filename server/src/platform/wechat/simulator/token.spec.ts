import { APP_ID, openStage, SECRET, type Stage } from '../testing/stage';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ readings: { 'error-status': '200' } });
});

afterEach(() => stage.close());

const SEND = '/cgi-bin/message/subscribe/send';
const QUOTA = '/cgi-bin/clear_quota';

function post(path: string, body: string | Uint8Array<ArrayBuffer>): ReturnType<Stage['ask']> {
  return stage.ask(path, { method: 'POST', body });
}

async function stable(force_refresh = false): Promise<{ access_token: string; expires_in: number; errcode?: number }> {
  const request = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, force_refresh };
  return (await post('/cgi-bin/stable_token', JSON.stringify(request))).body as never;
}

async function plain(): Promise<string> {
  const query = new URLSearchParams({ grant_type: 'client_credential', appid: APP_ID, secret: SECRET });
  return String((await stage.ask(`/cgi-bin/token?${query.toString()}`)).body['access_token']);
}

/** The errcode of a call that needs nothing but a token. */
async function codeWith(token: string): Promise<unknown> {
  return (await post(`${QUOTA}?access_token=${token}`, JSON.stringify({ appid: APP_ID }))).body['errcode'];
}

test('S1: only a POST with a JSON object in UTF-8 is read', async () => {
  const path = `${SEND}?access_token=${(await stable()).access_token}`;
  expect((await stage.ask(path)).body['errcode']).toBe(43002);
  expect((await post(path, '')).body['errcode']).toBe(44002);
  expect((await post(path, '{"touser":')).body['errcode']).toBe(47001);
  expect((await post(path, '[]')).body['errcode']).toBe(47001);
  expect((await post(path, new Uint8Array([0x7b, 0xff, 0x7d]))).body['errcode']).toBe(47001);
  expect((await post('/sns/jscode2session', '{}')).body['errcode']).toBe(43001);
});

test('S2: a missing, malformed, unknown, expired or superseded token is told apart', async () => {
  const { access_token: token } = await stable();
  expect(await codeWith('')).toBe(41001);
  expect(await codeWith('short')).toBe(40014);
  expect(await codeWith('x'.repeat(512))).toBe(40001);
  expect(await codeWith(token)).toBe(0);
  stage.clock.advance(7200);
  expect(await codeWith(token)).toBe(42001);
  await stable();
  expect(await codeWith(token)).toBe(40001);
});

test('S3: the stable token stays the same until its last 300 seconds, then old and new both work', async () => {
  const first = await stable();
  expect(first.expires_in).toBe(7200);
  stage.clock.advance(6899);
  expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 301 });
  stage.clock.advance(1);
  const second = await stable();
  expect(second.access_token).not.toBe(first.access_token);
  expect(second.expires_in).toBe(7200);
  stage.clock.advance(299);
  expect([await codeWith(first.access_token), await codeWith(second.access_token)]).toEqual([0, 0]);
  stage.clock.advance(1);
  expect([await codeWith(first.access_token), await codeWith(second.access_token)]).toEqual([40001, 0]);
});

test('S4: a forced refresh kills the old token at once, not twice in 30 seconds, and 20 times a day', async () => {
  const { access_token: old } = await stable();
  const forced = await stable(true);
  expect([await codeWith(old), await codeWith(forced.access_token)]).toEqual([40001, 0]);
  stage.clock.advance(29);
  expect((await stable(true)).access_token).toBe(forced.access_token);
  for (let count = 1; count < 20; count += 1) {
    stage.clock.advance(30);
    expect((await stable(true)).errcode).toBeUndefined();
  }
  stage.clock.advance(30);
  expect((await stable(true)).errcode).toBe(45009);
  stage.clock.advance(86_400);
  expect((await stable(true)).errcode).toBeUndefined();
});

test('S5: the old token call ages its own token and leaves the stable one alone', async () => {
  const { access_token: held } = await stable();
  const first = await plain();
  const second = await plain();
  stage.clock.advance(299);
  expect([await codeWith(first), await codeWith(second), await codeWith(held)]).toEqual([0, 0, 0]);
  stage.clock.advance(1);
  expect([await codeWith(first), await codeWith(second), await codeWith(held)]).toEqual([40001, 0, 0]);
});

test.each([
  ['another grant type', { grant_type: 'password' }, 40002],
  ['another app', { appid: 'wx0000000000000000' }, 40013],
  ['no app', { appid: '' }, 41002],
  ['a wrong secret', { secret: 'wrong' }, 40125],
  ['no secret', { secret: undefined }, 41004],
])('S6: a token is refused for %s', async (_name, part, errcode) => {
  const request = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, ...part };
  expect((await post('/cgi-bin/stable_token', JSON.stringify(request))).body['errcode']).toBe(errcode);
});

test('S6: a token is refused to an address that is not on the list', async () => {
  await stage.close();
  stage = await openStage({ apps: [{ appId: APP_ID, secret: SECRET, allowedIps: ['203.0.113.9'] }] });
  expect((await stable()).errcode).toBe(40164);
  await expect(stage.client().accessToken()).rejects.toMatchObject({
    kind: 'account',
    errcode: 40164,
    retryable: false,
  });
});

test('S7: a token has 512 characters', async () => {
  expect((await stable()).access_token).toHaveLength(512);
});

test('the same seed gives the same tokens, another seed others', async () => {
  const again = await openStage();
  const other = await openStage({ seed: 8 });
  try {
    const [mine, same, different] = [stage, again, other].map((each) => each.client().accessToken());
    expect(await same).toBe(await mine);
    expect(await different).not.toBe(await mine);
  } finally {
    await Promise.all([again.close(), other.close()]);
  }
});
