import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Channel, ObligationKind } from '@jiannuo/shared/obligations';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** This unit owes this thing by this time, because of this article. Whether it stands well or badly is derived, never stored. */
@Entity({ name: 'obligation' })
@Index('ux_obligation_unit_kind_period', ['unitId', 'kind', 'period', 'ordinal'], { unique: true })
@Index('ix_obligation_group_period', ['groupId', 'period', 'kind'])
@Index('ix_obligation_group_due', ['groupId', 'dueAt'])
export class ObligationEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_obligation_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @ForeignKey('unit', { name: 'fk_obligation_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @TextColumn('kind', 32) kind: ObligationKind;
  @PeriodColumn('period') period: Period;
  /** 0 for what the month itself asks; corrections of a period count from 1. */
  @Column({ name: 'ordinal', type: 'integer' }) ordinal: number;
  /** What people call it, where a notice asked for it; null for what a rule of the year names. */
  @TextColumn('title', 120, { nullable: true }) title: string | null;
  @TextColumn('article', 100) article: string;
  /** The first instant that is late. */
  @InstantColumn('due_at') dueAt: Instant;
  /** What the rule gave, before anybody or any outage moved it. */
  @InstantColumn('original_due_at') originalDueAt: Instant;
  @InstantColumn('closes_at', { nullable: true }) closesAt: Instant | null;
  @InstantColumn('met_at', { nullable: true }) metAt: Instant | null;
  /** The appointment that handed in, or that entered it for the unit. */
  @ReferenceColumn('met_by', { nullable: true }) metBy: string | null;
  @TextColumn('channel', 16, { nullable: true }) channel: Channel | null;
  /** The record that answers it, from its first hand-in on. A draft does not show here: the lead unit reads this column. */
  @ReferenceColumn('record_id', { nullable: true }) recordId: string | null;
  @InstantColumn('waived_at', { nullable: true }) waivedAt: Instant | null;
  @ReferenceColumn('waived_by', { nullable: true }) waivedBy: string | null;
  @TextColumn('waive_reason', 800, { nullable: true }) waiveReason: string | null;
  /** Counts every change; a command that read an older one is turned away. */
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('created_at') createdAt: Instant;
}
