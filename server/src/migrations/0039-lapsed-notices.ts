import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

/** What a notice asked for and never came is closed, not done. */
export class LapsedNotices1653000000039 implements MigrationInterface {
  readonly name = 'LapsedNotices1653000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('notice', new TableColumn(optional(instant('lapsed_at'))));
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('obligation'))) return;
    await runner.query(
      `UPDATE notice SET lapsed_at = settled_at
       WHERE settled_at IS NOT NULL AND list = 'to-do' AND target_kind = 'obligation' AND target_id IN (
         SELECT id FROM obligation WHERE met_at IS NULL AND waived_at IS NULL AND closes_at IS NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('notice', 'lapsed_at');
  }
}
