import { Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What happened to an obligation. `moved` is the platform's own outage (M11), `entered` a receipt noted for the unit. */
export type ObligationChangeKind = 'extended' | 'shortened' | 'waived' | 'unwaived' | 'moved' | 'entered';

/** One line of an obligation's history. Rows are only ever added. */
@Entity({ name: 'obligation_change' })
@Index('ix_obligation_change_obligation', ['obligationId', 'at'])
export class ObligationChangeEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('obligation', { name: 'fk_obligation_change_obligation', onUpdate: 'NO ACTION' })
  @ReferenceColumn('obligation_id')
  obligationId: string;
  @TextColumn('kind', 16) kind: ObligationChangeKind;
  @InstantColumn('from_due_at') fromDueAt: Instant;
  @InstantColumn('to_due_at') toDueAt: Instant;
  @TextColumn('reason', 800) reason: string;
  /** The clause that allows it. */
  @TextColumn('article', 100) article: string;
  /** Null when a rule did it by itself. */
  @ReferenceColumn('by_appointment_id', { nullable: true }) byAppointmentId: string | null;
  /** Who it was, in words: a unit's name. */
  @TextColumn('by_name', 100) byName: string;
  /** Originals of what was entered for the unit; null for every other change. */
  @JsonColumn('attachment_ids', { nullable: true }) attachmentIds: readonly string[] | null;
  @InstantColumn('at') at: Instant;
}
