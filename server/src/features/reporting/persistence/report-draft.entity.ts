import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ReportContent } from '@jiannuo/shared/reporting';
import { InstantColumn, JsonColumn, TextColumn } from '../../../platform/database/columns';

/** What an officer is writing. Only the unit itself reads it. */
@Entity({ name: 'report_draft' })
export class ReportDraftEntity {
  @ForeignKey('report', { name: 'fk_report_draft_report', onUpdate: 'NO ACTION' })
  @PrimaryColumn({ name: 'report_id', type: 'varchar', length: 26 })
  reportId: string;
  /** Counts every change of the content. */
  @Column({ name: 'revision', type: 'integer' }) revision: number;
  @InstantColumn('saved_at', { nullable: true }) savedAt: Instant | null;
  /** The device that saved last, as it calls itself. */
  @TextColumn('device', 64) device: string;
  /** Headings filled, of how many: kept beside the content so that a list need not read it. */
  @Column({ name: 'filled', type: 'integer' }) filled: number;
  @Column({ name: 'total', type: 'integer' }) total: number;
  @JsonColumn('content') content: ReportContent;
}
