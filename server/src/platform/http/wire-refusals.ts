import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../logging';
import { RequestError } from './domain-error';
import { bodyFor, codeFor } from './refusal.filter';

/** How long a line stays open after its refusal, in milliseconds: closing it on bytes that nobody read would take the answer back. */
const LINGER = 2_000;

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Refuses on the wire what never becomes a request of the framework, in the shape of every other refusal. */
export class WireRefusals {
  constructor(
    private readonly parts: {
      readonly log: Log;
      readonly headers: Readonly<Record<string, string>>;
      readonly nextId: () => string;
    },
  ) {}

  /** What is no HTTP, is too long in its headers, or did not come to its end in time. */
  readonly refuseUnreadable = (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code !== 'ECONNRESET') this.answer(socket, STATUS_OF[error.code ?? ''] ?? 400);
  };

  /** What HTTP knows and this server does not: tunnels, and wishes about how to answer. */
  listenTo(server: Server): void {
    server.on('connect', (_request, socket) => {
      this.answer(socket, 400);
    });
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  }

  private answer(socket: Duplex, status: number): void {
    if (!socket.writable) return;
    const requestId = this.parts.nextId();
    const body = JSON.stringify(bodyFor(codeFor(status), requestId));
    const headers = {
      ...this.parts.headers,
      'x-request-id': requestId,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    endKindly(socket, `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
    const unknown = { method: 'unknown', route: 'unknown', milliseconds: 0, appointmentId: undefined };
    this.parts.log.request({ ...unknown, requestId, status });
  }
}

/** Sends the last words, and reads on for a moment without looking. */
function endKindly(socket: Duplex, text: string): void {
  const end = (): void => void socket.destroy();
  const timer = setTimeout(end, LINGER);
  socket.removeAllListeners('data').on('data', () => undefined);
  socket.on('error', end).once('close', () => {
    clearTimeout(timer);
  });
  socket.end(text);
}

/** Refuses what comes while the server stops, and what HTTP itself forbids. */
export function refuseOutOfOrder(fastify: FastifyInstance): void {
  let isStopping = false;
  fastify.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const { host, expect = '100-continue' } = request.headers;
    if (isStopping) done(RequestError.of(503, 'request.busy'));
    else if (host === undefined && request.raw.httpVersion === '1.1') done(RequestError.of(400, 'request.unreadable'));
    else if (expect.toLowerCase() !== '100-continue') done(RequestError.of(417, 'request.unreadable'));
    else done();
  });
}
