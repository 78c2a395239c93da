import { AssessmentEntryNoteEntity } from './assessment-entry-note.entity';
import { ReportDraftHistoryEntity } from './report-draft-history.entity';
import { ReportDraftEntity } from './report-draft.entity';
import { ReportEntryNoteEntity } from './report-entry-note.entity';
import { ReportReviewEntity } from './report-review.entity';
import { ReportVersionEntity } from './report-version.entity';
import { ReportEntity } from './report.entity';

/** The tables of this subject. */
export const REPORTING_ENTITIES = [
  ReportEntity,
  ReportDraftEntity,
  ReportDraftHistoryEntity,
  ReportVersionEntity,
  ReportReviewEntity,
  ReportEntryNoteEntity,
  AssessmentEntryNoteEntity,
] as const;
