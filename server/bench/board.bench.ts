import { createPool, type RowDataPacket } from 'mysql2/promise';
import { BoardQueries } from '../src/features/obligations/board.queries';
import { buildApplication } from '../src/main';
import { SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';
import { PERIOD, seedCrowd } from './crowd';
import type { Ground } from './ground';
import { atMost, percentile, type Measure } from './measure';

const UNITS = 3000;
const WARM_UP = 30;
const ROUNDS = 100;

/** What the board reads of the database, written by hand for mysql2. */
const TWO_QUERIES = [
  `SELECT o.id, o.kind, o.due_at, o.original_due_at, o.met_at, o.channel, o.waived_at, o.record_id,
      u.id AS unit_id, u.name, u.kind AS unit_kind
    FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.group_id = ? AND o.period = ? ORDER BY u.number`,
  `SELECT s.subject_id, s.state, s.updated_at FROM obligation o JOIN delivery_subject s ON s.subject_id = o.id
    WHERE o.group_id = ? AND o.period = ?`,
] as const;

/** The month's board for 3,000 units, stitched and summed up, beside its two queries alone, turn and turn about. */
export async function measureBoard(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS, 'board');
  const app = await buildApplication({
    configuration: new Configuration({
      DEMO: '1',
      DATABASE_URL: ground.url,
      DATA_DIR: ground.folder,
      LOG_LEVEL: 'warn',
    }),
    clock: new SettableClock('2022-05-19T02:00:00.000Z'),
  });
  const boards = app.get(BoardQueries);
  const pool = createPool({ uri: ground.url.replace(/^mariadb:/, 'mysql:'), connectionLimit: 2 });
  const sides = {
    board: () => boards.board({ groupId: crowd.groupId, unitId: null }, PERIOD),
    queries: () => Promise.all(TWO_QUERIES.map((sql) => pool.query<RowDataPacket[]>(sql, [crowd.groupId, PERIOD]))),
  };
  const times = { board: [] as number[], queries: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const side of ['board', 'queries'] as const) {
      const milliseconds = await timeOf(sides[side]);
      if (round >= WARM_UP) times[side].push(milliseconds);
    }
  }
  await pool.end();
  await app.close();
  const [whole, alone] = [percentile(times.board, 0.5), percentile(times.queries, 0.5)];
  const words = `board of ${String(UNITS)} units (${whole.toFixed(1)} ms) against its two queries (${alone.toFixed(1)} ms)`;
  return [atMost(words, whole / alone, 1.3, '×')];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
