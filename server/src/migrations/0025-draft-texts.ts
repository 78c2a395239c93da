import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { json, optional } from './columns';

/** What a notice said each time it was written: a draft that two people write keeps what each of them wrote. */
export class DraftTexts1653000000025 implements MigrationInterface {
  readonly name = 'DraftTexts1653000000025';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (await runner.hasTable('supervision_event')) {
      await runner.addColumn('supervision_event', new TableColumn(optional(json('content'))));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasTable('supervision_event')) await runner.dropColumn('supervision_event', 'content');
  }
}
