import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, foreignKey, instant, integer, json, optional, reference, table, text, textBody, ulid } from './columns';

const INSPECTION = table(
  'inspection',
  [
    ulid(),
    reference('group_id'),
    text('method', 16),
    text('subject', 16),
    text('title', 200),
    text('state', 16),
    json('plan'),
    optional(date('from_on')),
    optional(date('to_on')),
    optional(instant('told_at')),
    optional(instant('released_at')),
    integer('version'),
    instant('created_at'),
    instant('moved_at'),
  ],
  [{ name: 'ix_inspection_moved', columnNames: ['group_id', 'moved_at'] }],
  [foreignKey('fk_inspection_group', 'group_id', 'working_group')],
);

const MEMBER = table(
  'inspection_member',
  [ulid(), reference('inspection_id'), reference('appointment_id')],
  [{ name: 'ux_inspection_member', columnNames: ['inspection_id', 'appointment_id'], isUnique: true }],
  [foreignKey('fk_inspection_member_inspection', 'inspection_id', 'inspection')],
);

const UNIT = table(
  'inspected_unit',
  [ulid(), reference('inspection_id'), reference('unit_id')],
  [
    { name: 'ux_inspected_unit', columnNames: ['inspection_id', 'unit_id'], isUnique: true },
    { name: 'ix_inspected_unit_unit', columnNames: ['unit_id'] },
  ],
  [
    foreignKey('fk_inspected_unit_inspection', 'inspection_id', 'inspection'),
    foreignKey('fk_inspected_unit_unit', 'unit_id', 'unit'),
  ],
);

const FINDING = table(
  'inspection_finding',
  [
    ulid(),
    reference('group_id'),
    reference('inspection_id'),
    reference('unit_id'),
    text('subject', 16),
    textBody('facts'),
    json('evidence'),
    textBody('demand'),
    optional(instant('due_at')),
    text('state', 16),
    optional(reference('obligation_id')),
    integer('version'),
    instant('created_at'),
  ],
  [{ name: 'ix_inspection_finding_inspection', columnNames: ['inspection_id', 'unit_id'] }],
  [
    foreignKey('fk_inspection_finding_inspection', 'inspection_id', 'inspection'),
    foreignKey('fk_inspection_finding_unit', 'unit_id', 'unit'),
  ],
);

const EVENT = table(
  'inspection_event',
  [
    ulid(),
    reference('group_id'),
    reference('inspection_id'),
    optional(reference('finding_id')),
    text('action', 24),
    textBody('text'),
    json('evidence'),
    optional(instant('due_at')),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('happened_at'),
    instant('at'),
  ],
  [
    { name: 'ix_inspection_event_inspection', columnNames: ['inspection_id', 'at'] },
    { name: 'ix_inspection_event_finding', columnNames: ['finding_id', 'at'] },
  ],
  [
    foreignKey('fk_inspection_event_inspection', 'inspection_id', 'inspection'),
    foreignKey('fk_inspection_event_finding', 'finding_id', 'inspection_finding'),
  ],
);

const TABLES = [INSPECTION, MEMBER, UNIT, FINDING, EVENT];

/** Inspections with their teams, units and findings, and what was done to them. */
export class Inspections1653000000018 implements MigrationInterface {
  readonly name = 'Inspections1653000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
