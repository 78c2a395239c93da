import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, reference, table, text, textBody, ulid, yesNo } from './columns';

const NOTICE = table(
  'supervision_notice',
  [
    ulid(),
    reference('group_id'),
    text('kind', 16),
    integer('year'),
    optional(integer('number')),
    text('state', 16),
    text('title', 200),
    json('content'),
    text('answer', 16),
    optional(instant('due_at')),
    yesNo('is_confidential'),
    optional(reference('earlier_id')),
    optional(reference('corrects_id')),
    optional(reference('link_id')),
    optional(text('proposal_key', 100)),
    optional(reference('writer_person_id')),
    optional(reference('writer_appointment_id')),
    optional(text('writer_name', 100)),
    integer('version'),
    instant('created_at'),
    instant('moved_at'),
    optional(instant('issued_at')),
  ],
  [
    {
      name: 'ux_supervision_notice_number',
      columnNames: ['group_id', 'kind', 'year', 'number'],
      isUnique: true,
    },
    { name: 'ux_supervision_notice_proposal', columnNames: ['proposal_key'], isUnique: true },
    { name: 'ix_supervision_notice_moved', columnNames: ['group_id', 'moved_at'] },
    { name: 'ix_supervision_notice_earlier', columnNames: ['earlier_id'] },
    { name: 'ix_supervision_notice_corrects', columnNames: ['corrects_id'] },
    { name: 'ix_supervision_notice_link', columnNames: ['link_id'] },
  ],
  [
    foreignKey('fk_supervision_notice_group', 'group_id', 'working_group'),
    foreignKey('fk_supervision_notice_earlier', 'earlier_id', 'supervision_notice'),
    foreignKey('fk_supervision_notice_corrects', 'corrects_id', 'supervision_notice'),
  ],
);

const READER = table(
  'supervision_reader',
  [ulid(), reference('notice_id'), reference('appointment_id')],
  [{ name: 'ux_supervision_reader', columnNames: ['notice_id', 'appointment_id'], isUnique: true }],
  [foreignKey('fk_supervision_reader_notice', 'notice_id', 'supervision_notice')],
);

const TICKET = table(
  'supervision_ticket',
  [
    ulid(),
    reference('group_id'),
    reference('notice_id'),
    reference('unit_id'),
    text('part', 8),
    text('state', 16),
    text('handler', 160),
    optional(reference('sign_obligation_id')),
    optional(reference('answer_obligation_id')),
    optional(instant('asked_due_at')),
    integer('answers'),
    optional(instant('answered_at')),
    instant('issued_at'),
  ],
  [
    { name: 'ux_supervision_ticket', columnNames: ['notice_id', 'unit_id'], isUnique: true },
    { name: 'ix_supervision_ticket_unit', columnNames: ['unit_id', 'issued_at'] },
    { name: 'ix_supervision_ticket_state', columnNames: ['group_id', 'state'] },
  ],
  [
    foreignKey('fk_supervision_ticket_notice', 'notice_id', 'supervision_notice'),
    foreignKey('fk_supervision_ticket_unit', 'unit_id', 'unit'),
  ],
);

const EVENT = table(
  'supervision_event',
  [
    ulid(),
    reference('group_id'),
    reference('notice_id'),
    optional(reference('ticket_id')),
    text('action', 24),
    textBody('text'),
    json('evidence'),
    optional(instant('due_at')),
    integer('version'),
    optional(reference('by_appointment_id')),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('happened_at'),
    instant('at'),
  ],
  [
    { name: 'ix_supervision_event_notice', columnNames: ['notice_id', 'at'] },
    { name: 'ix_supervision_event_ticket', columnNames: ['ticket_id', 'at'] },
  ],
  [
    foreignKey('fk_supervision_event_notice', 'notice_id', 'supervision_notice'),
    foreignKey('fk_supervision_event_ticket', 'ticket_id', 'supervision_ticket'),
  ],
);

const TABLES = [NOTICE, READER, TICKET, EVENT];

/** Notices, their tickets and what was done to them, and the name of what they ask. */
export class Supervision1653000000016 implements MigrationInterface {
  readonly name = 'Supervision1653000000016';

  async up(runner: QueryRunner): Promise<void> {
    // Written by hand: the Schema API copies the whole table on SQLite, which rows that refer to it forbid.
    await runner.query('ALTER TABLE obligation ADD COLUMN title varchar(120) NULL');
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
    await runner.query('ALTER TABLE obligation DROP COLUMN title');
  }
}
