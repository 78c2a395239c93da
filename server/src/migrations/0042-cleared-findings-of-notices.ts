import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

/** When the finding of 瞒报 that a notice stands on was cleared (不算瞒报). */
export class ClearedFindingsOfNotices1653000000042 implements MigrationInterface {
  readonly name = 'ClearedFindingsOfNotices1653000000042';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.addColumn('supervision_notice', new TableColumn(optional(instant('finding_cleared_at'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.dropColumn('supervision_notice', 'finding_cleared_at');
  }
}
