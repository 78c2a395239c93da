import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { LARGEST_FILE, looksSecret, type Instant } from '@jiannuo/shared/kernel';
import { fileWatermarkOf } from '@jiannuo/shared/people';
import type { Audit } from '../audit';
import { DAY, type Clock, type Ids } from '../clock';
import {
  execute,
  insertRows,
  onceMoreOnDuplicate,
  placesFor,
  rowsIn,
  type Database,
  type SqlValue,
  type Transactions,
} from '../database';
import { DomainError, RequestError } from '../http/domain-error';
import { checkedScope, scopeOf, type Actor, type Scope } from '../identity/actor';
import type { MarkableKind, Watermarks } from '../watermark';
import { proveAttachments, type AttachmentProof } from './attachment-proof';
import { claimedKind, markableKind } from './file-kind';
import { cleanFileName } from './file-name';
import type { ArrivedFile, FileStore } from './file-store';
import { isOfKind } from './sniff';

/** A file as lists show it. */
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** An attachment to be read. */
export interface StoredAttachment extends AttachmentView {
  readonly sha256: string;
  /** Whether it was put in for named persons alone. */
  readonly isReserved: boolean;
}

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  /** Whether whoever sends it has said that it is not classified, although its name sounds like it. */
  readonly isDeclared: boolean;
  /** Whether it is for a matter of named persons alone: then nobody else of the unit reads it. */
  readonly isReserved: boolean;
}

/** Answers whether somebody may read an attachment because of a record in which it stands. */
export type AttachmentReader = (actor: Actor, attachmentId: string) => Promise<boolean>;

/** An attachment as its table holds it. */
type AttachmentRow = Readonly<Record<'id' | 'unit_id' | 'name' | 'sha256', string> & Record<string, SqlValue>>;

const COLUMNS = "id, name, media_type AS mediaType, bytes, sha256, reserved_for <> '' AS isReserved";

interface Parts {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: FileStore;
  readonly watermarks: Watermarks;
}

/** The files that units put in. */
export class Attachments {
  private readonly readers: AttachmentReader[] = [];

  constructor(private readonly parts: Parts) {}

  /** Lets a subject say who else may read the files of its records, once at start. */
  register(reader: AttachmentReader): void {
    this.readers.push(reader);
  }

  /**
   * Takes in a file for the actor's unit and answers it; the same content under the same name answers the one that is
   * there, whoever of the unit sent it.
   * Refuses kinds that are not taken, files that are not what their name claims, empty ones and those above 20 MB, and
   * asks first where a name sounds classified. A file for named persons must be one that a watermark can be put on.
   */
  async add(actor: Actor, sent: SentFile, source: Readable): Promise<AttachmentView> {
    const name = cleanFileName(sent.name);
    if (looksSecret(name) && !sent.isDeclared) throw DomainError.invalid('attachment.name-secret', { name });
    const claimed = claimedKind(name);
    if (!claimed) throw DomainError.invalid('attachment.kind-unknown');
    const marking = sent.isReserved ? kindToMark(name) : null;
    const file = await this.parts.files.receive(source, this.parts.ids.next(), LARGEST_FILE);
    try {
      await judge(file, claimed);
      if (marking !== null) await this.tryMarking(file, marking, actor);
    } catch (refusal) {
      await this.parts.files.discard(file);
      throw refusal;
    }
    await this.parts.files.keep(file);
    const reservedFor = sent.isReserved ? actor.appointmentId : '';
    const arrived = { file, name, mediaType: claimed.kind.mediaType, reservedFor };
    return onceMoreOnDuplicate(() => this.parts.transactions.run((tx) => this.note(tx, actor, arrived)));
  }

  /**
   * The attachment if the actor may read it; otherwise `attachment.not-found`. Of other units' files the lead unit reads
   * those that were handed in, and anybody those of records that are for him.
   */
  async find(actor: Actor, id: string): Promise<StoredAttachment> {
    const { where, parameters } = readableBy(actor);
    const sql = `SELECT ${COLUMNS} FROM attachment WHERE id = ? AND group_id = ?`;
    const own = await this.parts.database.row<StoredAttachment>(`${sql} AND (${where})`, [
      id,
      actor.groupId,
      ...parameters,
    ]);
    const row = own ?? (await this.findForReader(actor, id, sql));
    if (!row) throw DomainError.notFound('attachment.not-found');
    return { ...row, isReserved: Boolean(row.isReserved) };
  }

  private async findForReader(actor: Actor, id: string, sql: string): Promise<StoredAttachment | null> {
    for (const mayRead of this.readers) {
      if (await mayRead(actor, id)) return this.parts.database.row<StoredAttachment>(sql, [id, actor.groupId]);
    }
    return null;
  }

