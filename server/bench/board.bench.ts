import { createPool, type RowDataPacket } from 'mysql2/promise';
import { BoardQueries } from '../src/features/obligations/board.queries';
import { BOARD_QUERIES } from './bare-statements';
import { seedCrowd, type Crowd } from './crowd';
import { PERIOD } from './report';
import type { Ground } from './ground';
import { applicationOn, timeOf } from './in-process';
import { Load, type Aim } from './load';
import { atMost, percentile, type Measure } from './measure';
import { ServerProcess } from './server-process';

const NOW = '2022-05-19T02:00:00.000Z';
const UNITS = 3000;
const WARM_UP = 30;
const ROUNDS = 100;
/** The month's board for 3,000 units beside the two queries it needs: inside one process, and served over HTTP. */
export async function measureBoard(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS, 'board');
  return [await inOneProcess(ground, crowd), await served(ground, crowd)];
}

/** Stitched and summed up, beside the rows alone. */
async function inOneProcess(ground: Ground, crowd: Crowd): Promise<Measure> {
  const app = await applicationOn(ground, NOW);
  const boards = app.get(BoardQueries);
  const pool = createPool({ uri: ground.url.replace(/^mariadb:/, 'mysql:'), connectionLimit: 2 });
  const [board = NaN, queries = NaN] = await mediansOf(
    () => boards.board({ groupId: crowd.groupId, unitId: null }, PERIOD),
    () => Promise.all(BOARD_QUERIES.map((sql) => pool.query<RowDataPacket[]>(sql, [crowd.groupId, PERIOD]))),
  );
  await pool.end();
  await app.close();
  return compared(`board of ${String(UNITS)} units`, board, queries);
}

/** Asked by the lead unit, beside bare Fastify that sends the rows of the two queries as they come. */
async function served(ground: Ground, crowd: Crowd): Promise<Measure> {
  const environment = { DATABASE_URL: ground.url, DATA_DIR: ground.folder, BENCH_NOW: NOW };
  const real = await ServerProcess.start('real-server', environment);
  const bare = await ServerProcess.start('bare-server', { ...environment, BENCH_GROUP: crowd.groupId });
  const load = new Load(1);
  const ask = async ({ port }: ServerProcess): Promise<void> => {
    const [shot] = await load.run([port], () => boardOf(port, crowd));
    if (shot?.status !== 200) throw new Error(`The board of the bench was refused: ${shot?.body ?? ''}`);
  };
  const [board = NaN, queries = NaN] = await mediansOf(
    () => ask(real),
    () => ask(bare),
  );
  load.close();
  await real.stop();
  await bare.stop();
  return compared('  the same over HTTP', board, queries);
}

function boardOf(port: number, crowd: Crowd): Aim {
  return { port, method: 'GET', path: `/api/board?period=${PERIOD}`, token: crowd.leadToken };
}

function compared(what: string, board: number, queries: number): Measure {
  const words = `${what} (${board.toFixed(1)} ms) against its two queries (${queries.toFixed(1)} ms)`;
  return atMost(words, board / queries, 1.3, '×');
}

/** The middle times of two pieces of work, done turn and turn about. */
async function mediansOf(...sides: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [index, work] of sides.entries()) {
      const milliseconds = await timeOf(work);
      if (round >= WARM_UP) times[index]?.push(milliseconds);
    }
  }
  return times.map((some) => percentile(some, 0.5));
}
