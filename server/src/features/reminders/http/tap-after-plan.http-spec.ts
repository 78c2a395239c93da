import { describeOnEachDatabase, type TestDatabase } from '../../../../test/databases';
import { ReminderStage } from '../../../../test/reminder-stage';

const LEAD = '市专班牵头单位';

describeOnEachDatabase('A tap of the lead unit after a reminder of the plan', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
    await stage.reset();
    await stage.grantAll(3);
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const tap = async () => {
    const body = { obligationIds: [await stage.obligationId('逊克县')] };
    return stage.ask(LEAD, 'lead-officer', { method: 'POST', url: '/api/reminders', body });
  };

  it('does not remind again within the hour whom the plan has just reminded', async () => {
    await stage.at('2022-05-17T00:30:00.000Z');
    const planned = stage.messages().length;
    expect(planned).toBeGreaterThan(0);
    const queued: number[] = [];
    for (const moment of ['00:39:00', '01:29:59', '01:31:00']) {
      await stage.at(`2022-05-17T${moment}.000Z`);
      queued.push((await tap()).json<{ queued: number }>().queued);
    }
    expect(queued).toEqual([0, 0, 1]);
    await stage.pass(1);
    expect(stage.messages()).toHaveLength(planned + 1);
  });
});
