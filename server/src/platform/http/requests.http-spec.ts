import type { RefusalBody } from './refusal.filter';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';

describeOnEachDatabase('A request', (open) => {
  let database: TestDatabase;
  let test: ServedApplication;
  let liaison: string;

  beforeAll(async () => {
    database = await open({ content: PLATFORM_TABLES });
    test = await startProbe({ database });
    liaison = await probeToken(test, 'liaison-xunke');
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  it('carries its id in the answer and in the refusal', async () => {
    const answer = await test.ask({ url: '/api/probe/nowhere' });
    expect(answer.statusCode).toBe(404);
    const body = answer.json<RefusalBody>();
    expect(body).toEqual({
      code: 'request.not-found',
      sentence: '没有这条记录，或者不归您看。要看请联系牵头单位。',
      requestId: answer.headers['x-request-id'],
    });
  });

  it('without a session is asked to sign in, with a wrong role is refused', async () => {
    expect(await codeOf({ url: '/api/probe/board' })).toEqual([401, 'session.missing']);
    expect(await codeOf({ url: '/api/probe/board', as: 'x'.repeat(43) })).toEqual([401, 'session.ended']);
    expect(await codeOf({ url: '/api/probe/board', as: 'short' })).toEqual([401, 'session.ended']);
    expect(await codeOf({ url: '/api/probe/board', as: liaison })).toEqual([403, 'request.forbidden']);
    const lead = await probeToken(test, 'lead-officer-lead');
    expect((await test.ask({ url: '/api/probe/board', as: lead })).json()).toEqual({ unit: '单位lead' });
  });

  it('to a route that declares nothing is refused to everybody', async () => {
    expect(await codeOf({ url: '/api/probe/undeclared' })).toEqual([401, 'session.missing']);
    expect(await codeOf({ url: '/api/probe/undeclared', as: liaison })).toEqual([403, 'request.forbidden']);
  });

  it('of somebody whose appointment has ended is asked to sign in again', async () => {
    const token = await probeToken(test, 'liaison-ended');
    expect(await codeOf({ url: '/api/probe/board', as: token })).toEqual([401, 'session.ended']);
  });

  it('that writes without a key is refused before anything is done', async () => {
    const body = { name: 'without-key', count: 1 };
    for (const key of ['', 'short', '含汉字的键', 'k'.repeat(65)]) {
      const headers = { 'idempotency-key': encodeURIComponent(key) };
      const answer = await test.ask({ method: 'POST', url: '/api/probe/things', as: liaison, body, headers });
      expect([answer.statusCode, answer.json<RefusalBody>().code]).toEqual([400, 'request.key-missing']);
    }
  });

  it('sent twice with one key is done once', async () => {
    const request = {
      method: 'POST',
      url: '/api/probe/things',
      as: liaison,
      key: 'one-key-1',
      body: { name: 'once', count: 1 },
    } as const;
    const [first, second] = await Promise.all([test.ask(request), test.ask(request)]);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(await codeOf({ ...request, body: { name: 'other', count: 1 } })).toEqual([422, 'request.key-reused']);
    const entries = await test.database.rows("SELECT id FROM audit_entry WHERE subject_id = 'once'");
    expect(entries).toHaveLength(1);
  });

  it('of the wrong shape is told which field to put right, in Chinese', async () => {
    const answer = await test.ask({
      method: 'POST',
      url: '/api/probe/things',
      as: liaison,
      body: { name: '', count: 'many', surplus: 1 },
    });
    expect(answer.statusCode).toBe(422);
    const body = answer.json<RefusalBody>();
    expect(body.code).toBe('request.invalid');
    expect(body.details).toMatchObject([
      { sentence: '送来的内容里多了“surplus”，请退出重进后再试。' },
      { sentence: '请填“姓名”。' },
      { sentence: '“数目”填得不对，请改正。' },
    ]);
  });

  it('that cannot be read is answered, whatever it is', async () => {
    const post = { method: 'POST', url: '/api/probe/things', as: liaison } as const;
    const json = { 'content-type': 'application/json' };
    expect(await codeOf({ ...post, body: '{"name": "a', headers: json })).toEqual([400, 'request.unreadable']);
    expect(await codeOf({ ...post, body: '{"__proto__": {"a": 1}}', headers: json })).toEqual([
      400,
      'request.unreadable',
    ]);
    expect(await codeOf({ ...post, body: 'a'.repeat(10_000_000), headers: json })).toEqual([413, 'request.too-large']);
    expect(await codeOf({ ...post, body: 'x', headers: { 'content-type': 'image/gif' } })).toEqual([
      415,
      'request.media-unknown',
    ]);
    const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await codeOf({ ...post, body: deep, headers: json })).toEqual([400, 'request.unreadable']);
    expect(await codeOf({ ...post, body: '[]', headers: json })).toEqual([422, 'request.invalid']);
    expect(await codeOf({ url: '/api/probe/%E0%A4%A' })).toEqual([400, 'request.unreadable']);
  });

  it('without a body is as good as one with an empty one, as phones send it', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '0' };
    const answer = await test.ask({ method: 'POST', url: '/api/probe/sign-in', headers });
    expect(answer.statusCode).toBe(201);
  });

  it('that fails unforeseen says nothing of why, and leaves the reason in the log', async () => {
    const answer = await test.ask({ url: '/api/probe/broken/unforeseen', as: liaison });
    expect(answer.statusCode).toBe(500);
    expect(answer.json<RefusalBody>().code).toBe('request.unexpected');
    expect(answer.body).not.toMatch(/secret detail|Error|stack/);
    const line = test.logLines.find((each) => each.includes('secret detail'));
    expect(line).toContain(String(answer.headers['x-request-id']));
    expect(line).not.toMatch(/13800000101|t{43}|access_token=abc/);
  });

  it('that a command refuses as a conflict is answered 409', async () => {
    expect(await codeOf({ url: '/api/probe/broken/conflict', as: liaison })).toEqual([409, 'request.conflict']);
  });

  it('leaves no token, key or telephone number in the log', async () => {
    await test.ask({ url: '/api/probe/broken/statement', as: liaison });
    await test.ask({ method: 'POST', url: `/api/probe/sign-in?token=${liaison}&phone=13800000101`, body: {} });
    const log = test.logLines.join('\n');
    expect(log).toContain('/api/probe/things');
    expect(log).not.toContain(liaison);
    expect(log).not.toMatch(/1380000\d{4}|Bearer|one-key-1/);
  });

  async function codeOf(request: Parameters<ServedApplication['ask']>[0]): Promise<[number, string]> {
    const answer = await test.ask(request);
    return [answer.statusCode, answer.json<RefusalBody>().code];
  }
});

describe('Too many requests', () => {
  it('are refused by session, by address, and sooner for signing in', async () => {
    const database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    const test = await startProbe({ database, limits: { perAddress: 40, perSession: 5, signInPerAddress: 3 } });
    const lead = await probeToken(test, 'lead-officer-lead');
    const other = await probeToken(test, 'lead-officer-lead');
    expect(await statuses(test, 6, { url: '/api/probe/board', as: lead })).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(test, 1, { url: '/api/probe/board', as: other })).toEqual([200]);
    expect(await statuses(test, 4, { method: 'POST', url: '/api/probe/sign-in' })).toEqual([201, 201, 201, 429]);
    expect((await statuses(test, 40, { url: '/api/probe/public' })).at(-1)).toBe(429);
    const refused = await test.ask({ url: '/api/probe/public' });
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.json()).toMatchObject({
      code: 'request.too-many',
      sentence: '操作太快了，请过1分钟再试。',
    });
    await test.close();
    await database.close();
  });
});

async function statuses(
  test: ServedApplication,
  times: number,
  request: Parameters<ServedApplication['ask']>[0],
): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push((await test.ask(request)).statusCode);
  return found;
}
