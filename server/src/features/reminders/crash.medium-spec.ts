import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '../../platform/clock';
import { startChild, type Child } from '../../../test/children/child';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';

/** Tuesday the 17th, 08:30: the rung of three working days before has just come. */
const START = '2022-05-17T00:30:00.000Z';
/** The claims of a killed server, and the wait for WeChat's word, are over after a few real seconds. */
const SPEED = 40;
const CONCURRENCY = 3;
const ALL_UNITS = 20;
/** When WeChat has taken so many messages, the server is killed. */
const KILLED_AT = [2, 6, 11] as const;
const LONGEST = 50_000;

describeOnEachDatabase('A server that is killed between commit and send, again and again', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
    await stage.grantAll(3);
    stage.simulator.state.latencyMs = 60;
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  it('reminds nobody twice, forgets nobody, and leaves nothing without an end', async () => {
    const { address, directory } = database;
    const environment = {
      DEMO: '1',
      DATABASE_URL: address.kind === 'sqlite' ? address.file : address.url,
      DATA_DIR: directory,
      WECHAT_BASE_URL: stage.simulator.url,
    };
    const clock = { start: START, since: Date.parse(new SystemClock().now()), speed: SPEED };
    const start = (): Child => startChild('reminder-server', { environment, clock, concurrency: CONCURRENCY });
    let server = start();
    for (const taken of KILLED_AT) {
      await waitUntil(() => Promise.resolve(stage.messages().length >= taken));
      await server.kill();
      server = start();
    }
    await waitUntil(async () => {
      const deliveries = await stage.deliveries();
      const ended = deliveries.filter((each) => ['delivered', 'already-done', 'call-list'].includes(each.state));
      return deliveries.length === ALL_UNITS && ended.length === ALL_UNITS;
    });
    await server.kill();

    const receivers = stage.messages().map((message) => message.userId);
    expect(new Set(receivers).size).toBe(receivers.length);
    const deliveries = await stage.deliveries();
    expect(new Set(deliveries.map((each) => each.unit)).size).toBe(ALL_UNITS);
    const unclear = deliveries.filter((each) => each.reason === 'no-answer');
    expect(unclear.length).toBeGreaterThan(0);
    expect(unclear.length).toBeLessThanOrEqual(KILLED_AT.length * CONCURRENCY);
    expect(deliveries.filter((each) => each.state === 'delivered').length).toBeLessThanOrEqual(receivers.length);
    expect(await stage.inbox('逊克县', 'liaison')).toMatchObject({ toDo: [{ isUnread: true }] });
  }, 70_000);
});

async function waitUntil(isReached: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST;
  while (!(await isReached())) {
    if (performance.now() > end) throw new Error('It took too long.');
    await pause(10);
  }
}
