import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** What a circular (通报) named of a unit (art. 12, 16). It is never changed: what was entered wrongly is taken back. */
@Entity({ name: 'supervision_circular' })
@Index('ix_supervision_circular_entered', ['groupId', 'enteredAt'])
@Index('ix_supervision_circular_obligation', ['obligationId'])
export class CircularEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_supervision_circular_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @ForeignKey('unit', { name: 'fk_supervision_circular_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  /** What the unit owed and the circular named. */
  @ForeignKey('obligation', { name: 'fk_supervision_circular_obligation', onUpdate: 'NO ACTION' })
  @ReferenceColumn('obligation_id', { nullable: true })
  obligationId: string | null;
  @TextColumn('title', 200) title: string;
  @DateColumn('issued_on') issuedOn: DateText;
  @Column({ name: 'shortfall', type: 'text' }) shortfall: string;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('entered_at') enteredAt: Instant;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
  @TextColumn('withdrawn_by', 100, { nullable: true }) withdrawnBy: string | null;
  @TextColumn('withdraw_reason', 800, { nullable: true }) withdrawReason: string | null;
}
