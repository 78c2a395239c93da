import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, period, reference, table, text, ulid } from './columns';

const TABLES = [
  table(
    'obligation',
    [
      ulid(),
      reference('group_id'),
      reference('unit_id'),
      text('kind', 32),
      period('period'),
      integer('ordinal'),
      text('article', 100),
      instant('due_at'),
      instant('original_due_at'),
      optional(instant('closes_at')),
      optional(instant('met_at')),
      optional(reference('met_by')),
      optional(text('channel', 16)),
      optional(reference('record_id')),
      optional(instant('waived_at')),
      optional(reference('waived_by')),
      optional(text('waive_reason', 800)),
      integer('version'),
      instant('created_at'),
    ],
    [
      {
        name: 'ux_obligation_unit_kind_period',
        columnNames: ['unit_id', 'kind', 'period', 'ordinal'],
        isUnique: true,
      },
      { name: 'ix_obligation_group_period', columnNames: ['group_id', 'period', 'kind'] },
      { name: 'ix_obligation_group_due', columnNames: ['group_id', 'due_at'] },
    ],
    [
      foreignKey('fk_obligation_group', 'group_id', 'working_group'),
      foreignKey('fk_obligation_unit', 'unit_id', 'unit'),
    ],
  ),
  table(
    'obligation_change',
    [
      ulid(),
      reference('group_id'),
      reference('obligation_id'),
      text('kind', 16),
      instant('from_due_at'),
      instant('to_due_at'),
      text('reason', 800),
      text('article', 100),
      optional(reference('by_appointment_id')),
      text('by_name', 100),
      optional(json('attachment_ids')),
      instant('at'),
    ],
    [{ name: 'ix_obligation_change_obligation', columnNames: ['obligation_id', 'at'] }],
    [foreignKey('fk_obligation_change_obligation', 'obligation_id', 'obligation')],
  ),
];

/** What is owed, and what changed about it. */
export class Obligations1653000000003 implements MigrationInterface {
  readonly name = 'Obligations1653000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
