import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ENTITIES } from '../../entities';
import { MIGRATIONS } from '../../migrations';

describeOnEachDatabase('The migrations', (open) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await open({ content: { entities: ENTITIES, migrations: MIGRATIONS }, isReshaped: true });
  });

  afterAll(() => test.close());

  it('make exactly the tables that the entities describe', async () => {
    expect(test.dataSource.entityMetadatas).toHaveLength(ENTITIES.length);
    const log = await test.dataSource.driver.createSchemaBuilder().log();
    expect(log.upQueries.map((each) => each.query)).toEqual([]);
  });

  it('can be taken back and run again', async () => {
    const count = test.dataSource.migrations.length;
    for (let undone = 0; undone < count; undone += 1) await test.dataSource.undoLastMigration();
    expect(await test.dataSource.runMigrations()).toHaveLength(count);
  });
});
