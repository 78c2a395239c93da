import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
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

const SPOT_CHECK = table(
  'spot_check',
  [
    ulid(),
    reference('group_id'),
    period('period'),
    text('commitment', 64),
    optional(text('secret', 100)),
    integer('units'),
    integer('most_months'),
    instant('announced_at'),
    optional(text('announced_by_name', 100)),
    optional(text('seed', 100)),
    optional(json('candidates')),
    optional(json('drawn')),
    optional(instant('revealed_at')),
    optional(text('revealed_by_name', 100)),
    optional(text('revealed_by_unit_name', 100)),
  ],
  [{ name: 'ux_spot_check_group_period', columnNames: ['group_id', 'period'], isUnique: true }],
  [foreignKey('fk_spot_check_group', 'group_id', 'working_group')],
);

const FINDING = table(
  'spot_check_finding',
  [
    ulid(),
    reference('group_id'),
    reference('spot_check_id'),
    reference('unit_id'),
    period('period'),
    reference('measure_id'),
    optional(reference('withdraws_id')),
    optional(text('verdict', 16)),
    textBody('text'),
    json('attachment_ids'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [
    { name: 'ux_spot_check_finding_withdraws', columnNames: ['withdraws_id'], isUnique: true },
    { name: 'ix_spot_check_finding_month', columnNames: ['group_id', 'period', 'unit_id'] },
  ],
  [
    foreignKey('fk_spot_check_finding_check', 'spot_check_id', 'spot_check'),
    foreignKey('fk_spot_check_finding_unit', 'unit_id', 'unit'),
    foreignKey('fk_spot_check_finding_measure', 'measure_id', 'ledger_measure'),
    foreignKey('fk_spot_check_finding_withdraws', 'withdraws_id', 'spot_check_finding'),
  ],
);

const TABLES = [SPOT_CHECK, FINDING];

/** The draws of the monthly spot checks, and what was found. */
export class SpotChecks1653000000013 implements MigrationInterface {
  readonly name = 'SpotChecks1653000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
