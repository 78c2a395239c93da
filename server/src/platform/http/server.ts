import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import multipart from '@fastify/multipart';
import type { Clock, Randomness } from '../clock';
import type { Configuration } from '../configuration';
import { addBodyParsers } from './body-parsers';
import { nestLogger, type Log } from '../logging';
import { serveApiDocs } from './api-docs';
import { bodyFor, RefusalFilter } from './refusal.filter';
import { addRequestHooks, requestIds } from './request.hooks';
import { inlineScriptHashes, serveScreens } from './screens';
import { securityHeaders } from './security-headers';
import { shapePipe } from './shape.pipe';
import { readOnWhenRefused } from './unread-body';
import { refuseOutOfOrder, WireRefusals } from './wire-refusals';

/** What a request's body may weigh, in bytes; attachments have a limit of their own. */
const BODY_LIMIT = 1_048_576;

/** How long a request may take to come in, in milliseconds: 20 MB over a bad line in the mountains. */
const ARRIVAL_LIMIT = 600_000;

/** Builds the whole server over `module`, ready to listen or to be asked by tests; nothing listens yet. */
export async function createHttpApplication(
  module: Type | DynamicModule,
  parts: {
    readonly configuration: Configuration;
    readonly log: Log;
    readonly clock: Clock;
    readonly randomness: Randomness;
  },
): Promise<NestFastifyApplication> {
  const { configuration, log, clock, randomness } = parts;
  const scriptHashes = inlineScriptHashes(configuration.screensDirectory);
  const headers = await securityHeaders({ isSecure: configuration.isSecure, scriptHashes });
  const nextId = requestIds(randomness);
  const wire = new WireRefusals({ log, headers, nextId });
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: configuration.trustedProxies,
    requestIdHeader: false,
    genReqId: nextId,
    requestTimeout: ARRIVAL_LIMIT,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: { requireHostHeader: false },
    clientErrorHandler: wire.refuseUnreadable,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.status(400).send(bodyFor('request.unreadable', request.id));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    bodyParser: false,
    cors: false,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  wire.listenTo(fastify.server);
  addRequestHooks(fastify, { log, clock, headers });
  refuseOutOfOrder(fastify);
  readOnWhenRefused(fastify);
  addBodyParsers(fastify);
  closeIdleWhileStopping(fastify);
  await fastify.register(multipart, { throwFileSizeLimit: false });
  await serveScreens(fastify, configuration.screensDirectory);
  app.useGlobalFilters(new RefusalFilter(log));
  app.useGlobalPipes(shapePipe());
  serveApiDocs(app);
  await app.init();
  await fastify.ready();
  return app;
}

/** A connection whose last answer is given must not keep a stopping server waiting for its next request. */
function closeIdleWhileStopping(fastify: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', (done) => {
    timer = setInterval(() => {
      fastify.server.closeIdleConnections();
    }, 50);
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(timer);
    done();
  });
}
