export { DraftCommands, type DraftEdit } from './draft.commands';
export { EntryCommands } from './entry.commands';
export type { EntryRequest } from './entry.records';
export { ReportCommands } from './report.commands';
export { ReportQueries } from './report.queries';
export { ReportingModule } from './reporting.module';
export { ReviewCommands } from './review.commands';
export { ReviewListQueries } from './review-list.queries';
export { SubmissionCommands, type ReportStanding, type Submission } from './submission.commands';
