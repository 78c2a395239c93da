import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { json, optional } from './columns';

/** The two figures of a heading's ratio (annex 1, heading eight), which stand in the ledger and in the report alike. */
export class LedgerRatio1653000000021 implements MigrationInterface {
  readonly name = 'LedgerRatio1653000000021';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (await runner.hasTable('ledger_row')) {
      await runner.addColumn('ledger_row', new TableColumn(optional(json('ratio'))));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasTable('ledger_row')) await runner.dropColumn('ledger_row', 'ratio');
  }
}
