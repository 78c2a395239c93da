import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, optional, reference, table, text, textBody, ulid } from './columns';

const FEEDBACK = table(
  'feedback',
  [
    ulid(),
    reference('group_id'),
    reference('person_id'),
    reference('appointment_id'),
    text('kind', 16),
    text('state', 16),
    text('contact', 100),
    instant('written_at'),
    instant('changed_at'),
  ],
  [
    { name: 'ix_feedback_person', columnNames: ['group_id', 'person_id', 'changed_at'] },
    { name: 'ix_feedback_state', columnNames: ['group_id', 'state', 'changed_at'] },
  ],
  [
    foreignKey('fk_feedback_person', 'person_id', 'person'),
    foreignKey('fk_feedback_appointment', 'appointment_id', 'appointment'),
  ],
);

const MESSAGE = table(
  'feedback_message',
  [
    ulid(),
    reference('feedback_id'),
    text('party', 8),
    text('action', 8),
    textBody('body'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ix_feedback_message_feedback', columnNames: ['feedback_id', 'at'] }],
  [foreignKey('fk_feedback_message_feedback', 'feedback_id', 'feedback')],
);

/** A unit says that a hand-in which was entered for it came at another time (异议), and the lead unit corrects the time. */
const ENTRY_NOTE = table(
  'report_entry_note',
  [
    ulid(),
    reference('report_id'),
    { name: 'version_number', type: 'integer' },
    text('kind', 16),
    textBody('body'),
    optional(instant('from_received_at')),
    optional(instant('to_received_at')),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ix_report_entry_note_report', columnNames: ['report_id', 'version_number', 'at'] }],
  [foreignKey('fk_report_entry_note_report', 'report_id', 'report')],
);

const TABLES = [FEEDBACK, MESSAGE, ENTRY_NOTE];

/** 投诉建议, and what a unit and the lead unit say about a hand-in that was entered for it. */
export class Feedback1653000000008 implements MigrationInterface {
  readonly name = 'Feedback1653000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
