import { Entity, ForeignKey, Index } from 'typeorm';
import { ReferenceColumn } from '../../../platform/database/columns';
import { EntryNoteColumns } from './entry-note.columns';

/** What was said about a self-assessment that the lead unit entered; of one obligation there is at most one. */
@Entity({ name: 'assessment_entry_note' })
@Index('ix_assessment_entry_note_obligation', ['obligationId', 'at'])
export class AssessmentEntryNoteEntity extends EntryNoteColumns {
  @ForeignKey('obligation', { name: 'fk_assessment_entry_note_obligation', onUpdate: 'NO ACTION' })
  @ReferenceColumn('obligation_id')
  obligationId: string;
}
