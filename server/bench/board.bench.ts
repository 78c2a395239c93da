import { createPool, type RowDataPacket } from 'mysql2/promise';
import { PERIOD, seedCrowd } from './crowd';
import type { Ground } from './ground';
import { Load } from './load';
import { atMost, percentile, type Measure } from './measure';
import { ServerProcess } from './server-process';

const UNITS = 3000;
const ROUNDS = 40;

/** The month's board for 3,000 units: the whole answer against the two hand-written queries that it needs, rows read to the end. */
export async function measureBoard(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS, 'board');
  const environment = { DATABASE_URL: ground.url, DATA_DIR: ground.folder, BENCH_NOW: '2022-05-19T02:00:00.000Z' };
  const server = await ServerProcess.start('real-server', environment);
  const pool = createPool({ uri: ground.url.replace(/^mariadb:/, 'mysql:'), connectionLimit: 2 });
  const load = new Load(1);
  const aim = {
    port: server.port,
    method: 'GET' as const,
    path: `/api/board?period=${PERIOD}`,
    token: crowd.leadToken,
  };
  const whole: number[] = [];
  const queries: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [shot] = await load.run([aim], (each) => each);
    if (shot?.status !== 200) throw new Error(`The board was refused: ${shot?.body ?? ''}`);
    whole.push(shot.milliseconds);
    const began = performance.now();
    await Promise.all(TWO_QUERIES.map((sql) => pool.query<RowDataPacket[]>(sql, [crowd.groupId, PERIOD])));
    queries.push(performance.now() - began);
  }
  load.close();
  await pool.end();
  await server.stop();
  const [middle, by] = [percentile(whole.slice(5), 0.5), percentile(queries.slice(5), 0.5)];
  const words = `board of ${String(UNITS)} units (${middle.toFixed(0)} ms) against its two queries (${by.toFixed(0)} ms)`;
  return [atMost(words, middle / by, 1.3, '×')];
}

const TWO_QUERIES = [
  `SELECT o.id, o.kind, o.due_at, o.original_due_at, o.met_at, o.channel, o.waived_at, o.record_id,
      u.id AS unit_id, u.name, u.kind AS unit_kind
    FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.group_id = ? AND o.period = ? ORDER BY u.number`,
  `SELECT s.subject_id, s.state, s.updated_at FROM obligation o JOIN delivery_subject s ON s.subject_id = o.id
    WHERE o.group_id = ? AND o.period = ?`,
] as const;
