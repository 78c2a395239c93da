import { seedCrowd, type Member } from './crowd';
import { handInOf } from './hand-in';
import { REPORT } from './report';
import type { Ground } from './ground';
import { Load } from './load';
import { atMost, exactly, percentile, type Measure } from './measure';
import { ServerProcess } from './server-process';
import { differing, statementsDuring } from './statements';

const NOW = '2022-05-19T02:00:00.000Z';
const ROUNDS = 5;
const WARM_UP = 2000;
const A_ROUND = 500;

interface Rival {
  readonly server: ServerProcess;
  readonly members: readonly Member[];
}

/** CPU of one hand-in: the real server beside a bare one that sends the same statements, turn and turn about. */
export async function measureHandIn(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, 2 * (WARM_UP + 1 + ROUNDS * A_ROUND), 'hand');
  const environment = { DATABASE_URL: ground.url, DATA_DIR: ground.folder, BENCH_NOW: NOW };
  const half = crowd.members.length / 2;
  const real = { server: await ServerProcess.start('real-server', environment), members: crowd.members.slice(0, half) };
  const bare = { server: await ServerProcess.start('bare-server', environment), members: crowd.members.slice(half) };
  const load = new Load(8);
  const statements = [await statementsOf(ground, load, real), await statementsOf(ground, load, bare)] as const;
  const different = differing(...statements);
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = WARM_UP + 1 + round * A_ROUND;
    const [realCost, bareCost] = [await costOf(load, real, from), await costOf(load, bare, from)];
    ratios.push(realCost / bareCost);
    costs.push(realCost);
  }
  load.close();
  await real.server.stop();
  await bare.server.stop();
  const size = (Buffer.byteLength(JSON.stringify(REPORT)) / 1024).toFixed(1);
  const cost = (percentile(costs, 0.5) * 1000).toFixed(2);
  return [
    atMost(`handing in ${size} KB, CPU (${cost} ms) against the bare server`, percentile(ratios, 0.5), 1.5, '×'),
    exactly(
      `  of its ${String(statements[0].length)} statements, those that the bare server does not send alike`,
      different.length,
      0,
    ),
  ];
}

/** Warms a server up; answers the statements of the one hand-in that follows. */
async function statementsOf({ connection }: Ground, load: Load, rival: Rival): Promise<readonly string[]> {
  await send(load, rival, 0, WARM_UP);
  return statementsDuring(connection, () => send(load, rival, WARM_UP, 1));
}

async function costOf(load: Load, rival: Rival, from: number): Promise<number> {
  const before = await rival.server.cpuSeconds();
  await send(load, rival, from, A_ROUND);
  return ((await rival.server.cpuSeconds()) - before) / A_ROUND;
}

async function send(load: Load, { server, members }: Rival, from: number, count: number): Promise<void> {
  const shots = await load.run(members.slice(from, from + count), (member) => handInOf(server.port, member));
  const refused = shots.find((shot) => shot.status !== 200);
  if (refused) throw new Error(`A hand-in of the bench was refused: ${String(refused.status)} ${refused.body}`);
}
