import { APP_ID, openStage, SECRET, type Stage } from '../testing/stage';

const OTHER_APP = { appId: 'wxfedcba0987654321', secret: 'secret-of-the-other-app-0123456789' };
let stage: Stage;

beforeEach(async () => {
  stage = await openStage({
    apps: [{ appId: APP_ID, secret: SECRET }, OTHER_APP],
    users: [
      { id: 'officer', phone: '13800000101' },
      { id: 'lead', unionid: 'union-lead' },
    ],
  });
});

afterEach(() => stage.close());

async function codeFor(userId: string, kind: 'login' | 'phone', appId = APP_ID): Promise<string> {
  return String((await stage.control(`/users/${userId}/${kind}-code`, { appId }))['code']);
}

/** What the login call answers, as it is. */
async function login(code: string, query: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const full = { appid: APP_ID, secret: SECRET, js_code: code, grant_type: 'authorization_code', ...query };
  return (await stage.ask(`/sns/jscode2session?${new URLSearchParams(full).toString()}`)).body;
}

test('S8: a login code works for five minutes, once, and for its own app', async () => {
  const client = stage.client();
  const fresh = await codeFor('officer', 'login');
  stage.clock.advance(299);
  await client.code2Session(fresh);
  await expect(client.code2Session(fresh)).rejects.toMatchObject({ kind: 'used-code', errcode: 40163 });
  const old = await codeFor('officer', 'login');
  stage.clock.advance(300);
  await expect(client.code2Session(old)).rejects.toMatchObject({ kind: 'bad-code', errcode: 40029 });
  const foreign = await codeFor('officer', 'login', OTHER_APP.appId);
  await expect(client.code2Session(foreign)).rejects.toMatchObject({ kind: 'bad-code' });
  await expect(client.code2Session('made-up')).rejects.toMatchObject({ kind: 'bad-code', retryable: false });
});

test.each([
  [{ appid: '' }, 41002],
  [{ secret: '' }, 41004],
  [{ js_code: '' }, 41008],
  [{ grant_type: 'client_credential' }, 40002],
  [{ secret: 'wrong' }, 40125],
])('S8: a login with %j is refused with %i', async (query, errcode) => {
  expect((await login(await codeFor('officer', 'login'), query))['errcode']).toBe(errcode);
});

test('S9: a person has one openid in an app and another in another; the session key changes; no errcode comes', async () => {
  const first = await login(await codeFor('officer', 'login'));
  const second = await login(await codeFor('officer', 'login'));
  expect(second['openid']).toBe(first['openid']);
  expect(second['session_key']).not.toBe(first['session_key']);
  expect(Object.keys(first).sort()).toEqual(['openid', 'session_key']);
  const elsewhere = await login(await codeFor('officer', 'login', OTHER_APP.appId), {
    appid: OTHER_APP.appId,
    secret: OTHER_APP.secret,
  });
  expect(elsewhere['openid']).not.toBe(first['openid']);
});

test('S9: a unionid comes only for a person bound to an open platform', async () => {
  const client = stage.client();
  expect(await client.code2Session(await codeFor('lead', 'login'))).toMatchObject({ unionid: 'union-lead' });
  expect(await client.code2Session(await codeFor('officer', 'login'))).toMatchObject({ unionid: null });
});

test('S10: a person whom WeChat blocks cannot sign in', async () => {
  await stage.control('/users/officer/blocked', { blocked: true });
  const code = await codeFor('officer', 'login');
  await expect(stage.client().code2Session(code)).rejects.toMatchObject({ kind: 'blocked-user', errcode: 40226 });
});

test('S11: the 101st login of a person in a clock minute is refused, and the next minute takes it', async () => {
  const client = stage.client();
  for (let count = 0; count < 100; count += 1) await client.code2Session(await codeFor('officer', 'login'));
  const code = await codeFor('officer', 'login');
  await expect(client.code2Session(code)).rejects.toMatchObject({
    kind: 'minute-quota',
    errcode: 45011,
    retryable: true,
  });
  await client.code2Session(await codeFor('lead', 'login'));
  stage.clock.advance(60);
  await client.code2Session(code);
});

test('S12: a login code gives no phone number and a phone code no login', async () => {
  const client = stage.client();
  await expect(client.phoneNumber(await codeFor('officer', 'login'))).rejects.toMatchObject({ errcode: 40029 });
  await expect(client.code2Session(await codeFor('officer', 'phone'))).rejects.toMatchObject({ errcode: 40029 });
});

test('S13: a phone code works for five minutes from the press, once', async () => {
  const client = stage.client();
  const code = await codeFor('officer', 'phone');
  stage.clock.advance(299);
  expect(await client.phoneNumber(code)).toMatchObject({ national: '13800000101' });
  await expect(client.phoneNumber(code)).rejects.toMatchObject({ kind: 'bad-code', errcode: 40029 });
  const old = await codeFor('officer', 'phone');
  stage.clock.advance(300);
  await expect(client.phoneNumber(old)).rejects.toMatchObject({ kind: 'bad-code', errcode: 40029 });
});

test('S13: a phone number with the watermark of another app is not believed', async () => {
  const answer = { errcode: 0, phone_info: { phoneNumber: '1', purePhoneNumber: '1', watermark: { appid: 'wx0' } } };
  const client = stage.client({ tokenInQuery: false, fetch: () => Promise.resolve(Response.json(answer)) });
  await expect(client.phoneNumber('code')).rejects.toMatchObject({ kind: 'unreadable' });
});
