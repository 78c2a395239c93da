import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { ReferenceColumn } from '../../../platform/database/columns';
import { EntryNoteColumns } from './entry-note.columns';

/** What was said about a version that the lead unit entered. */
@Entity({ name: 'report_entry_note' })
@Index('ix_report_entry_note_report', ['reportId', 'versionNumber', 'at'])
export class ReportEntryNoteEntity extends EntryNoteColumns {
  @ForeignKey('report', { name: 'fk_report_entry_note_report', onUpdate: 'NO ACTION' })
  @ReferenceColumn('report_id')
  reportId: string;
  @Column({ name: 'version_number', type: 'integer' }) versionNumber: number;
}
