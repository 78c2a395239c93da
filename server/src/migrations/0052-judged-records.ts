import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, json, optional } from './columns';

/** A published score is compared with what its records said when it was judged, and with what falls due after it. */
export class JudgedRecords1653000000052 implements MigrationInterface {
  readonly name = 'JudgedRecords1653000000052';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('score'))) return;
    await runner.addColumn('score', new TableColumn(optional(json('records'))));
    await runner.addColumn('assessment', new TableColumn(optional(instant('overdue_seen_at'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('score'))) return;
    await runner.dropColumn('assessment', 'overdue_seen_at');
    await runner.dropColumn('score', 'records');
  }
}
