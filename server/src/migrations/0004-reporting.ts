import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, period, reference, table, text, ulid } from './columns';

const REPORT = table(
  'report',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    period('period'),
    reference('obligation_id'),
    optional(reference('correction_id')),
    text('state', 16),
    integer('current_version'),
    integer('version'),
    instant('opened_at'),
  ],
  [
    { name: 'ux_report_unit_period', columnNames: ['group_id', 'unit_id', 'period'], isUnique: true },
    { name: 'ux_report_obligation', columnNames: ['obligation_id'], isUnique: true },
    { name: 'ix_report_group_period', columnNames: ['group_id', 'period'] },
  ],
  [
    foreignKey('fk_report_unit', 'unit_id', 'unit'),
    foreignKey('fk_report_obligation', 'obligation_id', 'obligation'),
    foreignKey('fk_report_correction', 'correction_id', 'obligation'),
  ],
);

const DRAFT = table(
  'report_draft',
  [
    { ...reference('report_id'), isPrimary: true },
    integer('revision'),
    optional(instant('saved_at')),
    text('device', 64),
    integer('filled'),
    integer('total'),
    json('content'),
  ],
  [],
  [foreignKey('fk_report_draft_report', 'report_id', 'report')],
);

const DRAFT_HISTORY = table(
  'report_draft_history',
  [
    ulid(),
    reference('report_id'),
    text('path', 300),
    json('value'),
    text('device', 64),
    reference('by_appointment_id'),
    instant('at'),
  ],
  [
    { name: 'ix_report_draft_history_report', columnNames: ['report_id', 'at'] },
    { name: 'ix_report_draft_history_at', columnNames: ['at'] },
  ],
  [foreignKey('fk_report_draft_history_report', 'report_id', 'report')],
);

const VERSION = table(
  'report_version',
  [
    ulid(),
    reference('report_id'),
    integer('number'),
    text('content_hash', 64),
    instant('received_at'),
    instant('registered_at'),
    text('channel', 16),
    text('basis', 800),
    reference('obligation_id'),
    reference('by_person_id'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    optional(instant('withdrawn_at')),
    json('attachment_ids'),
    json('content'),
  ],
  [{ name: 'ux_report_version_number', columnNames: ['report_id', 'number'], isUnique: true }],
  [foreignKey('fk_report_version_report', 'report_id', 'report')],
);

const REVIEW = table(
  'report_review',
  [
    ulid(),
    reference('report_id'),
    integer('version_number'),
    text('decision', 16),
    json('remarks'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
    optional(instant('correction_due_at')),
  ],
  [{ name: 'ix_report_review_report', columnNames: ['report_id', 'at'] }],
  [foreignKey('fk_report_review_report', 'report_id', 'report')],
);

const TABLES = [REPORT, DRAFT, DRAFT_HISTORY, VERSION, REVIEW];

/** Monthly reports: the draft that changes, and what was handed in and decided, which does not. */
export class Reporting1653000000004 implements MigrationInterface {
  readonly name = 'Reporting1653000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
