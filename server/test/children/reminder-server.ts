import { setTimeout as pause } from 'node:timers/promises';
import { ReminderPlan } from '../../src/features/reminders';
import { buildApplication } from '../../src/main';
import { Configuration } from '../../src/platform/configuration';
import { Outbox, OutboxDispatcher } from '../../src/platform/outbox';
import { FastClock } from './fast-clock';

interface Argument {
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: { readonly start: string; readonly since: number; readonly speed: number };
  /** Messages on their way at once. */
  readonly concurrency: number;
}

/** A whole server that plans and sends reminders until it is killed. */
async function run({ environment, clock: { start, since, speed }, concurrency }: Argument): Promise<void> {
  const clock = new FastClock(start, since, speed);
  const app = await buildApplication({
    configuration: new Configuration(environment),
    clock,
    logDestination: { write: () => undefined },
  });
  for (const route of app.get(Outbox).routes()) Object.assign(route, { concurrency });
  const plan = app.get(ReminderPlan);
  const dispatcher = app.get(OutboxDispatcher);
  process.stdout.write('ready\n');
  for (;;) {
    await plan.run(clock.now());
    await dispatcher.drainFor(100);
    await pause(10);
  }
}

void run(JSON.parse(process.argv[2] ?? '{}') as Argument);
