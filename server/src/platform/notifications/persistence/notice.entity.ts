import { Entity, Index } from 'typeorm';
import type { NoticeTarget } from '@jiannuo/shared/notifications';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';

/** What a notice asks of its reader: to do something (要我办), or only to know it (给我看). */
export type NoticeList = 'to-do' | 'to-know';

/** One line of an officer's inbox (收件). Opening it is the receipt. */
@Entity({ name: 'notice' })
@Index('ux_notice_key', ['key'], { unique: true })
@Index('ix_notice_appointment', ['appointmentId', 'list', 'createdAt'])
@Index('ix_notice_open', ['appointmentId', 'list', 'settledAt', 'createdAt'])
@Index('ix_notice_target', ['targetId'])
export class NoticeEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('list', 8) list: NoticeList;
  @TextColumn('kind', 32) kind: string;
  @TextColumn('title', 100) title: string;
  @TextColumn('body', 500) body: string;
  @TextColumn('sender', 100) sender: string;
  @TextColumn('target_kind', 16) targetKind: NoticeTarget;
  @TextColumn('target_id', 26) targetId: string;
  @TextColumn('dedupe_key', 191) key: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('opened_at', { nullable: true }) openedAt: string | null;
  /** When what it asks for was done, or is no longer accepted; it is then no to-do any more. */
  @InstantColumn('settled_at', { nullable: true }) settledAt: string | null;
  /** The same moment where it was never done. */
  @InstantColumn('lapsed_at', { nullable: true }) lapsedAt: string | null;
}
