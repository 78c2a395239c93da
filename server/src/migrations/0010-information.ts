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

const YEAR = table(
  'information_year',
  [
    ulid(),
    reference('group_id'),
    integer('year'),
    integer('number'),
    json('settings'),
    text('by_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_information_year_number', columnNames: ['group_id', 'year', 'number'], isUnique: true }],
  [foreignKey('fk_information_year_group', 'group_id', 'working_group')],
);

const UPDATE = table(
  'work_update',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    period('period'),
    text('state', 16),
    integer('current_version'),
    instant('sent_at'),
    optional(instant('opened_at')),
  ],
  [
    { name: 'ix_work_update_group_period', columnNames: ['group_id', 'period', 'unit_id'] },
    { name: 'ix_work_update_unit', columnNames: ['unit_id', 'period'] },
  ],
  [foreignKey('fk_work_update_unit', 'unit_id', 'unit')],
);

const VERSION = table(
  'work_update_version',
  [
    ulid(),
    reference('work_update_id'),
    integer('number'),
    text('title', 200),
    textBody('text'),
    integer('characters'),
    json('evidence'),
    integer('evidence_count'),
    instant('sent_at'),
    reference('by_appointment_id'),
    text('by_name', 100),
    optional(instant('taken_back_at')),
  ],
  [{ name: 'ux_work_update_version_number', columnNames: ['work_update_id', 'number'], isUnique: true }],
  [foreignKey('fk_work_update_version_update', 'work_update_id', 'work_update')],
);

const MARK = table(
  'work_update_mark',
  [
    ulid(),
    reference('group_id'),
    reference('work_update_id'),
    integer('number'),
    integer('version_number'),
    text('kind', 16),
    optional(text('adopter', 24)),
    text('reason', 800),
    optional(date('confirmed_on')),
    optional(period('credited_period')),
    optional(text('standing_key', 80)),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
    optional(instant('withdrawn_at')),
    optional(text('withdrawn_by_name', 100)),
    optional(text('withdrawal_reason', 800)),
  ],
  [
    { name: 'ux_work_update_mark_number', columnNames: ['work_update_id', 'number'], isUnique: true },
    { name: 'ux_work_update_mark_standing', columnNames: ['standing_key'], isUnique: true },
    { name: 'ix_work_update_mark_credit', columnNames: ['group_id', 'credited_period'] },
  ],
  [foreignKey('fk_work_update_mark_update', 'work_update_id', 'work_update')],
);

const BULLETIN = table(
  'bulletin',
  [
    ulid(),
    reference('group_id'),
    integer('year'),
    integer('number'),
    period('period'),
    date('sent_on'),
    reference('by_appointment_id'),
    text('by_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_bulletin_number', columnNames: ['group_id', 'year', 'number'], isUnique: true }],
  [foreignKey('fk_bulletin_group', 'group_id', 'working_group')],
);

const BULLETIN_ITEM = table(
  'bulletin_item',
  [ulid(), reference('bulletin_id'), integer('ordinal'), reference('work_update_id'), integer('version_number')],
  [
    { name: 'ux_bulletin_item_update', columnNames: ['work_update_id'], isUnique: true },
    { name: 'ux_bulletin_item_place', columnNames: ['bulletin_id', 'ordinal'], isUnique: true },
  ],
  [
    foreignKey('fk_bulletin_item_bulletin', 'bulletin_id', 'bulletin'),
    foreignKey('fk_bulletin_item_update', 'work_update_id', 'work_update'),
  ],
);

const TABLES = [YEAR, UPDATE, VERSION, MARK, BULLETIN, BULLETIN_ITEM];

/** Work updates with what was said about them, and the bulletins made of them. */
export class Information1653000000010 implements MigrationInterface {
  readonly name = 'Information1653000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
