import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
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
  /** When it truly reached the lead unit. */
  @InstantColumn('received_at') receivedAt: Instant;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
  /** How one came that the lead unit copied (代录), on what its time rests, and when it was recorded; null for a hand-in in the app. */
  @TextColumn('channel', 16, { nullable: true }) channel: Channel | null;
  @TextColumn('basis', 800, { nullable: true }) basis: string | null;
  @InstantColumn('registered_at', { nullable: true }) registeredAt: Instant | null;
  /** Until when the county may put right what was entered for it; null where nothing was. */
  @InstantColumn('checked_until', { nullable: true }) checkedUntil: Instant | null;
}
