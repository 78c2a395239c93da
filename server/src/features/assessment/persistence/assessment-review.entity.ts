import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** The lead unit’s verdicts (复核) on the records of a month; fixed once confirmed. */
@Entity({ name: 'assessment_review' })
@Index('ux_assessment_review_number', ['assessmentId', 'number'], { unique: true })
export class AssessmentReviewEntity {
  @IdColumn() id: string;
  @ForeignKey('assessment', { name: 'fk_assessment_review_assessment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @Column({ name: 'sheet_number', type: 'integer' }) sheetNumber: number;
  @TextColumn('state', 16) state: string;
  @JsonColumn('score_case') scoreCase: unknown;
  @JsonColumn('content') content: unknown;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
  /** Why it was stated anew; null where people reviewed. */
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
}
