import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A sheet (自查评分表) as it was handed in; never changed. */
@Entity({ name: 'assessment_sheet' })
@Index('ux_assessment_sheet_number', ['assessmentId', 'number'], { unique: true })
export class AssessmentSheetEntity {
  @IdColumn() id: string;
  @ForeignKey('assessment', { name: 'fk_assessment_sheet_assessment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('content_hash', 64) contentHash: string;
  @JsonColumn('content') content: unknown;
  @InstantColumn('received_at') receivedAt: Instant;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
}
