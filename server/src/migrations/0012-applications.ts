import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  date,
  foreignKey,
  instant,
  integer,
  json,
  optional,
  period,
  reference,
  table,
  text,
  textBody,
  ulid,
} from './columns';

const APPLICATION = table(
  'application',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    integer('year'),
    text('category', 16),
    text('kind', 24),
    text('credit', 16),
    optional(period('from_period')),
    text('title', 200),
    textBody('text'),
    text('basis_title', 300),
    text('basis_number', 200),
    text('basis_issuer', 200),
    date('basis_date'),
    json('evidence'),
    optional(reference('earlier_id')),
    text('state', 16),
    instant('submitted_at'),
    reference('by_appointment_id'),
    text('by_name', 100),
    optional(instant('withdrawn_at')),
    optional(text('withdrawn_by_name', 100)),
  ],
  [
    { name: 'ix_application_group_year', columnNames: ['group_id', 'year', 'category', 'unit_id'] },
    { name: 'ix_application_unit', columnNames: ['unit_id', 'year'] },
    { name: 'ux_application_earlier', columnNames: ['earlier_id'], isUnique: true },
  ],
  [
    foreignKey('fk_application_unit', 'unit_id', 'unit'),
    foreignKey('fk_application_earlier', 'earlier_id', 'application'),
  ],
);

const DECISION = table(
  'application_decision',
  [
    ulid(),
    reference('application_id'),
    integer('number'),
    text('state', 16),
    text('reason', 800),
    optional(period('credited_period')),
    reference('by_appointment_id'),
    text('by_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_application_decision', columnNames: ['application_id', 'number'], isUnique: true }],
  [foreignKey('fk_application_decision_application', 'application_id', 'application')],
);

const MONTH = table(
  'application_month',
  [
    ulid(),
    reference('application_id'),
    period('period'),
    integer('number'),
    text('verdict', 16),
    text('reason', 800),
    reference('by_appointment_id'),
    text('by_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_application_month', columnNames: ['application_id', 'period', 'number'], isUnique: true }],
  [foreignKey('fk_application_month_application', 'application_id', 'application')],
);

const TABLES = [APPLICATION, DECISION, MONTH];

/** What units applied for, what was decided about it, and the months in which it was carried out. */
export class Applications1653000000012 implements MigrationInterface {
  readonly name = 'Applications1653000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
