import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { InformationSettings } from '@jiannuo/shared/information';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What a group's year says about work updates. The highest number holds; earlier ones stay, since marks were made by them. */
@Entity({ name: 'information_year' })
@Index('ux_information_year_number', ['groupId', 'year', 'number'], { unique: true })
export class InformationYearEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_information_year_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @JsonColumn('settings') settings: InformationSettings;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('at') at: Instant;
}
