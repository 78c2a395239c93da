import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import type { NoticeContent, SupervisionEvent } from '@jiannuo/shared/supervision';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** Something that was done to a notice or a ticket, with what was said. Rows are only ever added. */
@Entity({ name: 'supervision_event' })
@Index('ix_supervision_event_notice', ['noticeId', 'at'])
@Index('ix_supervision_event_ticket', ['ticketId', 'at'])
export class EventEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_event_notice', onUpdate: 'NO ACTION' })
  @ReferenceColumn('notice_id')
  noticeId: string;
  /** Null for what was done to the notice itself. */
  @ForeignKey('supervision_ticket', { name: 'fk_supervision_event_ticket', onUpdate: 'NO ACTION' })
  @ReferenceColumn('ticket_id', { nullable: true })
  ticketId: string | null;
  @TextColumn('action', 24) action: SupervisionEvent['action'];
  @Column({ name: 'text', type: 'text' }) text: string;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  /** What the notice said from then on; null where its text did not change. */
  @JsonColumn('content', { nullable: true }) content: NoticeContent | null;
  @InstantColumn('due_at', { nullable: true }) dueAt: Instant | null;
  /** Counts the answers of a ticket; 0 for everything else. */
  @Column({ name: 'version', type: 'integer' }) version: number;
  /** Null when the ladder proposed it. */
  @ReferenceColumn('by_appointment_id', { nullable: true }) byAppointmentId: string | null;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  /** When it really happened; earlier than `at` where the lead unit entered it. */
  @InstantColumn('happened_at') happenedAt: Instant;
  @InstantColumn('at') at: Instant;
}
