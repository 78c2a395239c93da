import { setTimeout as pause } from 'node:timers/promises';
import { SystemRandomness, UlidIds } from '../../src/platform/clock';
import type { DatabaseAddress } from '../../src/platform/configuration';
import { Database, execute, IdempotencyRecords, openDataSource, Transactions } from '../../src/platform/database';
import { Log } from '../../src/platform/logging';
import { Outbox, OutboxDispatcher } from '../../src/platform/outbox';
import { OutboxStore } from '../../src/platform/outbox/outbox.store';
import { FastClock } from './fast-clock';

interface Argument {
  readonly address: DatabaseAddress;
  readonly clock: { readonly start: string; readonly since: number; readonly speed: number };
}

/** Works off the outbox until it is killed. The effect of a message is a row; each try leaves a row before it. */
async function run({ address, clock: { start, since, speed } }: Argument): Promise<void> {
  const clock = new FastClock(start, since, speed);
  const randomness = new SystemRandomness();
  const ids = new UlidIds(clock, randomness);
  const dataSource = await openDataSource(address, { migrations: [] });
  const database = new Database(dataSource);
  const transactions = new Transactions(database, new IdempotencyRecords(database, clock, ids), clock, randomness);
  const outbox = new Outbox(clock, ids);
  const store = new OutboxStore(database, transactions, clock, ids);
  const dispatcher = new OutboxDispatcher(outbox, store, clock, new Log('fatal'));
  outbox.handle('work', async (payload) => {
    const { number } = payload as { number: number };
    await transactions.run((tx) => execute(tx, 'INSERT INTO tried (number, pid) VALUES (?, ?)', [number, process.pid]));
    await pause(5);
    await transactions.run((tx) => execute(tx, 'INSERT INTO done (number, pid) VALUES (?, ?)', [number, process.pid]));
    return null;
  });
  process.stdout.write('ready\n');
  for (;;) {
    await dispatcher.drainFor(200);
    await pause(10);
  }
}

void run(JSON.parse(process.argv[2] ?? '{}') as Argument);
