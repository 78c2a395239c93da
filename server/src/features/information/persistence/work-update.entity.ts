import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { WorkUpdateState } from '@jiannuo/shared/information';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A work update (工作动态, art. 8) that a unit has sent. Drafts stay on the device and are no rows here. */
@Entity({ name: 'work_update' })
@Index('ix_work_update_group_period', ['groupId', 'period', 'unitId'])
@Index('ix_work_update_unit', ['unitId', 'period'])
export class WorkUpdateEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_work_update_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  /** The month in which it was sent, or sent again after it was taken back. */
  @PeriodColumn('period') period: Period;
  @TextColumn('state', 16) state: WorkUpdateState;
  @Column({ name: 'current_version', type: 'integer' }) currentVersion: number;
  @InstantColumn('sent_at') sentAt: Instant;
  /** When somebody of the lead unit first opened the version that stands. */
  @InstantColumn('opened_at', { nullable: true }) openedAt: Instant | null;
}
