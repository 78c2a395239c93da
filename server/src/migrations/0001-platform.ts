import type { MigrationInterface, QueryRunner } from 'typeorm';
import { instant, integer, json, optional, reference, table, text, textBody, ulid } from './columns';

const NAME = { ...text('name', 64), isPrimary: true };

const TABLES = [
  table(
    'session',
    [
      ulid(),
      text('token_hash', 64),
      reference('person_id'),
      reference('appointment_id'),
      text('device', 16),
      instant('opened_at'),
      instant('seen_at'),
      instant('expires_at'),
      instant('ends_at'),
      optional(instant('revoked_at')),
    ],
    [
      { name: 'ux_session_token_hash', columnNames: ['token_hash'], isUnique: true },
      { name: 'ix_session_person', columnNames: ['person_id'] },
      { name: 'ix_session_appointment', columnNames: ['appointment_id'] },
    ],
  ),
  table(
    'idempotency_record',
    [
      ulid(),
      reference('appointment_id'),
      text('request_key', 64),
      integer('step'),
      text('request_hash', 64),
      json('result'),
      instant('recorded_at'),
    ],
    [
      {
        name: 'ux_idempotency_record_key',
        columnNames: ['appointment_id', 'request_key', 'step'],
        isUnique: true,
      },
      { name: 'ix_idempotency_record_at', columnNames: ['recorded_at'] },
    ],
  ),
  table('lease', [NAME, text('owner', 64), instant('expires_at')], []),
  table('stored_value', [NAME, textBody('value'), instant('updated_at')], []),
  table(
    'audit_entry',
    [
      ulid(),
      optional(reference('group_id')),
      instant('at'),
      text('actor_kind', 16),
      optional(reference('person_id')),
      optional(reference('appointment_id')),
      optional(reference('unit_id')),
      text('action', 64),
      text('subject_kind', 32),
      text('subject_id', 64),
      textBody('detail'),
      optional(text('ip', 45)),
      optional(text('request_id', 32)),
      optional(integer('sequence')),
      optional(text('previous_hash', 64)),
      optional(text('hash', 64)),
    ],
    [
      { name: 'ux_audit_entry_sequence', columnNames: ['sequence'], isUnique: true },
      { name: 'ix_audit_entry_group', columnNames: ['group_id', 'at'] },
      { name: 'ix_audit_entry_subject', columnNames: ['subject_kind', 'subject_id'] },
    ],
  ),
  table(
    'attachment',
    [
      ulid(),
      reference('group_id'),
      reference('unit_id'),
      text('name', 200),
      text('media_type', 100),
      integer('bytes'),
      text('sha256', 64),
      reference('appointment_id'),
      instant('uploaded_at'),
    ],
    [
      { name: 'ix_attachment_content', columnNames: ['unit_id', 'sha256'] },
      { name: 'ix_attachment_group', columnNames: ['group_id'] },
    ],
  ),
  table('heartbeat', [NAME, instant('beat_at')], []),
  table(
    'outage',
    [ulid(), instant('began_at'), instant('ended_at'), text('cause', 200)],
    [{ name: 'ix_outage_ended', columnNames: ['ended_at'] }],
  ),
];

/** The tables that every subject stands on. */
export class Platform1653000000001 implements MigrationInterface {
  readonly name = 'Platform1653000000001';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'better-sqlite3') {
      // Texts compare by code point on both databases, so ids and codes keep their case and names sort alike.
      await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    }
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
