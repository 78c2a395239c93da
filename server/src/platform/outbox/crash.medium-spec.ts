import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '../clock';
import { execute } from '../database';
import { Outbox } from '.';
import { startChild, type Child } from '../../../test/children/child';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';

const MESSAGES = 300;
/** When so many messages are done, one of the two is killed and another started. */
const KILLED_AT = [30, 90, 150, 210] as const;
/** A claim lasts a minute; at this speed a message that a killed dispatcher held is free again after a second. */
const SPEED = 60;
const LONGEST = 40_000;

describeOnEachDatabase('Two dispatchers that are killed again and again', (open) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await open({ isReshaped: true });
    for (const table of ['tried', 'done']) {
      await test.transactions.run((tx) => execute(tx, `CREATE TABLE ${table} (number INTEGER, pid INTEGER)`));
    }
  });
  afterAll(() => test.close());

  const counts = (table: string): Promise<{ number: number; times: number }[]> =>
    test.database.rows(`SELECT number, COUNT(*) AS times FROM ${table} GROUP BY number`);

  it('lose no message, and repeat only what was in the hands of the killed', async () => {
    const clock = { start: test.clock.now(), since: Date.parse(new SystemClock().now()), speed: SPEED };
    const outbox = new Outbox(test.clock, test.ids);
    const numbers = Array.from({ length: MESSAGES }, (_each, number) => number);
    await test.transactions.run((tx) =>
      outbox.addAll(
        tx,
        numbers.map((number) => ({ topic: 'work', key: `work:${String(number)}`, payload: { number } })),
      ),
    );
    const start = (): Child => startChild('dispatcher', { address: test.address, clock });
    const children = [start(), start()];
    await Promise.all(children.map((child) => child.says('ready')));
    for (const [kill, reached] of KILLED_AT.entries()) {
      await waitUntil(async () => MESSAGES - (await leftOver(test)) >= reached);
      await children[kill % 2]!.kill();
      children[kill % 2] = start();
    }
    await waitUntil(async () => (await leftOver(test)) === 0);
    await Promise.all(children.map((child) => child.kill()));

    const done = await counts('done');
    expect(done.map((row) => Number(row.number)).sort((a, b) => a - b)).toEqual(numbers);
    const repeated = (await counts('tried')).filter((row) => Number(row.times) > 1);
    // Four messages are in work in each dispatcher.
    expect(repeated.length).toBeLessThanOrEqual(KILLED_AT.length * 4);
  }, 60_000);
});

async function leftOver(test: TestDatabase): Promise<number> {
  const sql = "SELECT COUNT(*) AS count FROM outbox_message WHERE state <> 'done'";
  return Number((await test.database.row<{ count: number }>(sql))?.count);
}

async function waitUntil(isReached: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST;
  while (!(await isReached())) {
    if (performance.now() > end) throw new Error('It took too long.');
    await pause(10);
  }
}
