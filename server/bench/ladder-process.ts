import { buildApplication } from '../src/main';
import { LadderCommands } from '../src/features/supervision';
import { SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';

/** One night's look of the ladder in a process of its own, so that it can be killed on its way. */
async function run(): Promise<void> {
  const { BENCH_NOW: now = '' } = process.env;
  const configuration = new Configuration({ ...process.env, DEMO: '1', LOG_LEVEL: 'warn' });
  const app = await buildApplication({ configuration, clock: new SettableClock(now) });
  await app.get(LadderCommands).proposeAll(now);
  await app.close();
}

void run();
