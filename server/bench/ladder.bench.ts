import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mysql2/promise';
import { LadderCommands } from '../src/features/supervision';
import { insertAll, seedCrowd, type Row } from './crowd';
import type { Ground } from './ground';
import { applicationOn, timeOf } from './in-process';
import { atMost, exactly, noted, type Measure } from './measure';

/** 25 May 2022, 02:30 in Beijing. */
const NIGHT = '2022-05-24T18:30:00.000Z';
const EACH = 100;
const WARM_UP = 20;
const QUARTER = 250;
const ALL = 1000;
/** How often, in milliseconds, it is looked whether the run that is killed has begun to propose. */
const LOOK_EACH_MS = 20;

/** The night's look through everything that is overdue, also when it was cut off on its way. */
export async function measureLadder(ground: Ground): Promise<readonly Measure[]> {
  const { connection } = ground;
  await runOf(ground, WARM_UP, 'warm');
  const quarter = await runOf(ground, QUARTER, 'few');
  const all = await runOf(ground, ALL, 'all');
  const again = await runOf(ground, 0, 'none');
  await owe(connection, ALL, 'cut');
  const before = await killed(ground);
  const rest = await runOf(ground, 0, 'rest');
  const { count, things } = await proposed(connection);
  return [
    noted(`ladder over ${String(ALL * EACH)} open obligations`, `${(all / 1000).toFixed(1)} s`),
    atMost(
      `  linear: one of ${String(ALL * EACH)} against one of ${String(QUARTER * EACH)}`,
      all / ALL / (quarter / QUARTER),
      1.25,
      '×',
    ),
    noted('  looking again the same night', `${(again / 1000).toFixed(1)} s`),
    noted('  proposed when it was killed', String(before)),
    atMost('  which was on its way', before / (ALL * EACH), 0.5, '×'),
    noted('  going on with the rest', `${(rest / 1000).toFixed(1)} s`),
    exactly('  proposed after it went on: nothing missed', count, ALL * EACH),
    exactly('  of these about different things: nothing double', things, ALL * EACH),
  ];
}

/** Adds what a group of that many units owes, and answers how long a night’s look takes; nothing is left to do for the groups before. */
async function runOf(ground: Ground, units: number, key: string): Promise<number> {
  if (units > 0) await owe(ground.connection, units, key);
  const app = await applicationOn(ground, NIGHT);
  const ladder = app.get(LadderCommands);
  const took = await timeOf(() => ladder.proposeAll(NIGHT));
  await app.close();
  return took;
}

/** Begins in a process of its own, kills that as soon as something is proposed, and answers how much was. */
async function killed({ connection, url, folder }: Ground): Promise<number> {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: folder, BENCH_NOW: NIGHT };
  const child = fork(join(__dirname, 'ladder-process.js'), { env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && (await proposed(connection)).count === 0) await wait(LOOK_EACH_MS);
  child.kill('SIGKILL');
  await ended;
  return (await proposed(connection)).count;
}

/** How many rungs are proposed to the group that was cut off, and about how many different things. */
async function proposed(connection: Connection): Promise<{ readonly count: number; readonly things: number }> {
  const [rows] = await connection.query(
    `SELECT COUNT(*) AS count, COUNT(DISTINCT link_id) AS things FROM supervision_notice
     WHERE group_id LIKE 'CUTG%' AND state = 'proposed'`,
  );
  const [{ count, things }] = rows as [{ count: number; things: number }];
  return { count: Number(count), things: Number(things) };
}

async function owe(connection: Connection, units: number, key: string): Promise<void> {
  const { groupId, members } = await seedCrowd(connection, units, key);
  await connection.query('UPDATE obligation SET met_at = due_at WHERE group_id = ?', [groupId]);
  const rows = members.flatMap(({ unitId }, index): Row[] =>
    Array.from({ length: EACH }, (_, ordinal) => {
      const dueAt = new Date(Date.parse('2022-05-10T10:00:00.000Z') + ((index + ordinal) % 300) * 60_000).toISOString();
      return {
        id: `${key}x${String(index).padStart(6, '0')}${String(ordinal).padStart(3, '0')}`.toUpperCase().padEnd(26, '0'),
        group_id: groupId,
        unit_id: unitId,
        kind: 'material',
        period: '2022-05',
        ordinal: ordinal + 1,
        title: '工作提示单材料',
        article: '第五条',
        due_at: dueAt,
        original_due_at: dueAt,
        version: 1,
        created_at: '2022-05-01T00:00:00.000Z',
      };
    }),
  );
  await insertAll(connection, 'obligation', rows);
  await connection.query('ANALYZE TABLE obligation');
}
