import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { markedName, type Instant } from '@jiannuo/shared/kernel';
import { fileWatermarkOf } from '@jiannuo/shared/people';
import type { Audit } from '../audit';
import type { Clock } from '../clock';
import type { Transactions } from '../database';
import type { Actor } from '../identity/actor';
import type { Watermarks } from '../watermark';
import type { Attachments, StoredAttachment } from './attachments';
import { FILE_KINDS, markableKind } from './file-kind';

/** A file as it leaves the server. */
export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable | Buffer;
}

interface Parts {
  readonly attachments: Attachments;
  readonly watermarks: Watermarks;
  readonly transactions: Transactions;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** The only way for a file that was put in to leave the server. */
export class AttachmentOpening {
  constructor(private readonly parts: Parts) {}

  /**
   * The file, byte for byte as it came. One for named persons (限知悉) leaves with a line in the record and with the
   * reader's name, post and time over every page, as a PDF; Word and Excel files that were taken in before that was so
   * leave with the line alone. Throws `attachment.not-found`, `attachment.lost`, and what keeps a file from being marked.
   */
  async open(actor: Actor, id: string): Promise<OpenedFile> {
    const attachment = await this.parts.attachments.find(actor, id);
    const path = await this.parts.attachments.locate(attachment);
    const at = attachment.isReserved ? await this.note(actor, attachment) : null;
    const kind = markableKind(attachment.name);
    if (at === null || kind === null) return { ...attachment, content: createReadStream(path) };
    const reader = { personId: actor.personId, isTrial: false };
    const content = await this.parts.watermarks.mark({ path, kind, lines: fileWatermarkOf(actor, at) }, reader);
    const name = markedName(attachment.name);
    return { name, mediaType: FILE_KINDS.pdf.mediaType, bytes: content.length, content };
  }

  /** Writes down who opens a file, and when. Nothing of a confidential matter leaves without that. */
  private note(actor: Actor, { id }: StoredAttachment): Promise<Instant> {
    return this.parts.transactions.run(async (tx) => {
      const { groupId } = actor;
      const subject = { kind: 'attachment', id };
      await this.parts.audit.record(tx, { actor, groupId, action: 'attachment.read', subject, detail: {} });
      return this.parts.clock.now();
    });
  }
}
