import { setTimeout as wait } from 'node:timers/promises';
import { SettableClock } from '../src/platform/clock';
import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../src/platform/wechat';
import { startSimulator, type Simulator } from '../src/platform/wechat/simulator';
import { CROWD_APP_ID, countRows, seedCrowd, type Crowd } from './crowd';
import type { Ground } from './ground';
import { atLeast, exactly, type Measure } from './measure';
import { ServerProcess } from './server-process';

const UNITS = 13_000;
const ANSWER_MS = 100;
/** How many messages the server keeps on their way at once. */
const CONCURRENCY = 20;
/** 17 May 2022, 08:30 in Beijing: three working days before. */
const RUNG = '2022-05-17T00:30:00.000Z';
const PATIENCE_SECONDS = 240;

/** Everybody is reminded while WeChat takes 100 ms for each answer; the simulator counts what reached the phones. */
export async function measureReminders(ground: Ground): Promise<readonly Measure[]> {
  const crowd = await seedCrowd(ground.connection, UNITS, 'remind');
  const simulator = await openWechat();
  await grantAll(ground, simulator, crowd);
  const server = await ServerProcess.start('real-server', {
    DATABASE_URL: ground.url,
    DATA_DIR: ground.folder,
    WECHAT_BASE_URL: simulator.url,
    BENCH_NOW: RUNG,
    BENCH_JOBS: '1',
  });
  const seconds = await secondsUntilAll(simulator);
  await wait(3000);
  await server.stop();
  await simulator.close();
  const messages = simulator.state.mailbox.all();
  const reached = new Set(messages.map((message) => message.openid)).size;
  const rate = messages.length / seconds;
  const allowed = (CONCURRENCY * 1000) / ANSWER_MS;
  const told = await countRows(ground.connection, 'delivery', `group_id = '${crowd.groupId}' AND state = 'delivered'`);
  const words = `13,000 reminders (${rate.toFixed(0)} a second) against what ${String(CONCURRENCY)} at once allow`;
  return [
    atLeast(words, (100 * rate) / allowed, 90, '%'),
    exactly('  phones reached', reached, UNITS),
    exactly('  messages sent twice', messages.length - reached, 0),
    exactly('  on record as delivered', told, UNITS),
  ];
}

function openWechat(): Promise<Simulator> {
  return startSimulator({
    port: 0,
    clock: new SettableClock(RUNG, 'flowing'),
    seed: 1,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: ['pages/home/index', 'pages/notice/index', 'pages/report/index'],
    apps: [{ appId: CROWD_APP_ID, secret: DEMO_CREDENTIALS.secret }],
    users: Array.from({ length: UNITS }, (_, index) => ({ id: `user-${String(index)}` })),
    latencyMs: ANSWER_MS,
  });
}

/** Gives every member the openid of a simulated person who takes one message. */
async function grantAll({ connection }: Ground, { state }: Simulator, crowd: Crowd): Promise<void> {
  const templateId = SAMPLE_TEMPLATES.purposes['due-soon'];
  const balances = crowd.members.map((member, index) => {
    const openId = state.openidOf(CROWD_APP_ID, `user-${String(index)}`);
    state.grants.add(openId, templateId);
    return { member, openId, id: `B${member.appointmentId.slice(0, 25)}` };
  });
  for (let start = 0; start < balances.length; start += 1000) {
    const part = balances.slice(start, start + 1000);
    const rows = part.map(({ id, openId }) => [id, openId, templateId, 1, '2022-05-01T00:00:00.000Z']);
    await connection.query('INSERT INTO consent_balance (id, open_id, template_id, balance, updated_at) VALUES ?', [
      rows,
    ]);
    const cases = part.map(() => 'WHEN ? THEN ?').join(' ');
    const values = part.flatMap(({ member, openId }) => [member.openId, openId]);
    const old = part.map(({ member }) => member.openId);
    await connection.query(`UPDATE wechat_account SET open_id = CASE open_id ${cases} END WHERE open_id IN (?)`, [
      ...values,
      old,
    ]);
  }
}

/** From the first message on a phone to the last, in real seconds; gives up after a while and counts what came. */
async function secondsUntilAll({ state }: Simulator): Promise<number> {
  const count = (): number => state.mailbox.all().length;
  for (let turn = 0; count() === 0 && turn < 600; turn += 1) await wait(100);
  const began = performance.now() - ANSWER_MS;
  while (count() < UNITS && performance.now() - began < PATIENCE_SECONDS * 1000) await wait(20);
  return (performance.now() - began) / 1000;
}
