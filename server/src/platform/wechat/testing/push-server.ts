import { fastify } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { SubscriptionEvent } from '../push/push-event';
import { PushReceiver, type PushQuery } from '../push/push-receiver';
import { MemoryReplayStore } from '../push/replay-guard';
import type { SimulatedCallback } from '../simulator/options';
import { APP_ID, type StageClock } from './stage';

/** A callback address with the real receiver behind it. */
export interface PushServer {
  readonly callback: SimulatedCallback;
  /** Every event handed on, duplicates too. */
  readonly events: SubscriptionEvent[];
  /** The statuses answered, in order. */
  readonly statuses: number[];
  /** Makes the next pushes fail while they are kept. */
  failNext(times: number): void;
  /** Makes every answer take real milliseconds. */
  slowDown(milliseconds: number): void;
  close(): Promise<void>;
}

const TOKEN = 'push-token-of-the-stage';
const ENCODING_AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/** Opens a callback address that runs on the given clock. */
export async function openPushServer(
  clock: StageClock,
  how: Pick<SimulatedCallback, 'mode' | 'format'>,
): Promise<PushServer> {
  const events: SubscriptionEvent[] = [];
  const statuses: number[] = [];
  let failing = 0;
  let delay = 0;
  const receiver = new PushReceiver({
    appId: APP_ID,
    token: TOKEN,
    encodingAesKey: how.mode === 'safe' ? ENCODING_AES_KEY : null,
    clock,
    replays: new MemoryReplayStore(clock),
    handle(received) {
      failing -= 1;
      if (failing >= 0) return Promise.reject(new Error('cannot keep'));
      events.push(...received);
      return Promise.resolve();
    },
  });
  const server = fastify({ forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  server.get('/push', (request, reply) => {
    const { status, body } = receiver.verify(request.query as PushQuery);
    return reply.code(status).send(body);
  });
  server.post('/push', async (request, reply) => {
    const { status, body } = await receiver.receive(request.query as PushQuery, String(request.body));
    statuses.push(status);
    await new Promise((resolve) => setTimeout(resolve, delay));
    return reply.code(status).send(body);
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${String((server.server.address() as AddressInfo).port)}/push`;
  return {
    callback: { url, token: TOKEN, encodingAesKey: ENCODING_AES_KEY, ...how },
    events,
    statuses,
    failNext(times) {
      failing = times;
    },
    slowDown(milliseconds) {
      delay = milliseconds;
    },
    close: () => server.close(),
  };
}
