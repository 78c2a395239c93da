import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

/** Until when a request for more time holds the ladder back: of those that wait already, until the time they ask for. */
export class Shelters1653000000040 implements MigrationInterface {
  readonly name = 'Shelters1653000000040';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_ticket'))) return;
    await runner.addColumn('supervision_ticket', new TableColumn(optional(instant('sheltered_until'))));
    await runner.query('UPDATE supervision_ticket SET sheltered_until = asked_due_at WHERE asked_due_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_ticket'))) return;
    await runner.dropColumn('supervision_ticket', 'sheltered_until');
  }
}
