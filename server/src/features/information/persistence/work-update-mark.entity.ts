import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Adopter, MarkKind } from '@jiannuo/shared/information';
import type { DateText, Instant, Period } from '@jiannuo/shared/kernel';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** What the lead unit said about a work update. Rows are added; a withdrawal is noted once, and the row stays. */
@Entity({ name: 'work_update_mark' })
@Index('ux_work_update_mark_number', ['workUpdateId', 'number'], { unique: true })
@Index('ux_work_update_mark_standing', ['standingKey'], { unique: true })
@Index('ix_work_update_mark_credit', ['groupId', 'creditedPeriod'])
export class WorkUpdateMarkEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('work_update', { name: 'fk_work_update_mark_update', onUpdate: 'NO ACTION' })
  @ReferenceColumn('work_update_id')
  workUpdateId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @Column({ name: 'version_number', type: 'integer' }) versionNumber: number;
  @TextColumn('kind', 16) kind: MarkKind;
  @TextColumn('adopter', 24, { nullable: true }) adopter: Adopter | null;
  @TextColumn('reason', 800) reason: string;
  @DateColumn('confirmed_on', { nullable: true }) confirmedOn: DateText | null;
  /** The month to which it counts, fixed when it was made: a later change of the rule moves nothing. */
  @PeriodColumn('credited_period', { nullable: true }) creditedPeriod: Period | null;
  /** Work update, kind and adopter while the mark stands, null once it is withdrawn: no mark stands twice. */
  @TextColumn('standing_key', 80, { nullable: true }) standingKey: string | null;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
  @TextColumn('withdrawn_by_name', 100, { nullable: true }) withdrawnByName: string | null;
  @TextColumn('withdrawal_reason', 800, { nullable: true }) withdrawalReason: string | null;
}
