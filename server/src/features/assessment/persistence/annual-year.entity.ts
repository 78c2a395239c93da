import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { AnnualState } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** How far a group's year has come (年度考评). There is no row until the year is final. */
@Entity({ name: 'annual_year' })
@Index('ux_annual_year_group', ['groupId', 'year'], { unique: true })
export class AnnualYearEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_annual_year_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @TextColumn('state', 16) state: Exclude<AnnualState, 'open'>;
  @InstantColumn('finalised_at') finalisedAt: Instant;
  @TextColumn('finalised_by_name', 100) finalisedByName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('published_at', { nullable: true }) publishedAt: Instant | null;
  @TextColumn('published_by_name', 100, { nullable: true }) publishedByName: string | null;
}
