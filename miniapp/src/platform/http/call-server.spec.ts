import { fakeTaro } from '../../../test/taro';
import { currentToken, forgetSession, keepSession } from '../session/token';
import { ApiError } from './api-error';
import { callServer } from './call-server';

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error('it did not fail');
  return error;
}

describe('a call to the server', () => {
  afterEach(forgetSession);

  it('carries who asks, and a key of its own for every write', async () => {
    fakeTaro.state.server = () => ({ status: 200, body: { ok: true } });
    keepSession('secret-token', '2022-06-01T00:00:00.000Z');
    await callServer({ path: '/api/me' });
    await callServer({ method: 'POST', path: '/api/a', body: {} });
    await callServer({ method: 'POST', path: '/api/a', body: {} });
    const [read, first, second] = fakeTaro.state.requests;
    expect(read!.header['authorization']).toBe('Bearer secret-token');
    expect(read!.header['idempotency-key']).toBeUndefined();
    expect(first!.header['idempotency-key']).toMatch(/^[0-9a-z]{20}$/);
    expect(second!.header['idempotency-key']).not.toBe(first!.header['idempotency-key']);
  });

  it('answers the server’s sentence and code for a refusal', async () => {
    fakeTaro.state.server = () => ({
      status: 409,
      body: { code: 'reporting.closed', sentence: '这个月已经关闭。', requestId: 'r-1', details: [1] },
    });
    const error = await failureOf(callServer({ path: '/api/x' }));
    expect(error).toMatchObject({
      kind: 'refused',
      status: 409,
      code: 'reporting.closed',
      sentence: '这个月已经关闭。',
      details: [1],
    });
  });

  it('is signed out on 401, broken on 500 or on an answer that is not ours', async () => {
    fakeTaro.state.server = () => ({ status: 401, body: { code: 'session.ended', sentence: '太久没用，请再登录。' } });
    expect((await failureOf(callServer({ path: '/api/x' }))).kind).toBe('signed-out');
    fakeTaro.state.server = () => ({ status: 502, body: '<html>Bad Gateway</html>' });
    expect(await failureOf(callServer({ path: '/api/x' }))).toMatchObject({ kind: 'broken', code: 'server.502' });
  });

  it('ends the session that the server does not know any more, and not one that began since', async () => {
    keepSession('first', '2022-06-01T00:00:00.000Z');
    fakeTaro.state.server = () => ({ status: 401, body: { code: 'session.ended', sentence: '太久没用，请再登录。' } });
    const late = failureOf(callServer({ path: '/api/x' }));
    keepSession('second', '2022-06-01T00:00:00.000Z');
    await late;
    expect(currentToken()).toBe('second');
    await failureOf(callServer({ path: '/api/x' }));
    expect(currentToken()).toBeNull();
  });

  it('is offline when no answer comes', async () => {
    fakeTaro.state.server = () => Promise.reject(new Error('request:fail timeout'));
    expect(await failureOf(callServer({ path: '/api/x' }))).toMatchObject({
      kind: 'offline',
      code: 'network.unreachable',
    });
  });
});
