import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Verdict } from '@jiannuo/shared/spot-checks';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** What was found about a measure of a drawn unit, or that a finding is withdrawn. Rows are only ever added. */
@Entity({ name: 'spot_check_finding' })
@Index('ux_spot_check_finding_withdraws', ['withdrawsId'], { unique: true })
@Index('ix_spot_check_finding_month', ['groupId', 'period', 'unitId'])
export class SpotCheckFindingEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('spot_check', { name: 'fk_spot_check_finding_check', onUpdate: 'NO ACTION' })
  @ReferenceColumn('spot_check_id')
  spotCheckId: string;
  @ForeignKey('unit', { name: 'fk_spot_check_finding_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @PeriodColumn('period') period: Period;
  @ForeignKey('ledger_measure', { name: 'fk_spot_check_finding_measure', onUpdate: 'NO ACTION' })
  @ReferenceColumn('measure_id')
  measureId: string;
  /** The finding that this row withdraws; null for a finding. */
  @ForeignKey('spot_check_finding', { name: 'fk_spot_check_finding_withdraws', onUpdate: 'NO ACTION' })
  @ReferenceColumn('withdraws_id', { nullable: true })
  withdrawsId: string | null;
  /** Null for a withdrawal. */
  @TextColumn('verdict', 16, { nullable: true }) verdict: Verdict | null;
  /** What was seen, or why it is withdrawn. */
  @Column({ name: 'text', type: 'text' }) text: string;
  /** Files of the unit, where the lead unit put them for it to read. */
  @JsonColumn('attachment_ids') attachmentIds: readonly string[];
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
