import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** A unit that a matter concerns and that therefore sees it: who raised it, who is named in it, who is to do it. */
@Entity({ name: 'matter_unit' })
@Index('ux_matter_unit', ['matterId', 'unitId'], { unique: true })
@Index('ix_matter_unit_unit', ['unitId'])
export class MatterUnitEntity {
  @IdColumn() id: string;
  @ForeignKey('matter', { name: 'fk_matter_unit_matter', onUpdate: 'NO ACTION' })
  @ReferenceColumn('matter_id')
  matterId: string;
  @ForeignKey('unit', { name: 'fk_matter_unit_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
}
