import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant, Period } from '@jiannuo/shared/kernel';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** A bulletin (工作信息, art. 8) that went to 领导小组办公室. Numbers run within a year without gaps. */
@Entity({ name: 'bulletin' })
@Index('ux_bulletin_number', ['groupId', 'year', 'number'], { unique: true })
export class BulletinEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_bulletin_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @PeriodColumn('period') period: Period;
  @DateColumn('sent_on') sentOn: DateText;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('at') at: Instant;
}
