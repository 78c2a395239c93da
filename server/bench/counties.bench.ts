import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { MonthClosingCommands } from '../src/features/assessment/month/month-closing.commands';
import type { Actor } from '../src/platform/identity';
import { MONTH_QUERIES } from './bare-statements';
import { MONTHS, seedCounties } from './counties';
import { countRows } from './crowd';
import type { Ground } from './ground';
import { applicationOn, timeOf } from './in-process';
import { atMost, exactly, noted, type Measure } from './measure';

const WARM_UP = 100;
const QUARTER = 711;
/** Every county of the country. */
const ALL = 2844;

interface Run {
  readonly read: number;
  readonly scored: number;
  readonly scores: number;
}

/** Nine months of all counties made final, from the database to stored scores, beside mysql2 that reads the rows they rest on. */
export async function measureCounties(ground: Ground): Promise<readonly Measure[]> {
  const app = await applicationOn(ground, '2023-01-05T02:00:00.000Z');
  const bare = await createConnection(ground.url.replace(/^mariadb:/, 'mysql:'));
  const closing = app.get(MonthClosingCommands);
  const runOf = async (count: number, key: string): Promise<Run> => {
    const actor = await seedCounties(ground.connection, count, key);
    const times = await timesOf({ closing, bare, actor });
    const scores = await countRows(ground.connection, 'score', `group_id = '${actor.groupId}'`);
    return { ...times, scores };
  };
  await runOf(WARM_UP, 'warm');
  const quarter = await runOf(QUARTER, 'few');
  const all = await runOf(ALL, 'all');
  await bare.end();
  await app.close();
  return [
    exactly(
      `${String(ALL)} counties × ${String(MONTHS.length)} months: stored scores`,
      all.scores,
      ALL * MONTHS.length,
    ),
    noted('  from the database to stored scores, a month', `${(all.scored / MONTHS.length).toFixed(0)} ms`),
    atMost('  against reading the rows that they rest on with bare mysql2', all.scored / all.read, 3, '×'),
    atMost(
      `  linear: a county of ${String(ALL)} against a county of ${String(QUARTER)}`,
      all.scored / ALL / (quarter.scored / QUARTER),
      1.25,
      '×',
    ),
  ];
}

interface Sides {
  readonly closing: MonthClosingCommands;
  readonly bare: Connection;
  readonly actor: Actor;
}

/** Milliseconds of all months together. The rows are read twice before and the quicker time counts, so that neither side waits for the disk. */
async function timesOf({ closing, bare, actor }: Sides): Promise<Omit<Run, 'scores'>> {
  let [read, scored] = [0, 0];
  for (const month of MONTHS) {
    const reading = async (): Promise<void> => {
      for (const sql of MONTH_QUERIES) await bare.query<RowDataPacket[]>(sql, [actor.groupId, month]);
    };
    read += Math.min(await timeOf(reading), await timeOf(reading));
    scored += await timeOf(() => closing.finalise(actor, month));
  }
  return { read, scored };
}
