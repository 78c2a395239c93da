import type { AddressInfo } from 'node:net';
import { buildApplication } from '../src/main';
import { SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';
import { Ticker } from '../src/platform/schedule';
import { serveQuestions } from './server-process';

/** The real server on the bench's database, at the bench's time; its jobs run when asked, or by their timer with JOBS=1. */
async function run(): Promise<void> {
  const { BENCH_NOW: now = '', BENCH_JOBS: jobs } = process.env;
  const clock = new SettableClock(now, 'flowing');
  const app = await buildApplication({
    configuration: new Configuration({ ...process.env, DEMO: '1', LOG_LEVEL: 'warn' }),
    clock,
    limits: { perAddress: 1e9, perSession: 1e9, signInPerAddress: 1e9 },
  });
  const ticker = app.get(Ticker);
  if (jobs === '1') ticker.start();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  serveQuestions(port, {
    tick: () => ticker.tick(),
    setClock: (at) => {
      clock.set(at);
    },
    stop: () => app.close(),
  });
}

void run();
