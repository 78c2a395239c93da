import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { json, optional } from './columns';

/** What a unit answered to remarks of a return for which it changed nothing, with the version it handed in again. */
export class ReturnAnswers1653000000019 implements MigrationInterface {
  readonly name = 'ReturnAnswers1653000000019';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (await runner.hasTable('report_version')) {
      await runner.addColumn('report_version', new TableColumn(optional(json('answers'))));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasTable('report_version')) await runner.dropColumn('report_version', 'answers');
  }
}
