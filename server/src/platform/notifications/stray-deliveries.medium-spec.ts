import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';
import { insertRows } from '../database';
import { DELIVERY_TOPIC } from './delivery.commands';
import { StrayDeliveriesJob } from './stray-deliveries.job';

const EVENING = '2022-05-16T14:00:00.000Z';
/** More than are swept at once. */
const HELD = 201;

describeOnEachDatabase('A delivery that nothing moves any more', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(() => stage.reset());
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  /** Deliveries as a night holds them back: each waits for the morning in the outbox, under the key that moves it. */
  async function hold(count: number, keyOf: ((id: string) => string) | null, updatedAt: string): Promise<string[]> {
    const [unit] = await stage.rows<{ id: string; group_id: string }>(
      'SELECT id, group_id FROM unit WHERE number = 11',
    );
    const ids = Array.from({ length: count }, () => database.ids.next());
    const times = { send_at: EVENING, created_at: EVENING, updated_at: updatedAt };
    const about = { purpose: 'due-soon', subject_kind: 'obligation', about: '5月月报', is_personal: 0 };
    const place = { group_id: unit!.group_id, unit_id: unit!.id, appointment_id: '' };
    const deliveries = ids.map((id) => ({ id, ...place, ...about, ...times, state: 'planned' }));
    const waiting = { topic: DELIVERY_TOPIC, payload: '{}', state: 'waiting', due_at: '2022-05-18T00:30:00.000Z' };
    const message = { ...waiting, attempts: 0, created_at: EVENING };
    const messages = keyOf === null ? [] : ids.map((id) => ({ id, ...message, dedupe_key: keyOf(id) }));
    await database.transactions.run(async (tx) => {
      await insertRows(tx, 'delivery', deliveries);
      if (messages.length > 0) await insertRows(tx, 'outbox_message', messages);
      return null;
    });
    return ids;
  }
  const called = async () => (await stage.deliveries()).filter(({ state }) => state === 'call-list');

  it('goes on the call list, also behind hundreds that quiet hours hold, which stay', async () => {
    await hold(HELD, (id) => `delivery:${id}`, EVENING);
    await hold(1, (id) => `delivery:${id}:quiet-hours`, EVENING);
    const [lost] = await hold(1, null, '2022-05-16T15:00:00.000Z');
    await stage.server.app.get(StrayDeliveriesJob).sweep(database.clock.now());
    expect(await called()).toMatchObject([{ id: lost, reason: 'lost' }]);
  });

  it('is given ten minutes', async () => {
    const [lost] = await hold(1, null, EVENING);
    const job = stage.server.app.get(StrayDeliveriesJob);
    await job.sweep('2022-05-16T14:10:00.000Z');
    expect(await called()).toEqual([]);
    await job.sweep('2022-05-16T14:10:00.001Z');
    expect(await called()).toMatchObject([{ id: lost }]);
  });
});
