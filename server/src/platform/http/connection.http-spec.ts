import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, ProbeController, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';
import type { RefusalBody } from './refusal.filter';

/** What came back over the wire: status, headers and body of the last answer. */
interface WireAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: RefusalBody;
}

const HEAD = 'HTTP/1.1\r\nhost: sample\r\n';
const POST = `POST /api/probe/sign-in ${HEAD}content-type: application/json\r\n`;

describe('What never becomes a request', () => {
  let database: TestDatabase;
  let test: ServedApplication;
  let port: number;

  beforeAll(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    test = await startProbe({ database });
    await test.app.listen(0, '127.0.0.1');
    port = Number(new URL(await test.app.getUrl()).port);
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  it.each([
    ['headers of 100 KB', `GET / ${HEAD}x: ${'x'.repeat(100_000)}\r\n\r\n`, 431, 'request.headers-too-large'],
    ['headers of 10 MB', `GET / ${HEAD}x: ${'x'.repeat(10_000_000)}\r\n\r\n`, 431, 'request.headers-too-large'],
    ['an address of 100 KB', `GET /${'x'.repeat(100_000)} ${HEAD}\r\n`, 431, 'request.headers-too-large'],
    ['no HTTP', 'hello\r\n\r\n', 400, 'request.unreadable'],
    ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'request.unreadable'],
    ['HTTP of another age', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'request.unreadable'],
    ['a length that is no number', `${POST}content-length: many\r\n\r\n`, 400, 'request.unreadable'],
    [
      'two ways to say the length',
      `${POST}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'request.unreadable',
    ],
    ['a broken piece', `${POST}transfer-encoding: chunked\r\n\r\nzz\r\n`, 400, 'request.unreadable'],
    ['no host', 'GET /api/probe/public HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'request.unreadable'],
    [
      'a wish nobody knows',
      `GET /api/probe/public ${HEAD}expect: a-miracle\r\nconnection: close\r\n\r\n`,
      417,
      'request.unreadable',
    ],
    ['a method nobody knows', `BREW / ${HEAD}\r\n`, 400, 'request.unreadable'],
    ['a tunnel', `CONNECT sample:443 ${HEAD}\r\n`, 400, 'request.unreadable'],
  ])('is refused in one sentence when it is %s', async (_what, text, status, code) => {
    const answer = await exchange(port, text);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.sentence).toMatch(/^[^。]+。[^。]*。?$/);
    expect(answer.body.requestId).toMatch(/\S/);
    expect(answer.head).toMatch(/content-type: application\/json; charset=utf-8/i);
    expect(answer.head).toMatch(/connection: close/i);
    expect(answer.head).toMatch(/x-content-type-options: nosniff/i);
    expect(test.logLines.join('')).toContain(answer.body.requestId);
  });

  it('is told when it took too long', async () => {
    const socket = connect(port, '127.0.0.1');
    const [served] = (await once(test.app.getHttpServer(), 'connection')) as [object];
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    test.app.getHttpServer().emit('clientError', late, served);
    const answer = await answerOn(socket);
    expect([answer.status, answer.body.code]).toEqual([408, 'request.unreadable']);
  });

  it('leaves the server well', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /api/probe/sign-in ${HEAD}content-length: 100\r\n\r\n`);
    socket.resetAndDestroy();
    expect((await fetch(`http://127.0.0.1:${String(port)}/api/probe/public`)).status).toBe(200);
  });
});

describe('A body that is turned down', () => {
  let database: TestDatabase;
  let test: ServedApplication;
  let url: string;

  beforeAll(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    test = await startProbe({ database });
    await test.app.listen(0, '127.0.0.1');
    url = await test.app.getUrl();
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  it.each([
    ['of 10 MB', 'sign-in', { 'content-length': '10000000', 'content-type': 'application/json' }, 413],
    ['of 10 MB in pieces', 'sign-in', { 'content-type': 'application/json' }, 413],
    ['of an unknown kind', 'sign-in', { 'content-length': '10000000', 'content-type': 'image/gif' }, 415],
    ['that nobody waits for', 'nowhere', { 'content-length': '10000000', 'content-type': 'application/json' }, 413],
  ])(
    '%s is answered even to callers who only listen when they have sent it all',
    async (_what, path, headers, status) => {
      for (let time = 0; time < 5; time += 1) {
        const answer = await sendThenListen(`${url}/api/probe/${path}`, headers, 10_000_000);
        expect(answer.status).toBe(status);
        expect(answer.body.sentence).toMatch(/。$/);
      }
    },
  );

  it('leaves the line open for the next request', async () => {
    const big = `${POST}content-length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`;
    const next = `GET /api/probe/nowhere ${HEAD}connection: close\r\n\r\n`;
    const answer = await exchange(Number(new URL(url).port), big + next);
    expect(answer.status).toBe(404);
  });
});

describe('A request that comes while the server stops', () => {
  it('on a line that is still busy is told to try again', async () => {
    const database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    const test = await startProbe({ database });
    await test.app.listen(0, '127.0.0.1');
    const socket = connect(Number(new URL(await test.app.getUrl()).port), '127.0.0.1');
    const begun = ProbeController.slowBegun;
    socket.write(`GET /api/probe/slow ${HEAD}\r\n`);
    while (ProbeController.slowBegun === begun) await pause(5);
    const closing = test.close();
    await pause(50);
    socket.write(`GET /api/probe/public ${HEAD}\r\n`);
    const answer = await answerOn(socket);
    expect([answer.status, answer.body.code]).toEqual([503, 'request.busy']);
    expect(answer.head).toMatch(/connection: close/i);
    await closing;
    await database.close();
  });
});

/** Sends bytes over a bare line and reads what comes back until the line is closed. */
function exchange(port: number, text: string): Promise<WireAnswer> {
  const socket = connect(port, '127.0.0.1');
  socket.write(Buffer.from(text, 'latin1'));
  return answerOn(socket);
}

function answerOn(socket: ReturnType<typeof connect>): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => (received += piece));
    socket.on('error', reject);
    socket.on('close', () => {
      const last = received.slice(received.lastIndexOf('HTTP/1.1 '));
      const [head = '', body = ''] = last.split('\r\n\r\n');
      resolve({ status: Number(last.slice(9, 12)), head, body: JSON.parse(body) as RefusalBody });
    });
  });
}

/** Sends a whole body, and listens only then. */
async function sendThenListen(
  url: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<{ readonly status: number | undefined; readonly body: RefusalBody }> {
  const sending = httpRequest(url, { method: 'POST', headers, agent: false });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  sending.end(Buffer.alloc(bytes, 'x'));
  const [answer] = await answered;
  const pieces = (await answer.toArray()) as Buffer[];
  return { status: answer.statusCode, body: JSON.parse(Buffer.concat(pieces).toString()) as RefusalBody };
}
