import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { RulingState } from '@jiannuo/shared/rulings';
import type { RulingName } from '@jiannuo/shared/scoring';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** A ruling (解释口径) of a group on one question of a regulation. Its words are never changed; only its state moves. */
@Entity({ name: 'ruling' })
@Index('ux_ruling_number', ['groupId', 'regulation', 'number'], { unique: true })
@Index('ux_ruling_waiting', ['waitingKey'], { unique: true })
export class RulingEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_ruling_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @TextColumn('regulation', 40) regulation: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('question', 40) question: string;
  @TextColumn('name', 30) name: RulingName;
  @TextColumn('value', 40) value: string;
  @TextColumn('text', 800) text: string;
  @TextColumn('basis', 800) basis: string;
  @PeriodColumn('from_period') fromPeriod: Period;
  @TextColumn('state', 16) state: RulingState;
  /** Group, regulation and name while it waits to be checked, null afterwards: no two drafts on one question. */
  @TextColumn('waiting_key', 120, { nullable: true }) waitingKey: string | null;
  /** The ruling that was in force when this one was drafted, and that it follows. */
  @ReferenceColumn('supersedes_id', { nullable: true }) supersedesId: string | null;
  /** Months that were published when it was checked: they keep their numbers. */
  @JsonColumn('kept_periods') keptPeriods: readonly Period[];
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @ReferenceColumn('drafted_by_person_id') draftedByPersonId: string;
  @TextColumn('drafted_by_name', 100) draftedByName: string;
  @InstantColumn('drafted_at') draftedAt: Instant;
  @ReferenceColumn('checked_by_person_id', { nullable: true }) checkedByPersonId: string | null;
  @TextColumn('checked_by_name', 100, { nullable: true }) checkedByName: string | null;
  @InstantColumn('checked_at', { nullable: true }) checkedAt: Instant | null;
  @TextColumn('voided_by_name', 100, { nullable: true }) voidedByName: string | null;
  @InstantColumn('voided_at', { nullable: true }) voidedAt: Instant | null;
  @TextColumn('void_reason', 800, { nullable: true }) voidReason: string | null;
}
