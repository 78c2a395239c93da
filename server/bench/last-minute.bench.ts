import { countRows, DUE_AT, seedCrowd, type Crowd } from './crowd';
import { handInOf } from './hand-in';
import type { Ground } from './ground';
import { Load, type Shot } from './load';
import { cpuSecondsOf, MachineWatch } from './machine';
import { exactly, noted, percentile, under, type Measure } from './measure';
import { ServerProcess } from './server-process';

const UNITS = 13_000;
const IDLE = 300;
const LAST_MINUTE = '2022-05-20T15:59:00.000Z';
const ARRIVE_WITHIN = 59_500;
/** How often they come at the minute's beginning, against its mean; as much more often at its end. */
const AT_FIRST = 0.7;

/**
 * Everybody hands in within the last minute; nothing may be lost or late, and nobody may wait long.
 * They come as people do: each by himself, at random, and ever more often: 155 a second at first, 285 at the end, the last
 * half a second before the due time. Everyone has a connection of his own and waits for nobody else. The sender, the
 * database and the server share the machine.
 */
export async function measureLastMinute(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS + 2 * IDLE, 'last');
  const environment = { DATABASE_URL: ground.url, DATA_DIR: ground.folder, BENCH_JOBS: '1' };
  const server = await ServerProcess.start('real-server', { ...environment, BENCH_NOW: '2022-05-20T12:00:00.000Z' });
  const alone = new Load(1);
  await alone.run(crowd.members.slice(0, IDLE), (member) => handInOf(server.port, member));
  const idle = await alone.run(crowd.members.slice(IDLE, 2 * IDLE), (member) => handInOf(server.port, member));
  alone.close();
  // What falls due by the jump of the clock alone is done first; in a real evening it was done hours ago.
  await server.setClock('2022-05-20T15:58:00.000Z');
  await server.tick();
  const watch = await MachineWatch.start(async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6 + (await server.cpuSeconds()) + cpuSecondsOf(ground.databasePid);
  });
  const crowded = new Load(Infinity);
  await server.setClock(LAST_MINUTE);
  const shots = await crowded.runAt(crowd.members.slice(2 * IDLE), turns(), (member) => handInOf(server.port, member));
  const machine = await watch.words();
  crowded.close();
  await server.stop();
  return [...(await counted(ground, crowd, shots)), waited(idle, shots), noted('  meanwhile the machine', machine)];
}

/** When each one comes, in milliseconds, in order: a Poisson stream whose rate grows evenly; the same in every run. */
function turns(): readonly number[] {
  const growth = 2 * (1 - AT_FIRST);
  const momentOf = (share: number): number =>
    (ARRIVE_WITHIN * (Math.sqrt(AT_FIRST ** 2 + 2 * growth * share) - AT_FIRST)) / growth;
  const draw = chance();
  return Array.from({ length: UNITS }, () => momentOf(draw())).sort((a, b) => a - b);
}

/** Numbers from 0 to 1 that look random and are the same in every run (a linear congruential generator). */
function chance(): () => number {
  let state = 20_220_520;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function counted(ground: Ground, { groupId }: Crowd, shots: readonly Shot[]): Promise<readonly Measure[]> {
  const count = (table: string, condition: string): Promise<number> =>
    countRows(ground.connection, table, `group_id = '${groupId}' AND ${condition}`);
  const given = shots.filter((shot) => shot.status === 200).length;
  const onRecord = (await count('obligation', 'met_at IS NOT NULL')) - 2 * IDLE;
  const writtenAfter = await count('audit_entry', `action = 'report.submit' AND at >= '${DUE_AT}'`);
  return [
    exactly('13,000 hand in within the last minute: receipts given', given, UNITS),
    exactly('  of these not on record', UNITS - onRecord, 0),
    exactly('  of these counted late', await count('obligation', `met_at >= '${DUE_AT}'`), 0),
    noted('  of these written down when the due time had passed', String(writtenAfter)),
  ];
}

function waited(idle: readonly Shot[], shots: readonly Shot[]): Measure {
  const times = (some: readonly Shot[]): readonly number[] => some.map((shot) => shot.milliseconds);
  const calm = percentile(times(idle), 0.5);
  const [half, busy] = [percentile(times(shots), 0.5), percentile(times(shots), 0.99)];
  const words = `  p99 (${busy.toFixed(0)} ms; p50 ${half.toFixed(1)} ms) against the idle p50 (${calm.toFixed(1)} ms)`;
  return under(words, busy / calm, 10, '×');
}
