import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock, Randomness } from '../clock';
import type { Log } from '../logging';
import { runInRequest, type RequestContext } from './request-context';

declare module 'fastify' {
  interface FastifyRequest {
    jiannuoContext: RequestContext | null;
    /** The JSON as it came, for its hash; null for other bodies. */
    jiannuoBody: string | null;
  }
}

const SILENT_ROUTES = ['/healthz', '/readyz', '/app/*'];

/** Gives every request its context, and every answer the security headers and the request's id, and writes one line about each when it is done. */
export function addRequestHooks(
  fastify: FastifyInstance,
  {
    log,
    clock,
    headers,
  }: { readonly log: Log; readonly clock: Clock; readonly headers: Readonly<Record<string, string>> },
): void {
  fastify.decorateRequest('jiannuoContext', null);
  fastify.decorateRequest('jiannuoBody', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    // What people report is not for shared computers' and proxies' memories.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done();
  });
  // After the body has been read: reading it would lose the context, and what has not come yet has not arrived.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const { id: requestId, ip } = request;
    const context = { requestId, ip, arrivedAt: clock.now(), actor: null, idempotency: null, step: 0 };
    request.jiannuoContext = context;
    runInRequest(context, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    writeLine(log, request, reply);
    done();
  });
}

function writeLine(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'unknown';
  if (reply.statusCode < 400 && SILENT_ROUTES.includes(route)) return;
  log.request({
    requestId: request.id,
    method: request.method,
    route,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
    appointmentId: request.jiannuoContext?.actor?.appointmentId,
  });
}

/** Makes ids for requests: this process's own start, and a number. */
export function requestIds(randomness: Randomness): () => string {
  const start = randomness.bytes(9).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${start}-${count.toString(36)}`;
  };
}
