import { Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A text that lost against another device's, kept for 30 days so that nothing typed is gone (M10). */
@Entity({ name: 'report_draft_history' })
@Index('ix_report_draft_history_report', ['reportId', 'at'])
@Index('ix_report_draft_history_at', ['at'])
export class ReportDraftHistoryEntity {
  @IdColumn() id: string;
  @ForeignKey('report', { name: 'fk_report_draft_history_report', onUpdate: 'NO ACTION' })
  @ReferenceColumn('report_id')
  reportId: string;
  @TextColumn('path', 300) path: string;
  @JsonColumn('value') value: unknown;
  @TextColumn('device', 64) device: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @InstantColumn('at') at: Instant;
}
