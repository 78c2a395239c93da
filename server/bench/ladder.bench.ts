import type { Connection } from 'mysql2/promise';
import { LadderCommands } from '../src/features/supervision';
import { countRows, insertAll, seedCrowd, type Row } from './crowd';
import type { Ground } from './ground';
import { applicationOn, timeOf } from './in-process';
import { atMost, exactly, noted, type Measure } from './measure';

/** 25 May 2022, 02:30 in Beijing. */
const NIGHT = '2022-05-24T18:30:00.000Z';
const EACH = 100;
const WARM_UP = 20;
const QUARTER = 250;
const ALL = 1000;
/** How long the run lasts that is cut off. */
const CUT_OFF_MS = 3000;

/** The night's look through everything that is overdue, also when it was cut off on its way. */
export async function measureLadder(ground: Ground): Promise<readonly Measure[]> {
  const { connection } = ground;
  await runOf(ground, WARM_UP, 'warm');
  const quarter = await runOf(ground, QUARTER, 'few');
  const all = await runOf(ground, ALL, 'all');
  const again = await runOf(ground, 0, 'none');
  await owe(connection, ALL, 'cut');
  await cutOff(ground);
  const before = await proposed(connection, 'cut');
  await runOf(ground, 0, 'rest');
  const count = await proposed(connection, 'cut');
  return [
    noted(`ladder over ${String(ALL * EACH)} open obligations`, `${(all / 1000).toFixed(1)} s`),
    atMost(
      `  linear: one of ${String(ALL * EACH)} against one of ${String(QUARTER * EACH)}`,
      all / ALL / (quarter / QUARTER),
      1.25,
      '×',
    ),
    noted('  looking again the same night', `${(again / 1000).toFixed(1)} s`),
    noted('  proposed when it was cut off', String(before)),
    exactly('  proposed after it went on', count, ALL * EACH),
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

/** Begins, and takes the database away on the way. */
async function cutOff(ground: Ground): Promise<void> {
  const app = await applicationOn(ground, NIGHT);
  const running = app
    .get(LadderCommands)
    .proposeAll(NIGHT)
    .catch(() => 0);
  await new Promise((resolve) => setTimeout(resolve, CUT_OFF_MS));
  await app.close();
  await running;
}

function proposed(connection: Connection, key: string): Promise<number> {
  return countRows(connection, 'supervision_notice', `group_id LIKE '${key.toUpperCase()}G%' AND state = 'proposed'`);
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
