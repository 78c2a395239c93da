import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { date, optional } from './columns';

/** On which day something was seen was read out of the words of a finding. Now it is said. */
export class SeenDays1653000000046 implements MigrationInterface {
  readonly name = 'SeenDays1653000000046';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('inspection_finding'))) return;
    await runner.addColumn('inspection_finding', new TableColumn(optional(date('seen_on'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('inspection_finding'))) return;
    await runner.dropColumn('inspection_finding', 'seen_on');
  }
}
