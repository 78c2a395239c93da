import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional, text } from './columns';

/** How a sheet came that the lead unit copied from paper or e-mail (代录), and until when its county may put it right. */
export class EnteredSheets1653000000048 implements MigrationInterface {
  readonly name = 'EnteredSheets1653000000048';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('assessment_sheet'))) return;
    const columns = [text('channel', 16), text('basis', 800), instant('registered_at'), instant('checked_until')];
    await runner.addColumns(
      'assessment_sheet',
      columns.map((column) => new TableColumn(optional(column))),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('assessment_sheet'))) return;
    await runner.dropColumns('assessment_sheet', ['channel', 'basis', 'registered_at', 'checked_until']);
  }
}
