import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

/** When a talk is held was a word of its place. Now it is said, so that lists and lines can tell it. */
export class HeldTalks1653000000051 implements MigrationInterface {
  readonly name = 'HeldTalks1653000000051';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.addColumn('supervision_notice', new TableColumn(optional(instant('held_at'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.dropColumn('supervision_notice', 'held_at');
  }
}
