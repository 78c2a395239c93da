import { openStage, type Stage } from '../testing/stage';
import { MemoryTokenStore, TokenSource } from './token-source';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

function tokenCalls(): number {
  return stage.simulator.state.requests.all().filter((call) => call.path === '/cgi-bin/stable_token').length;
}

test('a token is asked for once, however many calls need it at the same time', async () => {
  const client = stage.client();
  const tokens = await Promise.all(Array.from({ length: 10 }, () => client.accessToken()));
  expect([new Set(tokens).size, tokenCalls()]).toEqual([1, 1]);
});

test('two servers that share nothing hold the same token', async () => {
  expect(await stage.client().accessToken()).toBe(await stage.client().accessToken());
  expect(tokenCalls()).toBe(2);
});

test('two servers with one store ask once', async () => {
  const tokenStore = new MemoryTokenStore();
  await stage.client({ tokenStore }).accessToken();
  await stage.client({ tokenStore }).accessToken();
  expect(tokenCalls()).toBe(1);
});

test('a token is renewed before it ends, and is never one that WeChat refuses', async () => {
  const client = stage.client();
  for (let minute = 0; minute < 300; minute += 1) {
    const token = await client.accessToken();
    expect(() => {
      stage.simulator.state.appOfToken(token);
      stage.simulator.state.tokensOf('wx1234567890abcdef').check(token, stage.simulator.state.nowMs());
    }).not.toThrow();
    stage.clock.advance(60);
  }
  expect(tokenCalls()).toBeLessThanOrEqual(4);
});

test('a token that somebody else has replaced meanwhile is kept', async () => {
  const store = new MemoryTokenStore();
  const asked: number[] = [];
  const source = new TokenSource({
    key: 'key',
    clock: stage.clock,
    store,
    fetchToken: () => Promise.resolve({ token: `fetched-${String(asked.push(1))}`, lifeSeconds: 7200 }),
  });
  await store.write('key', { token: 'of another server', expiresAt: '2022-05-17T03:00:00.000Z' });
  expect(await source.replace('refused token')).toBe('of another server');
  expect(await source.replace('of another server')).toBe('fetched-1');
  expect(await source.current()).toBe('fetched-1');
});

test('after a failed request for a token the next one asks again', async () => {
  await stage.control('/faults', { path: '/cgi-bin/stable_token', fault: { kind: 'busy' } });
  const client = stage.client();
  await expect(client.accessToken()).rejects.toMatchObject({ kind: 'busy', retryable: true });
  expect(await client.accessToken()).toHaveLength(512);
});

test('the token is in the query of calls, or nowhere inside Cloud Run', async () => {
  const urls: string[] = [];
  const spy: typeof fetch = (url) => {
    urls.push(typeof url === 'string' ? url : 'no text');
    return Promise.resolve(Response.json({ errcode: 40029, errmsg: 'invalid code' }));
  };
  const inside = stage.client({ tokenInQuery: false, fetch: spy, baseUrl: 'http://api.weixin.qq.com/' });
  await expect(inside.phoneNumber('code')).rejects.toMatchObject({ kind: 'bad-code' });
  expect(urls).toEqual(['http://api.weixin.qq.com/wxa/business/getuserphonenumber']);
});
