import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { EvidenceKind } from '@jiannuo/shared/reporting';
import { IdColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** One proof of a matter as it was raised, by name, with a file or without. */
@Entity({ name: 'matter_evidence' })
@Index('ux_matter_evidence', ['matterId', 'ordinal'], { unique: true })
@Index('ix_matter_evidence_attachment', ['attachmentId'])
export class MatterEvidenceEntity {
  @IdColumn() id: string;
  @ForeignKey('matter', { name: 'fk_matter_evidence_matter', onUpdate: 'NO ACTION' })
  @ReferenceColumn('matter_id')
  matterId: string;
  @Column({ name: 'ordinal', type: 'integer' }) ordinal: number;
  @ReferenceColumn('entry_id') entryId: string;
  @TextColumn('title', 200) title: string;
  @TextColumn('kind', 16) kind: EvidenceKind;
  @ReferenceColumn('attachment_id', { nullable: true }) attachmentId: string | null;
}
