import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger';
import { ObligationsModule } from '../obligations';
import { CheckedEntries } from './checked-entries';
import { DraftCommands } from './draft.commands';
import { EnteredAssessments } from './entered-assessments';
import { EnteredSheets } from './entered-sheets';
import { EntryCheckCommands } from './entry-check.commands';
import { EntryCommands } from './entry.commands';
import { EntryJournal } from './entry.journal';
import { EntryQueries } from './entry.queries';
import { EntryRecords } from './entry.records';
import { HistoryQueries } from './history.queries';
import { EntryController } from './http/entry.controller';
import { ReportController } from './http/report.controller';
import { ReviewController } from './http/review.controller';
import { LedgerItems } from './ledger.items';
import { ProgressQueries } from './progress.queries';
import { ReportCommands } from './report.commands';
import { ReportJobs } from './report.job';
import { ReportJournal } from './report.journal';
import { ReportQueries } from './report.queries';
import { ReportedWork } from './reported-work.queries';
import { ReviewListQueries } from './review-list.queries';
import { ReviewCommands } from './review.commands';
import { SubmissionCommands } from './submission.commands';
import { VersionQueries } from './version.queries';

const OPEN_TO_OTHERS = [
  DraftCommands,
  EnteredSheets,
  EntryCommands,
  ReportCommands,
  ReportedWork,
  ReportQueries,
  ReviewCommands,
  ReviewListQueries,
  SubmissionCommands,
];

/** The monthly report (art. 7, annex 1): written, handed in, read, sent back, accepted. */
@Module({
  imports: [ObligationsModule, LedgerModule],
  controllers: [EntryController, ReviewController, ReportController],
  providers: [
    ...OPEN_TO_OTHERS,
    CheckedEntries,
    EnteredAssessments,
    EntryCheckCommands,
    EntryJournal,
    EntryQueries,
    EntryRecords,
    HistoryQueries,
    LedgerItems,
    ProgressQueries,
    ReportJobs,
    ReportJournal,
    VersionQueries,
  ],
  exports: OPEN_TO_OTHERS,
})
export class ReportingModule {}
