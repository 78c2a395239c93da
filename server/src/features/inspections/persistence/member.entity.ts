import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** An officer of the lead unit who inspects; of an unannounced inspection nobody else knows before its release. */
@Entity({ name: 'inspection_member' })
@Index('ux_inspection_member', ['inspectionId', 'appointmentId'], { unique: true })
export class MemberEntity {
  @IdColumn() id: string;
  @ForeignKey('inspection', { name: 'fk_inspection_member_inspection', onUpdate: 'NO ACTION' })
  @ReferenceColumn('inspection_id')
  inspectionId: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
}
