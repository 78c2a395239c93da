import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, reference } from './columns';

/** What a unit handed in and hid something in (瞒报, art. 10). */
export class Concealments1653000000029 implements MigrationInterface {
  readonly name = 'Concealments1653000000029';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('inspection_finding'))) return;
    await runner.addColumn('inspection_finding', new TableColumn(optional(reference('concealed_in'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('inspection_finding'))) return;
    await runner.dropColumn('inspection_finding', 'concealed_in');
  }
}
