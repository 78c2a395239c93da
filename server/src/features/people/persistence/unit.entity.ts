import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';
import { WorkingGroupEntity } from './working-group.entity';

/** One unit (单位) of a working group, with the other names it goes by (art. 1-4; Q22). */
@Entity('unit')
@Index('ux_unit_group_number', ['groupId', 'number'], { unique: true })
@Index('ux_unit_group_name', ['groupId', 'name'], { unique: true })
export class UnitEntity {
  @IdColumn() id: string;

  @ForeignKey(() => WorkingGroupEntity, { name: 'fk_unit_group', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;

  /** Order within the group; it stands in receipt numbers, so it never changes. */
  @Column({ name: 'number', type: 'integer' }) number: number;

  @TextColumn('name', 50) name: string;

  @TextColumn('full_name', 100) fullName: string;

  @JsonColumn('aliases') aliases: string[];

  @TextColumn('kind', 32) kind: UnitKind;

  @InstantColumn('created_at') createdAt: Instant;
}
