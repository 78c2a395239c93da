import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { InspectionPlan, InspectionState, Method, Subject } from '@jiannuo/shared/inspections';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** An inspection of the lead unit (art. 11), from its plan on. */
@Entity({ name: 'inspection' })
@Index('ix_inspection_moved', ['groupId', 'movedAt'])
export class InspectionEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_inspection_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @TextColumn('method', 16) method: Method;
  @TextColumn('subject', 16) subject: Subject;
  @TextColumn('title', 200) title: string;
  @TextColumn('state', 16) state: InspectionState;
  @JsonColumn('plan') plan: InspectionPlan;
  @DateColumn('from_on', { nullable: true }) fromOn: DateText | null;
  @DateColumn('to_on', { nullable: true }) toOn: DateText | null;
  /** From when on its units know of it; null as long as they must not. */
  @InstantColumn('told_at', { nullable: true }) toldAt: Instant | null;
  /** When its findings were released; null before. */
  @InstantColumn('released_at', { nullable: true }) releasedAt: Instant | null;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('created_at') createdAt: Instant;
  @InstantColumn('moved_at') movedAt: Instant;
}
