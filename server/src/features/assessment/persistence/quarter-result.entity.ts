import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** The counties' quarter as it was told (季度通报, art. 12); told anew it is another row. */
@Entity({ name: 'quarter_result' })
@Index('ux_quarter_result_number', ['groupId', 'year', 'quarter', 'number'], { unique: true })
export class QuarterResultEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_quarter_result_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @Column({ name: 'quarter', type: 'integer' }) quarter: number;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @JsonColumn('content') content: unknown;
  @TextColumn('content_hash', 64) contentHash: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
