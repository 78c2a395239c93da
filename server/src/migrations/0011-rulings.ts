import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, period, reference, table, text, ulid } from './columns';

const RULING = table(
  'ruling',
  [
    ulid(),
    reference('group_id'),
    text('regulation', 40),
    integer('number'),
    text('question', 40),
    text('name', 30),
    text('value', 40),
    text('text', 800),
    text('basis', 800),
    period('from_period'),
    text('state', 16),
    optional(text('waiting_key', 120)),
    optional(reference('supersedes_id')),
    json('kept_periods'),
    text('by_unit_name', 100),
    reference('drafted_by_person_id'),
    text('drafted_by_name', 100),
    instant('drafted_at'),
    optional(reference('checked_by_person_id')),
    optional(text('checked_by_name', 100)),
    optional(instant('checked_at')),
    optional(text('voided_by_name', 100)),
    optional(instant('voided_at')),
    optional(text('void_reason', 800)),
  ],
  [
    { name: 'ux_ruling_number', columnNames: ['group_id', 'regulation', 'number'], isUnique: true },
    { name: 'ux_ruling_waiting', columnNames: ['waiting_key'], isUnique: true },
  ],
  [foreignKey('fk_ruling_group', 'group_id', 'working_group')],
);

/** How the text is read where it is open (解释口径), ruling by ruling. */
export class Rulings1653000000011 implements MigrationInterface {
  readonly name = 'Rulings1653000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(RULING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(RULING.name);
  }
}
