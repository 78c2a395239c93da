import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { Attachments } from '../../../platform/attachments';
import { Database, placesFor } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';

/** The files of what a unit answers. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
  ) {}

  /** Hands the files in that evidence names. They stand with the unit, whoever put them in; the evidence then names the unit's. */
  async handIn(
    tx: EntityManager,
    actor: Actor,
    {
      evidence,
      unitId,
      now,
    }: { readonly evidence: readonly Evidence[]; readonly unitId: string; readonly now: Instant },
  ): Promise<readonly Evidence[]> {
    const files = [...new Set(evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
    const own = { groupId: actor.groupId, unitId: actor.unitId };
    await this.attachments.findAll(tx, own, files);
    const shared = await this.attachments.shareWith(tx, own, files, unitId);
    await this.attachments.handIn(tx, shared, now);
    const sharedAs = new Map(files.map((file, index) => [file, shared[index] ?? file]));
    return evidence.map((entry) => {
      const { attachmentId } = entry;
      return attachmentId === null ? entry : { ...entry, attachmentId: sharedAs.get(attachmentId) ?? attachmentId };
    });
  }

  /** The files that evidence names, of a unit. */
  async of(unitId: string, evidence: readonly Evidence[]): Promise<readonly AttachmentView[]> {
    const ids = [...new Set(evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
    if (ids.length === 0) return [];
    return this.database.rows<AttachmentView>(
      `SELECT id, name, media_type AS mediaType, bytes FROM attachment
       WHERE unit_id = ? AND id IN (${placesFor(ids)})`,
      [unitId, ...ids],
    );
  }
}
