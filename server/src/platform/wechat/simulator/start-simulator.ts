import { fastify, type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { EventDispatcher } from './callback/event-dispatcher';
import { ControlFault, type ControlRoute } from './control/control-route';
import { PERSON_ROUTES } from './control/person-routes';
import { PLATFORM_ROUTES } from './control/platform-routes';
import type { SimulatorOptions } from './options';
import { SimulatorState } from './state/simulator-state';
import { addWechatSide } from './wechat-side';

/** A running simulator: `url` stands for WeChat's host, `state` and `events` are the inside for tests and the demo. */
export interface Simulator {
  readonly url: string;
  readonly state: SimulatorState;
  readonly events: EventDispatcher;
  close(): Promise<void>;
}

/** How often late events are looked at, in real milliseconds. */
const LATE_EVENTS_EVERY_MS = 200;

/** Starts a simulated WeChat on the loopback address. It refuses what the real one refuses. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const state = new SimulatorState(options);
  const events = new EventDispatcher(state);
  const server = fastify({ forceCloseConnections: true, bodyLimit: 1_048_576 });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  addWechatSide(server, state, events);
  for (const route of [...PERSON_ROUTES, ...PLATFORM_ROUTES]) addControlRoute(server, route, { state, events });
  await server.listen({ host: '127.0.0.1', port: options.port });
  const timer = setInterval(() => void events.deliverDue(), LATE_EVENTS_EVERY_MS).unref();
  return {
    url: `http://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`,
    state,
    events,
    async close() {
      clearInterval(timer);
      await events.deliverDue();
      await server.close();
    },
  };
}

function addControlRoute(
  server: FastifyInstance,
  route: ControlRoute,
  inside: { state: SimulatorState; events: EventDispatcher },
): void {
  server.route({
    method: route.method,
    url: route.path,
    async handler(request, reply) {
      try {
        const params = request.params as Record<string, string>;
        const query = request.query as Record<string, string>;
        return await route.answer({ ...inside, params, query, body: controlBody(request.body) });
      } catch (failure) {
        if (!(failure instanceof ControlFault)) throw failure;
        return reply.code(400).send({ message: failure.message });
      }
    },
  });
}

function controlBody(raw: unknown): Readonly<Record<string, unknown>> {
  if (!Buffer.isBuffer(raw) || raw.length === 0) return {};
  try {
    const body: unknown = JSON.parse(raw.toString('utf8'));
    if (typeof body === 'object' && body !== null) return body as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  throw new ControlFault('body must be a JSON object');
}
