import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What the lead unit decided about an application: 认定, 不予认定, 撤销认定, 停止记分. Rows are added and never changed. */
@Entity({ name: 'application_decision' })
@Index('ux_application_decision', ['applicationId', 'number'], { unique: true })
export class ApplicationDecisionEntity {
  @IdColumn() id: string;
  @ForeignKey('application', { name: 'fk_application_decision_application', onUpdate: 'NO ACTION' })
  @ReferenceColumn('application_id')
  applicationId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('state', 16) state: 'approved' | 'refused' | 'revoked' | 'ended';
  @TextColumn('reason', 800) reason: string;
  /** For an approval that counts once: the month, fixed when it was made. */
  @PeriodColumn('credited_period', { nullable: true }) creditedPeriod: Period | null;
  /** For 停止记分: the first month to which it counts no more. */
  @PeriodColumn('ended_from', { nullable: true }) endedFrom: Period | null;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('at') at: Instant;
}
