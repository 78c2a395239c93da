import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** One unit's part of an inspection. */
@Entity({ name: 'inspected_unit' })
@Index('ux_inspected_unit', ['inspectionId', 'unitId'], { unique: true })
@Index('ix_inspected_unit_unit', ['unitId'])
export class InspectedUnitEntity {
  @IdColumn() id: string;
  @ForeignKey('inspection', { name: 'fk_inspected_unit_inspection', onUpdate: 'NO ACTION' })
  @ReferenceColumn('inspection_id')
  inspectionId: string;
  @ForeignKey('unit', { name: 'fk_inspected_unit_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
}
