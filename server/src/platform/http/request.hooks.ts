import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../logging';
import { runInRequest, type RequestContext } from './request-context';

declare module 'fastify' {
  interface FastifyRequest {
    jiannuoContext: RequestContext | null;
  }
}

const SILENT_ROUTES = ['/healthz', '/readyz', '/app/*'];

/** Gives every request its context and its id in the answer, and writes one line about it when it is done. */
export function addRequestHooks(fastify: FastifyInstance, log: Log): void {
  fastify.decorateRequest('jiannuoContext', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  // After the body has been read: reading it would lose the context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const context = { requestId: request.id, ip: request.ip, actor: null, idempotency: null, step: 0 };
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
  log.info(
    {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      appointmentId: request.jiannuoContext?.actor?.appointmentId,
    },
    'request',
  );
}
