import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional } from './columns';

const OLD_INDEX = new TableIndex({ name: 'ix_attachment_content', columnNames: ['unit_id', 'sha256'] });
const ONCE = new TableIndex({
  name: 'ux_attachment_once',
  columnNames: ['sha256', 'unit_id', 'name'],
  isUnique: true,
});

interface Doubled {
  readonly id: string;
  readonly name: string;
}

/** A unit's file of one name and content is one attachment, and the lead unit reads only what has been handed in. */
export class AttachmentOnce1653000000006 implements MigrationInterface {
  readonly name = 'AttachmentOnce1653000000006';

  async up(runner: QueryRunner): Promise<void> {
    await nameApart(runner);
    await runner.dropIndex('attachment', OLD_INDEX);
    await runner.createIndex('attachment', ONCE);
    await runner.addColumn('attachment', new TableColumn(optional(instant('handed_in_at'))));
    // The platform's tables can stand without those of the subjects.
    if (await runner.hasTable('report_version')) await markHandedIn(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('attachment', 'handed_in_at');
    await runner.dropIndex('attachment', ONCE);
    await runner.createIndex('attachment', OLD_INDEX);
  }
}

/** Reports name attachments by their id, so none of a pair can go: the later one gets a number. */
async function nameApart(runner: QueryRunner): Promise<void> {
  const doubled = (await runner.query(
    `SELECT a.id, a.name FROM attachment a JOIN attachment b
       ON b.sha256 = a.sha256 AND b.unit_id = a.unit_id AND b.name = a.name AND b.id < a.id
     GROUP BY a.id, a.name ORDER BY a.id`,
  )) as readonly Doubled[];
  for (const [index, { id, name }] of doubled.entries()) {
    const [, stem = name, extension = ''] = /^(.+)(\.[^.]*)$/.exec(name) ?? [];
    const apart = `${stem}（${String(index + 2)}）${extension}`;
    await runner.query('UPDATE attachment SET name = ? WHERE id = ?', [apart, id]);
  }
}

async function markHandedIn(runner: QueryRunner): Promise<void> {
  await runner.query(
    `UPDATE attachment SET handed_in_at = (
       SELECT MIN(v.registered_at) FROM report_version v JOIN report r ON r.id = v.report_id
       WHERE r.unit_id = attachment.unit_id
         AND (INSTR(v.content, attachment.id) > 0 OR INSTR(v.attachment_ids, attachment.id) > 0))`,
  );
  await runner.query(
    `UPDATE attachment SET handed_in_at = (
       SELECT MIN(c.at) FROM obligation_change c JOIN obligation o ON o.id = c.obligation_id
       WHERE o.unit_id = attachment.unit_id AND INSTR(c.attachment_ids, attachment.id) > 0)
     WHERE handed_in_at IS NULL`,
  );
}
