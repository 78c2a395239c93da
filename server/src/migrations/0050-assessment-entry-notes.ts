import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, optional, reference, table, text, textBody, ulid } from './columns';

/** What a county and the lead unit say about the time of a self-assessment that was entered for it (代录). */
const NOTE = table(
  'assessment_entry_note',
  [
    ulid(),
    reference('obligation_id'),
    text('kind', 16),
    textBody('body'),
    optional(instant('from_received_at')),
    optional(instant('to_received_at')),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ix_assessment_entry_note_obligation', columnNames: ['obligation_id', 'at'] }],
  [foreignKey('fk_assessment_entry_note_obligation', 'obligation_id', 'obligation')],
);

/** The true time of a self-assessment that came by e-mail or on paper can be objected to and put right. */
export class AssessmentEntryNotes1653000000050 implements MigrationInterface {
  readonly name = 'AssessmentEntryNotes1653000000050';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('obligation'))) return;
    await runner.createTable(NOTE);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('obligation'))) return;
    await runner.dropTable(NOTE.name);
  }
}
