import { Entity, ForeignKey, Index } from 'typeorm';
import type { ContactChannel } from '@jiannuo/shared/coordination';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import { DateColumn, IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** One contact of the lead unit with a unit (art. 4). Its words never change; a mistake is struck out, once, with the reason. */
@Entity({ name: 'contact_entry' })
@Index('ix_contact_entry_group_day', ['groupId', 'contactedOn'])
@Index('ix_contact_entry_unit_day', ['unitId', 'contactedOn'])
export class ContactEntryEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_contact_entry_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @ForeignKey('unit', { name: 'fk_contact_entry_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @DateColumn('contacted_on') contactedOn: DateText;
  @TextColumn('channel', 16) channel: ContactChannel;
  @TextColumn('subject', 60) subject: string;
  @TextColumn('result', 500) result: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 50) byName: string;
  @InstantColumn('recorded_at') recordedAt: Instant;
  @InstantColumn('struck_at', { nullable: true }) struckAt: Instant | null;
  @ReferenceColumn('struck_by', { nullable: true }) struckBy: string | null;
  @TextColumn('struck_by_name', 50, { nullable: true }) struckByName: string | null;
  @TextColumn('strike_reason', 200, { nullable: true }) strikeReason: string | null;
}
