import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { json, optional } from './columns';

/** What a clue rested on when it was issued: its sentences never change, whatever is given or declared void later. */
export class IssuedChains1653000000045 implements MigrationInterface {
  readonly name = 'IssuedChains1653000000045';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.addColumn('supervision_notice', new TableColumn(optional(json('issued_chain'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_notice'))) return;
    await runner.dropColumn('supervision_notice', 'issued_chain');
  }
}
