import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { MonthVerdict } from '@jiannuo/shared/applications';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** Whether an approved task or target was carried out in a month (Q15). Rows are added; the last of a month stands. */
@Entity({ name: 'application_month' })
@Index('ux_application_month', ['applicationId', 'period', 'number'], { unique: true })
export class ApplicationMonthEntity {
  @IdColumn() id: string;
  @ForeignKey('application', { name: 'fk_application_month_application', onUpdate: 'NO ACTION' })
  @ReferenceColumn('application_id')
  applicationId: string;
  @PeriodColumn('period') period: Period;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('verdict', 16) verdict: MonthVerdict;
  @TextColumn('reason', 800) reason: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('at') at: Instant;
}
