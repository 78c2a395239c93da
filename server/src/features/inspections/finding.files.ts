import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Method } from '@jiannuo/shared/inspections';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { Attachments } from '../../platform/attachments';
import { Database, placesFor, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { EvidenceFiles } from '../supervision';
import { FINDINGS, knownFinding } from './inspection.lock';

/** The photos and files of findings: read by whoever may know of the finding, and by nobody else. */
@Injectable()
export class FindingFiles implements OnModuleInit {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly answers: EvidenceFiles,
  ) {}

  onModuleInit(): void {
    this.attachments.register((actor, id) => this.mayRead(actor, id));
  }

  /**
   * Refuses files that somebody else put in, and open ones where the inspection is unannounced: nobody outside its team
   * may learn of it. What the finding named before stays, whoever of the team put it in.
   */
  async check(
    tx: EntityManager,
    actor: Actor,
    method: Method,
    evidence: { readonly before: readonly Evidence[]; readonly after: readonly Evidence[] },
  ): Promise<void> {
    const known = filesOf(evidence.before);
    const fresh = filesOf(evidence.after).filter((id) => !known.includes(id));
    if (fresh.length === 0) return;
    const rows = await rowsIn<{ readonly reservedFor: string }>(
      tx,
      `SELECT reserved_for AS reservedFor FROM attachment WHERE group_id = ? AND unit_id = ?
         AND reserved_for IN ('', ?) AND id IN (${placesFor(fresh)})`,
      [actor.groupId, actor.unitId, actor.appointmentId, ...fresh],
    );
    if (rows.length < fresh.length) throw DomainError.notFound('attachment.not-found');
    const isOpen = rows.some(({ reservedFor }) => reservedFor === '');
    if (method === 'unannounced' && isOpen) throw DomainError.invalid('inspections.file-open');
  }

  /** The files that a finding names, then those of what its unit said to it. */
  async of(
    unitId: string,
    { evidence, said }: Readonly<Record<'evidence' | 'said', readonly Evidence[]>>,
  ): Promise<readonly AttachmentView[]> {
    return [...(await this.namedIn(evidence)), ...(await this.answers.of(unitId, said))];
  }

  private async namedIn(evidence: readonly Evidence[]): Promise<readonly AttachmentView[]> {
    const ids = filesOf(evidence);
    if (ids.length === 0) return [];
    const rows = await this.database.rows<AttachmentView>(
      `SELECT id, name, media_type AS mediaType, bytes, reserved_for <> '' AS isReserved FROM attachment
       WHERE id IN (${placesFor(ids)})`,
      ids,
    );
    return rows.map((row) => ({ ...row, isReserved: Boolean(row.isReserved) }));
  }

  /** Whether it stands in a finding that the actor may know of. */
  private async mayRead(actor: Actor, attachmentId: string): Promise<boolean> {
    const { where, parameters } = knownFinding(actor);
    const sql = `${FINDINGS} WHERE ${where} AND f.evidence LIKE ? LIMIT 1`;
    return (await this.database.row(sql, [...parameters, `%"attachmentId":"${attachmentId}"%`])) !== null;
  }
}

function filesOf(evidence: readonly Evidence[]): readonly string[] {
  return [...new Set(evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
}
