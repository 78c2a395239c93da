import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional, yesNo } from './columns';

/**
 * Whether a month of a measure is scored takes one byte that every row has from the beginning: a row that grows when a
 * month of all counties is made final is written somewhere else, and that was a third of the whole.
 */
export class ScoredRows1653000000054 implements MigrationInterface {
  readonly name = 'ScoredRows1653000000054';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('ledger_row'))) return;
    await runner.addColumn('ledger_row', new TableColumn({ ...yesNo('is_scored'), default: 0 }));
    await runner.query('UPDATE ledger_row SET is_scored = ? WHERE scored_at IS NOT NULL', [true]);
    await runner.dropColumn('ledger_row', 'scored_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('ledger_row'))) return;
    await runner.addColumn('ledger_row', new TableColumn(optional(instant('scored_at'))));
    await runner.query('UPDATE ledger_row SET scored_at = changed_at WHERE is_scored = ?', [true]);
    await runner.dropColumn('ledger_row', 'is_scored');
  }
}
