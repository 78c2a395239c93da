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

const PLAN = table(
  'ledger_plan',
  [ulid(), reference('group_id'), integer('year'), integer('revision')],
  [{ name: 'ux_ledger_plan_year', columnNames: ['group_id', 'year'], isUnique: true }],
  [foreignKey('fk_ledger_plan_group', 'group_id', 'working_group')],
);

const PLAN_REVISION = table(
  'ledger_plan_revision',
  [
    ulid(),
    reference('plan_id'),
    integer('number'),
    text('reason', 200),
    optional(reference('attachment_id')),
    integer('added'),
    integer('changed'),
    integer('removed'),
    optional(reference('by_appointment_id')),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_ledger_plan_revision_number', columnNames: ['plan_id', 'number'], isUnique: true }],
  [foreignKey('fk_ledger_plan_revision_plan', 'plan_id', 'ledger_plan')],
);

const MEASURE = table(
  'ledger_measure',
  [
    ulid(),
    reference('plan_id'),
    reference('group_id'),
    reference('unit_id'),
    integer('number'),
    integer('revision'),
    text('task', 200),
    text('heading_id', 64),
    text('title', 200),
    text('leader', 100),
    text('section', 100),
    text('scheme', 100),
    text('contact', 100),
    text('target_goal', 9),
    text('target_unit', 10),
    optional(instant('removed_at')),
  ],
  [
    { name: 'ux_ledger_measure_number', columnNames: ['plan_id', 'number'], isUnique: true },
    { name: 'ix_ledger_measure_unit', columnNames: ['unit_id', 'plan_id'] },
  ],
  [
    foreignKey('fk_ledger_measure_plan', 'plan_id', 'ledger_plan'),
    foreignKey('fk_ledger_measure_unit', 'unit_id', 'unit'),
  ],
);

const ROW = table(
  'ledger_row',
  [
    ulid(),
    reference('measure_id'),
    reference('group_id'),
    reference('unit_id'),
    period('period'),
    integer('revision'),
    text('state', 16),
    text('goal', 500),
    text('timetable', 200),
    optional(date('node_on')),
    textBody('route'),
    textBody('detail'),
    textBody('work'),
    textBody('result'),
    text('figure', 9),
    text('returned_reason', 200),
    json('evidence'),
    instant('changed_at'),
    optional(instant('scored_at')),
    optional(instant('removed_at')),
  ],
  [
    { name: 'ux_ledger_row_period', columnNames: ['measure_id', 'period'], isUnique: true },
    { name: 'ix_ledger_row_group_period', columnNames: ['group_id', 'period', 'unit_id'] },
    { name: 'ix_ledger_row_unit', columnNames: ['unit_id', 'period'] },
  ],
  [
    foreignKey('fk_ledger_row_measure', 'measure_id', 'ledger_measure'),
    foreignKey('fk_ledger_row_unit', 'unit_id', 'unit'),
  ],
);

const REVISION = table(
  'ledger_revision',
  [
    ulid(),
    reference('subject_id'),
    reference('measure_id'),
    optional(period('period')),
    integer('number'),
    text('action', 24),
    text('reason', 200),
    optional(reference('by_appointment_id')),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
    json('content'),
  ],
  [
    { name: 'ux_ledger_revision_number', columnNames: ['subject_id', 'number'], isUnique: true },
    { name: 'ix_ledger_revision_measure', columnNames: ['measure_id', 'at'] },
  ],
  [foreignKey('fk_ledger_revision_measure', 'measure_id', 'ledger_measure')],
);

const TABLES = [PLAN, PLAN_REVISION, MEASURE, ROW, REVISION];

/** The year's plan (总台账): measures and their months as they stand, and every version they ever had. */
export class Ledger1653000000009 implements MigrationInterface {
  readonly name = 'Ledger1653000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
