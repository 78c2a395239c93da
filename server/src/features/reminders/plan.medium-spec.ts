import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { openReminderStage, type ReminderStage } from '../../../test/reminder-stage';

/** The report of May is due at the end of Friday the 20th: the rungs are the 17th, the 19th, the 20th, then Monday the 23rd. */
const THREE_DAYS_BEFORE = '2022-05-17T00:30:00.000Z';
const ONE_DAY_BEFORE = '2022-05-19T00:30:00.000Z';

describeOnEachDatabase('Reminders before the 20th', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeEach(async () => {
    database = await open();
    stage = await openReminderStage(database);
  });
  afterEach(async () => {
    await stage.close();
    await database.close();
  });

  it('go to those who still owe, and to nobody else', async () => {
    await stage.grantAll();
    await stage.handIn('逊克县');
    await stage.at(THREE_DAYS_BEFORE);
    const told = stage.messages().map((message) => message.userId);
    expect(told).toContain('heihe-2022/7/liaison'.replace('7', '3'));
    expect(told.filter((userId) => userId.endsWith('/leader'))).toEqual([]);
    console.log(stage.messages().slice(0, 3), (await stage.deliveries()).slice(0, 12));
    console.log((await stage.callList()).rows.slice(0, 3), await stage.inbox('北安市', 'liaison'));
  });
});
