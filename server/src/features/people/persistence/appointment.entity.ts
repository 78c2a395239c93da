import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { Role } from '@jiannuo/shared/people';
import { DateColumn, IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';
import { PersonEntity } from './person.entity';
import { UnitEntity } from './unit.entity';
import { WorkingGroupEntity } from './working-group.entity';

/**
 * A person's appointment (任职) in a unit (art. 3). It is valid while `endedAt` is null.
 * Rows are never deleted: together they are the unit's history of handovers.
 */
@Entity('appointment')
@Index('ux_appointment_liaison_slot', ['liaisonSlot'], { unique: true })
@Index('ix_appointment_group', ['groupId', 'endedAt'])
@Index('ix_appointment_unit', ['unitId', 'role', 'endedAt'])
@Index('ix_appointment_person', ['personId', 'endedAt'])
export class AppointmentEntity {
  @IdColumn() id: string;

  @ForeignKey(() => WorkingGroupEntity, { name: 'fk_appointment_group', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;

  @ForeignKey(() => UnitEntity, { name: 'fk_appointment_unit', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;

  @ForeignKey(() => PersonEntity, { name: 'fk_appointment_person', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('person_id')
  personId: string;

  @TextColumn('role', 32) role: Role;

  /** 科（股）室. */
  @TextColumn('section', 50) section: string;

  @TextColumn('post', 50) post: string;

  @Column({ name: 'is_section_head', type: 'boolean' }) isSectionHead: boolean;

  @TextColumn('not_head_reason', 200, { nullable: true }) notHeadReason: string | null;

  @DateColumn('valid_from') validFrom: DateText;

  @DateColumn('valid_to', { nullable: true }) validTo: DateText | null;

  /** The moment it stopped being valid; a handover needs more precision than a date. */
  @InstantColumn('ended_at', { nullable: true }) endedAt: Instant | null;

  /** The unit's id while this is the unit's valid liaison, else null: unique, so a unit never has two. */
  @ReferenceColumn('liaison_slot', { nullable: true }) liaisonSlot: string | null;

  /** Who put it on the list, by post. */
  @TextColumn('listed_by', 100) listedBy: string;

  @DateColumn('listed_on') listedOn: DateText;
}
