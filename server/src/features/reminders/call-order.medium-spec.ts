import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';

describeOnEachDatabase('The call list on the last day of the report', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
    await stage.reset();
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  it('names who owes what is due today before who owes what is due on the 23rd', async () => {
    await stage.handIn('爱辉区');
    await stage.at('2022-05-20T00:30:00.000Z');
    const { rows } = await stage.callList();
    expect(rows.at(-1)).toMatchObject({ unitName: '爱辉区', about: '5月自查评分' });
    expect(rows.slice(0, -1).every((row) => row.about.includes('5月月报'))).toBe(true);
  });
});
