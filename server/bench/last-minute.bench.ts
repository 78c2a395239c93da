import { countRows, DUE_AT, seedCrowd } from './crowd';
import { handInOf } from './hand-in';
import type { Ground } from './ground';
import { Load } from './load';
import { exactly, percentile, under, type Measure } from './measure';
import { ServerProcess } from './server-process';

const UNITS = 13_000;
const IDLE = 300;
/** The last minute begins, and how long the hand-ins take to arrive. */
const LAST_MINUTE = '2022-05-20T15:59:00.000Z';
const ARRIVE_WITHIN = 55_000;
const CONNECTIONS = 64;

/** Everybody hands in within the last minute; nothing may be lost or late, and nobody may wait long. */
export async function measureLastMinute(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS + 2 * IDLE, 'last');
  const environment = { DATABASE_URL: ground.url, DATA_DIR: ground.folder, BENCH_JOBS: '1' };
  const server = await ServerProcess.start('real-server', { ...environment, BENCH_NOW: '2022-05-20T12:00:00.000Z' });
  const alone = new Load(1);
  await alone.run(crowd.members.slice(0, IDLE), (member) => handInOf(server.port, member));
  const idle = await alone.run(crowd.members.slice(IDLE, 2 * IDLE), (member) => handInOf(server.port, member));
  alone.close();
  await server.setClock(LAST_MINUTE);
  // What falls due by the jump of the clock alone is done first; in a real evening it was done hours ago.
  await server.tick();
  const crowded = new Load(CONNECTIONS);
  const shots = await crowded.runOver(crowd.members.slice(2 * IDLE), ARRIVE_WITHIN, (member) =>
    handInOf(server.port, member),
  );
  crowded.close();
  await server.stop();
  const calm = percentile(
    idle.map((shot) => shot.milliseconds),
    0.5,
  );
  const busy = percentile(
    shots.map((shot) => shot.milliseconds),
    0.99,
  );
  const inGroup = `group_id = '${crowd.groupId}'`;
  const words = `p99 in the last minute (${busy.toFixed(0)} ms) against the idle p50 (${calm.toFixed(1)} ms)`;
  return [
    exactly(
      '13,000 hand in within the last minute: receipts given',
      shots.filter((shot) => shot.status === 200).length,
      UNITS,
    ),
    exactly(
      '  of these not on record',
      UNITS - ((await countRows(ground.connection, 'obligation', `${inGroup} AND met_at IS NOT NULL`)) - 2 * IDLE),
      0,
    ),
    exactly(
      '  of these counted late',
      await countRows(ground.connection, 'obligation', `${inGroup} AND met_at >= '${DUE_AT}'`),
      0,
    ),
    under(words, busy / calm, 10, '×'),
  ];
}
