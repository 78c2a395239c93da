import { StreamableFile } from '@nestjs/common';
import type { DownloadsView, DownloadView } from '@jiannuo/shared/sheets';
import { contentDisposition } from '../attachments/file-name';
import { FILE_KINDS } from '../attachments/file-kind';
import type { Audit } from '../audit';
import type { Database, Transactions } from '../database';
import type { Actor } from '../identity/actor';

interface Row extends Pick<DownloadView, 'id' | 'at'> {
  readonly detail: string;
}

/** All downloads of a group stand under the group itself, so that its list is one look into an index. */
const SUBJECT = 'download';
const SHOWN = 200;

/** The only way for a workbook to leave the server: with a line in 下载记录. */
export class Downloads {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The file as it is sent. Who took it, under which name and when is on record before the first byte leaves. */
  async workbook(actor: Actor, name: string, file: Buffer): Promise<StreamableFile> {
    const { groupId, personName, unitName } = actor;
    await this.transactions.runWithoutKey((tx) =>
      this.audit.record(tx, {
        actor,
        groupId,
        action: 'file.download',
        subject: { kind: SUBJECT, id: groupId },
        detail: { name, personName, unitName },
      }),
    );
    return new StreamableFile(file, {
      type: FILE_KINDS.xlsx.mediaType,
      disposition: contentDisposition(name),
      length: file.length,
    });
  }

  /** What was taken out of a group, latest first. */
  async list(groupId: string): Promise<DownloadsView> {
    const rows = await this.database.rows<Row>(
      `SELECT id, at, detail FROM audit_entry WHERE subject_kind = ? AND subject_id = ?
       ORDER BY id DESC LIMIT ${String(SHOWN)}`,
      [SUBJECT, groupId],
    );
    return {
      limit: SHOWN,
      rows: rows.map(({ id, at, detail }) => ({
        id,
        at,
        ...(JSON.parse(detail) as Pick<DownloadView, 'name' | 'personName' | 'unitName'>),
      })),
    };
  }
}
