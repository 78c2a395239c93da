import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';
import { OutboxDispatcher } from '.';

const RUNG = '2022-05-17T00:30:00.000Z';
const BOUND_UNITS = 18;

const opened: { close(): Promise<void> }[] = [];

async function openPlanned(open: () => Promise<TestDatabase>): Promise<{ stage: ReminderStage; test: TestDatabase }> {
  const test = await open();
  opened.unshift(test);
  const stage = await ReminderStage.open(test);
  opened.unshift(stage);
  await stage.grantAll();
  stage.clock.set(RUNG);
  await stage.plan();
  return { stage, test };
}

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('When the database is gone for a minute (MariaDB)', () => {
  it('nothing is lost, and everybody is reminded once when it is back', async () => {
    const { stage } = await openPlanned(() => openTestDatabase('mariadb'));
    const dataSource = stage.server.app.get(DataSource);
    await dataSource.destroy();
    await stage.server.ticker.tick();
    stage.clock.advance(61_000);
    await dataSource.initialize();
    await stage.pass(5);
    expect(stage.messages()).toHaveLength(BOUND_UNITS);
    expect(new Set(stage.messages().map((message) => message.userId)).size).toBe(BOUND_UNITS);
    expect((await stage.deliveries()).filter((each) => each.state === 'delivered')).toHaveLength(BOUND_UNITS);
  });
});

describeOnEachDatabase('When the server is stopped in the middle of sending', (open) => {
  it('what was sent is written down before it ends', async () => {
    const { stage, test } = await openPlanned(open);
    const { server, simulator } = stage;
    simulator.state.latencyMs = 100;
    const draining = server.app.get(OutboxDispatcher).drain();
    while (simulator.state.sendsInFlight.size === 0) await pause(5);
    await server.close();
    await draining;
    const sql = "SELECT outcome FROM delivery_attempt WHERE channel = 'one-time'";
    const sent = await test.database.rows<{ outcome: string }>(sql);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every((each) => each.outcome === 'accepted')).toBe(true);
    expect(stage.messages()).toHaveLength(sent.length);
  });
});
