import { Column, Entity, ForeignKey } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn } from '../../../platform/database/columns';

/** A county’s own part of its sheet while it is being filled in. */
@Entity({ name: 'assessment_draft' })
export class AssessmentDraftEntity {
  @ForeignKey('assessment', { name: 'fk_assessment_draft_assessment', onUpdate: 'NO ACTION' })
  @IdColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'revision', type: 'integer' }) revision: number;
  @InstantColumn('saved_at', { nullable: true }) savedAt: Instant | null;
  @JsonColumn('content') content: unknown;
}
