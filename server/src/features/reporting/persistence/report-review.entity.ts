import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ReviewRemark } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What the lead unit decided about a version. Rows are only ever added. */
@Entity({ name: 'report_review' })
@Index('ix_report_review_report', ['reportId', 'at'])
export class ReportReviewEntity {
  @IdColumn() id: string;
  @ForeignKey('report', { name: 'fk_report_review_report', onUpdate: 'NO ACTION' })
  @ReferenceColumn('report_id')
  reportId: string;
  @Column({ name: 'version_number', type: 'integer' }) versionNumber: number;
  @TextColumn('decision', 16) decision: 'accepted' | 'returned';
  @JsonColumn('remarks') remarks: readonly ReviewRemark[];
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
  @InstantColumn('correction_due_at', { nullable: true }) correctionDueAt: Instant | null;
}
