import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** A work update in a bulletin, in the version that was chosen; each stands in one bulletin at most. */
@Entity({ name: 'bulletin_item' })
@Index('ux_bulletin_item_update', ['workUpdateId'], { unique: true })
@Index('ux_bulletin_item_place', ['bulletinId', 'ordinal'], { unique: true })
export class BulletinItemEntity {
  @IdColumn() id: string;
  @ForeignKey('bulletin', { name: 'fk_bulletin_item_bulletin', onUpdate: 'NO ACTION' })
  @ReferenceColumn('bulletin_id')
  bulletinId: string;
  @Column({ name: 'ordinal', type: 'integer' }) ordinal: number;
  @ForeignKey('work_update', { name: 'fk_bulletin_item_update', onUpdate: 'NO ACTION' })
  @ReferenceColumn('work_update_id')
  workUpdateId: string;
  @Column({ name: 'version_number', type: 'integer' }) versionNumber: number;
}
