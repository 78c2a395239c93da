import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { json, optional } from './columns';

/** What a correction said of each thing that it counts otherwise, beside the reason for the whole. */
export class CorrectionReasons1653000000036 implements MigrationInterface {
  readonly name = 'CorrectionReasons1653000000036';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('score'))) return;
    await runner.addColumn('score', new TableColumn(optional(json('review'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('score'))) return;
    await runner.dropColumn('score', 'review');
  }
}