  /** The attachments of these ids, in their order; throws `attachment.not-found` when one is missing or out of scope. */
  async findAll(tx: EntityManager, scope: Scope, ids: readonly string[]): Promise<AttachmentView[]> {
    if (ids.length === 0) return [];
    const { where, parameters } = within(scope);
    const places = placesFor(ids);
    const sql = `SELECT id, name, media_type AS mediaType, bytes FROM attachment WHERE id IN (${places}) AND ${where}`;
    const rows = await rowsIn<AttachmentView>(tx, sql, [...ids, ...parameters]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (!row) throw DomainError.notFound('attachment.not-found');
      return row;
    });
  }

  /** Notes that files now stand in something handed in, so that the lead unit may read them from here on, also after it was taken back. */
  async handIn(tx: EntityManager, ids: readonly string[], now: Instant): Promise<void> {
    if (ids.length === 0) return;
    const sql = `UPDATE attachment SET handed_in_at = ? WHERE handed_in_at IS NULL AND id IN (${placesFor(ids)})`;
    await execute(tx, sql, [now, ...ids]);
  }

  /**
   * The same files as attachments of a unit, so that it can read what was put in for it (代录); answers their ids, in the
   * order given. What the unit has already is not put in twice, and what was put in for another stays there too.
   */
  async shareWith(tx: EntityManager, scope: Scope, ids: readonly string[], unitId: string): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const { where, parameters } = within(scope);
    const sql = `SELECT * FROM attachment WHERE id IN (${placesFor(ids)}) AND ${where}`;
    const byId = new Map((await rowsIn<AttachmentRow>(tx, sql, [...ids, ...parameters])).map((row) => [row.id, row]));
    const shared: string[] = [];
    for (const id of ids) {
      const row = byId.get(id);
      if (!row) throw DomainError.notFound('attachment.not-found');
      shared.push(row.unit_id === unitId ? id : await this.copyFor(tx, row, unitId));
    }
    return shared;
  }

  private async copyFor(tx: EntityManager, row: AttachmentRow, unitId: string): Promise<string> {
    const sql = `SELECT id FROM attachment WHERE unit_id = ? AND sha256 = ? AND name = ? AND reserved_for = ''`;
    const [known] = await rowsIn<{ id: string }>(tx, sql, [unitId, row.sha256, row.name]);
    if (known) return known.id;
    const id = this.parts.ids.next();
    await insertRows(tx, 'attachment', [{ ...row, id, unit_id: unitId }]);
    return id;
  }

  /** Where the bytes of an attachment lie; `attachment.lost` when the disk no longer has them. */
  async locate({ sha256 }: StoredAttachment): Promise<string> {
    const path = await this.parts.files.find(sha256);
    if (path === null) throw RequestError.of(404, 'attachment.lost');
    return path;
  }

  /** Proves that the files of all attachments lie where they should, unchanged. */
  prove(): Promise<AttachmentProof> {
    return proveAttachments(this.parts.database, this.parts.files);
  }

  /** Removes bytes that belong to no attachment and have lain there for a day. */
  async sweep(): Promise<number> {
    const before = Date.parse(this.parts.clock.now()) - DAY;
    await this.parts.files.sweepWaiting(before);
    let removed = 0;
    for (const sha256 of await this.parts.files.olderThan(before)) {
      const row = await this.parts.database.row('SELECT id FROM attachment WHERE sha256 = ? LIMIT 1', [sha256]);
      if (row) continue;
      await this.parts.files.remove(sha256);
      removed += 1;
    }
    return removed;
  }

  /** Whoever puts a file in hears that it cannot be marked, rather than whoever is to read it. */
  private async tryMarking({ path }: ArrivedFile, kind: MarkableKind, actor: Actor): Promise<void> {
    const lines = fileWatermarkOf(actor, this.parts.clock.now());
    await this.parts.watermarks.mark({ path, kind, lines }, { personId: actor.personId, isTrial: true });
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    arrived: {
      readonly file: ArrivedFile;
      readonly name: string;
      readonly mediaType: string;
      readonly reservedFor: string;
    },
  ): Promise<AttachmentView> {
    const { sha256, bytes } = arrived.file;
    const known = await rowsIn<AttachmentView>(
      tx,
      `SELECT id, name, media_type AS mediaType, bytes FROM attachment
       WHERE unit_id = ? AND sha256 = ? AND name = ? AND reserved_for = ?`,
      [actor.unitId, sha256, arrived.name, arrived.reservedFor],
    );
    if (known[0]) return known[0];
    const view = { id: this.parts.ids.next(), name: arrived.name, mediaType: arrived.mediaType, bytes };
    await insertRows(tx, 'attachment', [
      {
        id: view.id,
        group_id: actor.groupId,
        unit_id: actor.unitId,
        name: view.name,
        media_type: view.mediaType,
        bytes,
        sha256,
        appointment_id: actor.appointmentId,
        uploaded_at: this.parts.clock.now(),
        reserved_for: arrived.reservedFor,
      },
    ]);
    await this.parts.audit.record(tx, {
      actor,
      groupId: actor.groupId,
      action: 'attachment.add',
      subject: { kind: 'attachment', id: view.id },
      detail: { sha256, bytes, mediaType: view.mediaType, ...(looksSecret(view.name) ? { isDeclared: true } : {}) },
    });
    return view;
  }
}

function kindToMark(name: string): MarkableKind {
  const kind = markableKind(name);
  if (kind === null) throw DomainError.invalid('attachment.kind-unmarkable');
  return kind;
}

async function judge(file: ArrivedFile, claimed: NonNullable<ReturnType<typeof claimedKind>>): Promise<void> {
  if (file.bytes === 0) throw DomainError.invalid('attachment.empty');
  if (await isOfKind(file.path, claimed.kind)) return;
  throw DomainError.invalid('attachment.kind-mismatch', { extension: claimed.extension });
}

function readableBy(actor: Actor): { where: string; parameters: SqlValue[] } {
  const { groupId, unitId } = scopeOf(actor);
  const { where, parameters } =
    unitId === null
      ? { where: `(unit_id = ? OR handed_in_at IS NOT NULL) AND reserved_for = ''`, parameters: [actor.unitId] }
      : within({ groupId, unitId });
  return { where: `${where} OR reserved_for = ?`, parameters: [...parameters, actor.appointmentId] };
}

/** What stands in the records of a scope. Files of named persons stand in none of them. */
function within(scope: Scope): { where: string; parameters: SqlValue[] } {
  const { groupId, unitId } = checkedScope(scope);
  if (unitId === null) return { where: `group_id = ? AND reserved_for = ''`, parameters: [groupId] };
  return { where: `group_id = ? AND unit_id = ? AND reserved_for = ''`, parameters: [groupId, unitId] };
}
