import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { ReviewedLine } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What a county said against a review (异议), and the answer, noted once. */
@Entity({ name: 'assessment_objection' })
@Index('ux_assessment_objection_number', ['assessmentId', 'number'], { unique: true })
export class AssessmentObjectionEntity {
  @IdColumn() id: string;
  @ForeignKey('assessment', { name: 'fk_assessment_objection_assessment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @Column({ name: 'review_number', type: 'integer' }) reviewNumber: number;
  @TextColumn('line', 16) line: ReviewedLine;
  @TextColumn('text', 800) text: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('at') at: Instant;
  @TextColumn('answer', 16, { nullable: true }) answer: string | null;
  @TextColumn('answer_reason', 800, { nullable: true }) answerReason: string | null;
  @TextColumn('answered_by_name', 100, { nullable: true }) answeredByName: string | null;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: Instant | null;
}
