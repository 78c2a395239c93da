import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import type { ReportForm } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';
import { WorkingGroupEntity } from './working-group.entity';

/** What differs between groups and years, as data: due rules, reminder plan, calendar, the report's form. */
@Entity('group_year')
@Index('ux_group_year_group_year', ['groupId', 'year'], { unique: true })
export class GroupYearEntity {
  @IdColumn() id: string;

  @ForeignKey(() => WorkingGroupEntity, { name: 'fk_group_year_group', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;

  @Column({ name: 'year', type: 'integer' }) year: number;

  @JsonColumn('settings') settings: ObligationSettings;

  @JsonColumn('form') form: ReportForm;

  /** The document that the year's rules come from. */
  @TextColumn('clause_basis', 200) clauseBasis: string;

  @InstantColumn('updated_at') updatedAt: Instant;
}
