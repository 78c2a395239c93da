import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A county’s year as it was fixed, or corrected later. Rows are only added. */
@Entity({ name: 'annual_result' })
@Index('ux_annual_result_number', ['groupId', 'unitId', 'year', 'number'], { unique: true })
export class AnnualResultEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_annual_result_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('regulation', 40) regulation: string;
  @JsonColumn('score_case') scoreCase: unknown;
  @JsonColumn('result') result: unknown;
  @Column({ name: 'total_hundredths', type: 'integer' }) totalHundredths: number;
  @TextColumn('reason', 800) reason: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
