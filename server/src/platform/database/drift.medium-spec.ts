import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ENTITIES } from '../../entities';
import { MIGRATIONS } from '../../migrations';
import { ScoredRows1653000000054 } from '../../migrations/0054-scored-rows';
import { isSqlite } from './rows';

/** A month of the ledger as it stood before it was said in one byte whether it is scored. */
const ROW = {
  measure_id: 'M',
  group_id: 'G',
  unit_id: 'U',
  revision: 1,
  state: 'done',
  goal: '',
  timetable: '',
  node_on: null,
  route: '',
  detail: '',
  work: '',
  result: '',
  figure: '',
  returned_reason: '',
  evidence: '[]',
  changed_at: '2022-05-18T01:00:00.000Z',
};

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

  it('keep which months of the ledger are scored', async () => {
    const after = MIGRATIONS.length - MIGRATIONS.indexOf(ScoredRows1653000000054);
    for (let undone = 0; undone < after; undone += 1) await test.dataSource.undoLastMigration();
    await addRow({ ...ROW, id: 'OPEN', period: '2022-06', scored_at: null });
    await addRow({ ...ROW, id: 'SCORED', period: '2022-05', scored_at: '2022-05-31T02:00:00.000Z' });
    await test.dataSource.runMigrations();
    const rows = await test.dataSource.query<object[]>('SELECT id, is_scored AS isScored FROM ledger_row ORDER BY id');
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: 'OPEN', isScored: 0 },
      { id: 'SCORED', isScored: 1 },
    ]);
    await test.dataSource.query('DELETE FROM ledger_row');
  });

  it('can be taken back and run again', async () => {
    const count = test.dataSource.migrations.length;
    for (let undone = 0; undone < count; undone += 1) await test.dataSource.undoLastMigration();
    expect(await test.dataSource.runMigrations()).toHaveLength(count);
  });

  /** A row alone, without the measure and the unit that it names. */
  async function addRow(row: Readonly<Record<string, string | number | null>>): Promise<void> {
    const runner = test.dataSource.createQueryRunner();
    const [off, on] = isSqlite(test.dataSource)
      ? ['PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON']
      : ['SET FOREIGN_KEY_CHECKS = 0', 'SET FOREIGN_KEY_CHECKS = 1'];
    await runner.query(off);
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    await runner.query(`INSERT INTO ledger_row (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
    await runner.query(on);
    await runner.release();
  }
});
