import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Part, TicketState } from '@jiannuo/shared/supervision';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** One unit's copy of an issued notice, and how far it has come. Its due times are obligations. */
@Entity({ name: 'supervision_ticket' })
@Index('ux_supervision_ticket', ['noticeId', 'unitId'], { unique: true })
@Index('ix_supervision_ticket_unit', ['unitId', 'issuedAt'])
@Index('ix_supervision_ticket_state', ['groupId', 'state'])
export class TicketEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_ticket_notice', onUpdate: 'NO ACTION' })
  @ReferenceColumn('notice_id')
  noticeId: string;
  @ForeignKey('unit', { name: 'fk_supervision_ticket_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @TextColumn('part', 8) part: Part;
  @TextColumn('state', 16) state: TicketState;
  /** The colleague who handles it (转办); empty while it is the liaison. */
  @TextColumn('handler', 160) handler: string;
  @ReferenceColumn('sign_obligation_id', { nullable: true }) signObligationId: string | null;
  /** What is owed now: the answer, or after a return the next one. */
  @ReferenceColumn('answer_obligation_id', { nullable: true }) answerObligationId: string | null;
  /** The due time that the unit has asked for; null while nothing is asked. */
  @InstantColumn('asked_due_at', { nullable: true }) askedDueAt: Instant | null;
  /** When it asked for that. */
  @InstantColumn('asked_at', { nullable: true }) askedAt: Instant | null;
  /** Until when that request holds the ladder back; null where it does not. */
  @InstantColumn('sheltered_until', { nullable: true }) shelteredUntil: Instant | null;
  /** How many answers came so far. */
  @Column({ name: 'answers', type: 'integer' }) answers: number;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: Instant | null;
  @InstantColumn('issued_at') issuedAt: Instant;
  /** When the unit first opened it: opening is the receipt. */
  @InstantColumn('opened_at', { nullable: true }) openedAt: Instant | null;
}
