import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { foreignKey, reference, table, ulid } from './columns';

const NAME = 'ux_attachment_once';
const BEFORE = new TableIndex({ name: NAME, columnNames: ['sha256', 'unit_id', 'name'], isUnique: true });
const ONCE = new TableIndex({ name: NAME, columnNames: ['sha256', 'unit_id', 'name', 'reserved_for'], isUnique: true });

/** What still waits in an inbox is found without reading what does not. */
const OPEN = new TableIndex({
  name: 'ix_notice_open',
  columnNames: ['appointment_id', 'list', 'settled_at', 'created_at'],
});

const NOTICE_FILE = table(
  'supervision_file',
  [ulid(), reference('notice_id'), reference('attachment_id')],
  [
    { name: 'ux_supervision_file', columnNames: ['notice_id', 'attachment_id'], isUnique: true },
    { name: 'ix_supervision_file_attachment', columnNames: ['attachment_id'] },
  ],
  [foreignKey('fk_supervision_file_notice', 'notice_id', 'supervision_notice')],
);

/** Files for named persons alone, the files of notices, and inboxes that may grow. */
export class ReservedFiles1653000000017 implements MigrationInterface {
  readonly name = 'ReservedFiles1653000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE attachment ADD COLUMN reserved_for varchar(26) NOT NULL DEFAULT ''");
    await runner.dropIndex('attachment', BEFORE);
    await runner.createIndex('attachment', ONCE);
    // The platform's tables can stand without those of the subjects.
    if (await runner.hasTable('notice')) await runner.createIndex('notice', OPEN);
    if (await runner.hasTable('supervision_notice')) await runner.createTable(NOTICE_FILE);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasTable('supervision_notice')) await runner.dropTable(NOTICE_FILE.name);
    if (await runner.hasTable('notice')) await runner.dropIndex('notice', OPEN);
    await runner.dropIndex('attachment', ONCE);
    await runner.createIndex('attachment', BEFORE);
    await runner.query('ALTER TABLE attachment DROP COLUMN reserved_for');
  }
}
