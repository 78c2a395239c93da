import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type { ReportContent, ReturnAnswer } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What was handed in, as it was. Rows are added and never changed, but for the mark that one was taken back. */
@Entity({ name: 'report_version' })
@Index('ux_report_version_number', ['reportId', 'number'], { unique: true })
export class ReportVersionEntity {
  @IdColumn() id: string;
  @ForeignKey('report', { name: 'fk_report_version_report', onUpdate: 'NO ACTION' })
  @ReferenceColumn('report_id')
  reportId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  /** SHA-256, hexadecimal, of the canonical JSON of the content. */
  @TextColumn('content_hash', 64) contentHash: string;
  /** When it truly reached the lead unit. */
  @InstantColumn('received_at') receivedAt: Instant;
  /** When it was recorded here; later than `receivedAt` when it was entered for the unit. */
  @InstantColumn('registered_at') registeredAt: Instant;
  @TextColumn('channel', 16) channel: Channel;
  /** What the time of receipt rests on; empty for a hand-in in the app. */
  @TextColumn('basis', 800) basis: string;
  /** The obligation that this version met. */
  @ReferenceColumn('obligation_id') obligationId: string;
  @ReferenceColumn('by_person_id') byPersonId: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
  /** Originals of what came by e-mail or on paper; a hand-in in the app names its files in the content. */
  @JsonColumn('attachment_ids') attachmentIds: readonly string[];
  @JsonColumn('content') content: ReportContent;
  /** Answers to remarks of the return for which nothing was changed; null without any. */
  @JsonColumn('answers', { nullable: true }) answers: readonly ReturnAnswer[] | null;
}
