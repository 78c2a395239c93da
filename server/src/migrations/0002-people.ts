import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, foreignKey, instant, integer, json, optional, reference, table, text, ulid, yesNo } from './columns';

const TABLES = [
  table(
    'working_group',
    [
      ulid(),
      text('code', 32),
      text('name', 100),
      text('city', 50),
      text('lead_unit_name', 100),
      text('lead_phone', 32),
      text('lead_hours', 64),
      optional(text('filing_number', 64)),
      yesNo('is_sample'),
      instant('created_at'),
    ],
    [{ name: 'ux_working_group_code', columnNames: ['code'], isUnique: true }],
  ),
  table(
    'group_year',
    [
      ulid(),
      reference('group_id'),
      integer('year'),
      json('settings'),
      json('form'),
      text('clause_basis', 200),
      instant('updated_at'),
    ],
    [{ name: 'ux_group_year_group_year', columnNames: ['group_id', 'year'], isUnique: true }],
    [foreignKey('fk_group_year_group', 'group_id', 'working_group')],
  ),
  table(
    'unit',
    [
      ulid(),
      reference('group_id'),
      integer('number'),
      text('name', 50),
      text('full_name', 100),
      json('aliases'),
      text('kind', 32),
      instant('created_at'),
    ],
    [
      { name: 'ux_unit_group_number', columnNames: ['group_id', 'number'], isUnique: true },
      { name: 'ux_unit_group_name', columnNames: ['group_id', 'name'], isUnique: true },
    ],
    [foreignKey('fk_unit_group', 'group_id', 'working_group')],
  ),
  table(
    'person',
    [ulid(), text('name', 50), optional(text('phone', 11)), instant('created_at')],
    [{ name: 'ux_person_phone', columnNames: ['phone'], isUnique: true }],
  ),
  table(
    'appointment',
    [
      ulid(),
      reference('group_id'),
      reference('unit_id'),
      reference('person_id'),
      text('role', 32),
      text('section', 50),
      text('post', 50),
      yesNo('is_section_head'),
      optional(text('not_head_reason', 200)),
      date('valid_from'),
      optional(date('valid_to')),
      optional(instant('ended_at')),
      optional(reference('liaison_slot')),
      text('listed_by', 100),
      date('listed_on'),
    ],
    [
      { name: 'ux_appointment_liaison_slot', columnNames: ['liaison_slot'], isUnique: true },
      { name: 'ix_appointment_group', columnNames: ['group_id', 'ended_at'] },
      { name: 'ix_appointment_unit', columnNames: ['unit_id', 'role', 'ended_at'] },
      { name: 'ix_appointment_person', columnNames: ['person_id', 'ended_at'] },
    ],
    [
      foreignKey('fk_appointment_group', 'group_id', 'working_group'),
      foreignKey('fk_appointment_unit', 'unit_id', 'unit'),
      foreignKey('fk_appointment_person', 'person_id', 'person'),
    ],
  ),
  table(
    'wechat_account',
    [
      ulid(),
      text('app_id', 32),
      text('open_id', 64),
      reference('person_id'),
      instant('bound_at'),
      yesNo('is_broken'),
      optional(reference('last_appointment_id')),
    ],
    [
      { name: 'ux_wechat_account_open_id', columnNames: ['app_id', 'open_id'], isUnique: true },
      { name: 'ux_wechat_account_person', columnNames: ['person_id', 'app_id'], isUnique: true },
    ],
    [foreignKey('fk_wechat_account_person', 'person_id', 'person')],
  ),
  table(
    'invite_code',
    [
      ulid(),
      text('code_hash', 64),
      reference('appointment_id'),
      text('purpose', 16),
      optional(json('successor')),
      text('made_by', 100),
      instant('expires_at'),
      optional(instant('used_at')),
    ],
    [
      { name: 'ux_invite_code_hash', columnNames: ['code_hash'], isUnique: true },
      { name: 'ix_invite_code_appointment', columnNames: ['appointment_id', 'used_at'] },
    ],
    [foreignKey('fk_invite_code_appointment', 'appointment_id', 'appointment')],
  ),
  table(
    'sign_in_ticket',
    [
      ulid(),
      text('token_hash', 64),
      text('app_id', 32),
      text('open_id', 64),
      optional(reference('person_id')),
      optional(reference('invite_id')),
      integer('wrong_tries'),
      instant('created_at'),
      instant('expires_at'),
    ],
    [
      { name: 'ux_sign_in_ticket_hash', columnNames: ['token_hash'], isUnique: true },
      { name: 'ix_sign_in_ticket_open_id', columnNames: ['open_id', 'created_at'] },
      { name: 'ix_sign_in_ticket_expires_at', columnNames: ['expires_at'] },
    ],
  ),
  table(
    'desktop_sign_in',
    [
      { ...text('id', 32), isPrimary: true },
      text('secret_hash', 64),
      instant('expires_at'),
      optional(reference('person_id')),
      optional(reference('appointment_id')),
      optional(instant('confirmed_at')),
      optional(instant('collected_at')),
    ],
    [{ name: 'ix_desktop_sign_in_expires_at', columnNames: ['expires_at'] }],
  ),
];

/** Working groups with their years, units, persons, appointments, and how they sign in. */
export class People1653000000002 implements MigrationInterface {
  readonly name = 'People1653000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
