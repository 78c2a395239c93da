import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, reference } from './columns';

/** Who was named in the place of a reader that left his post (换知悉人). */
export class ReaderSuccessors1653000000044 implements MigrationInterface {
  readonly name = 'ReaderSuccessors1653000000044';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('supervision_reader'))) return;
    await runner.addColumn('supervision_reader', new TableColumn(optional(reference('successor_id'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('supervision_reader'))) return;
    await runner.dropColumn('supervision_reader', 'successor_id');
  }
}
