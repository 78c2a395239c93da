import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../database/columns';

/** `waiting` also while a dispatcher holds it; `failed` when all tries are used up. */
export type OutboxState = 'waiting' | 'done' | 'failed';

/** A message that a command left in its own transaction, to be handled after the commit. */
@Entity({ name: 'outbox_message' })
@Index('ux_outbox_message_key', ['key'], { unique: true })
@Index('ix_outbox_message_due', ['topic', 'state', 'dueAt', 'id'])
@Index('ix_outbox_message_owner', ['owner'])
@Index('ix_outbox_message_done', ['state', 'doneAt'])
export class OutboxMessageEntity {
  @IdColumn() id: string;
  @TextColumn('topic', 64) topic: string;
  /** Of two messages with the same key only the first is kept. */
  @TextColumn('dedupe_key', 191) key: string;
  @JsonColumn('payload') payload: unknown;
  @TextColumn('state', 8) state: OutboxState;
  /** When it may be claimed. While it is held, this is the end of the lease. */
  @InstantColumn('due_at') dueAt: string;
  /** The token of the claim that holds it. */
  @ReferenceColumn('owner', { nullable: true }) owner: string | null;
  @Column({ name: 'attempts', type: 'integer' }) attempts: number;
  @TextColumn('last_error', 200, { nullable: true }) lastError: string | null;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('done_at', { nullable: true }) doneAt: string | null;
}
