import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

/** When a declined proposal is to be looked at again (过几天再看). */
export class LookAgain1653000000041 implements MigrationInterface {
  readonly name = 'LookAgain1653000000041';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.addColumn('supervision_notice', new TableColumn(optional(instant('look_again_at'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.dropColumn('supervision_notice', 'look_again_at');
  }
}
