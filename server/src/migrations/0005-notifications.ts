import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, reference, table, text, ulid, yesNo } from './columns';

const OUTBOX = table(
  'outbox_message',
  [
    ulid(),
    text('topic', 64),
    text('dedupe_key', 191),
    json('payload'),
    text('state', 8),
    instant('due_at'),
    optional(reference('owner')),
    integer('attempts'),
    optional(text('last_error', 200)),
    instant('created_at'),
    optional(instant('done_at')),
  ],
  [
    { name: 'ux_outbox_message_key', columnNames: ['dedupe_key'], isUnique: true },
    { name: 'ix_outbox_message_due', columnNames: ['topic', 'state', 'due_at', 'id'] },
    { name: 'ix_outbox_message_owner', columnNames: ['owner'] },
    { name: 'ix_outbox_message_done', columnNames: ['state', 'done_at'] },
  ],
);

const NOTICE = table(
  'notice',
  [
    ulid(),
    reference('group_id'),
    reference('appointment_id'),
    text('list', 8),
    text('kind', 32),
    text('title', 100),
    text('body', 500),
    text('sender', 100),
    text('target_kind', 16),
    text('target_id', 26),
    text('dedupe_key', 191),
    instant('created_at'),
    optional(instant('opened_at')),
    optional(instant('settled_at')),
  ],
  [
    { name: 'ux_notice_key', columnNames: ['dedupe_key'], isUnique: true },
    { name: 'ix_notice_appointment', columnNames: ['appointment_id', 'list', 'created_at'] },
    { name: 'ix_notice_target', columnNames: ['target_id'] },
  ],
);

const CONSENTS = [
  table(
    'consent_balance',
    [ulid(), text('open_id', 64), text('template_id', 64), integer('balance'), instant('updated_at')],
    [{ name: 'ux_consent_balance_account', columnNames: ['open_id', 'template_id'], isUnique: true }],
  ),
  table(
    'consent_entry',
    [
      ulid(),
      text('open_id', 64),
      text('template_id', 64),
      text('source', 16),
      text('answer', 8),
      integer('delta'),
      optional(text('event_key', 191)),
      optional(reference('pair_id')),
      instant('at'),
    ],
    [
      { name: 'ux_consent_entry_event', columnNames: ['event_key'], isUnique: true },
      { name: 'ix_consent_entry_account', columnNames: ['open_id', 'template_id', 'at'] },
      { name: 'ix_consent_entry_pair', columnNames: ['pair_id'] },
    ],
  ),
];

const DELIVERY = table(
  'delivery',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    reference('appointment_id'),
    text('purpose', 16),
    text('subject_kind', 16),
    text('state', 16),
    optional(text('reason', 32)),
    text('about', 200),
    yesNo('is_personal'),
    instant('send_at'),
    optional(instant('stale_at')),
    optional(reference('notice_id')),
    instant('created_at'),
    instant('updated_at'),
  ],
  [
    { name: 'ix_delivery_group', columnNames: ['group_id', 'state', 'updated_at'] },
    { name: 'ix_delivery_state', columnNames: ['state', 'updated_at'] },
  ],
);

const DELIVERY_SUBJECT = table(
  'delivery_subject',
  [
    ulid(),
    reference('delivery_id'),
    text('subject_id', 26),
    text('slot', 96),
    reference('appointment_id'),
    text('state', 16),
    text('title', 100),
    instant('due_at'),
    instant('updated_at'),
  ],
  [
    {
      name: 'ux_delivery_subject_once',
      columnNames: ['subject_id', 'slot', 'appointment_id'],
      isUnique: true,
    },
    { name: 'ix_delivery_subject_delivery', columnNames: ['delivery_id'] },
  ],
  [foreignKey('fk_delivery_subject_delivery', 'delivery_id', 'delivery')],
);

const DELIVERY_ATTEMPT = table(
  'delivery_attempt',
  [
    ulid(),
    reference('delivery_id'),
    integer('number'),
    text('channel', 16),
    text('outcome', 16),
    optional(text('reason', 32)),
    optional(text('open_id', 64)),
    optional(text('template_id', 64)),
    optional(integer('errcode')),
    optional(text('rid', 64)),
    optional(text('message_id', 32)),
    instant('started_at'),
    optional(instant('ended_at')),
  ],
  [
    { name: 'ux_delivery_attempt_number', columnNames: ['delivery_id', 'number'], isUnique: true },
    { name: 'ix_delivery_attempt_message', columnNames: ['message_id'] },
    { name: 'ix_delivery_attempt_account', columnNames: ['open_id', 'template_id', 'started_at'] },
  ],
  [foreignKey('fk_delivery_attempt_delivery', 'delivery_id', 'delivery')],
);

const CALL_RESULT = table(
  'call_result',
  [
    ulid(),
    reference('delivery_id'),
    text('text', 200),
    instant('at'),
    reference('appointment_id'),
    text('by_name', 50),
  ],
  [{ name: 'ix_call_result_delivery', columnNames: ['delivery_id', 'at'] }],
  [foreignKey('fk_call_result_delivery', 'delivery_id', 'delivery')],
);

const HANDLED_PUSH = table(
  'handled_push',
  [{ ...text('digest', 64), isPrimary: true }, instant('kept_until')],
  [{ name: 'ix_handled_push_kept', columnNames: ['kept_until'] }],
);

const REMINDER_TAP = table(
  'reminder_tap',
  [{ ...reference('unit_id'), isPrimary: true }, instant('tapped_at'), text('evening', 10)],
  [],
);

const TABLES = [
  OUTBOX,
  NOTICE,
  ...CONSENTS,
  DELIVERY,
  DELIVERY_SUBJECT,
  DELIVERY_ATTEMPT,
  CALL_RESULT,
  HANDLED_PUSH,
  REMINDER_TAP,
];

/** What leaves the platform: the outbox, the inbox, the ledger of grants, deliveries and the call list. */
export class Notifications1653000000005 implements MigrationInterface {
  readonly name = 'Notifications1653000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
