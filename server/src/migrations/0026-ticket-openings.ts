import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

const COLUMNS = ['opened_at', 'asked_at'];

/** When a unit first opened its ticket (打开就算收到), and when it asked for more time. */
export class TicketOpenings1653000000026 implements MigrationInterface {
  readonly name = 'TicketOpenings1653000000026';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_ticket'))) return;
    for (const name of COLUMNS) await runner.addColumn('supervision_ticket', new TableColumn(optional(instant(name))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_ticket'))) return;
    for (const name of COLUMNS) await runner.dropColumn('supervision_ticket', name);
  }
}
