import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, textBody } from './columns';

/** Why a review was stated anew: the finding, the ruling or the credit that moved it. */
export class RestatedReasons1653000000028 implements MigrationInterface {
  readonly name = 'RestatedReasons1653000000028';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('assessment_review'))) return;
    await runner.addColumn('assessment_review', new TableColumn(optional(textBody('reason'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('assessment_review'))) return;
    await runner.dropColumn('assessment_review', 'reason');
  }
}
