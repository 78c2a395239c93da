export {
  ASSESSMENT_ACTIONS,
  ASSESSMENT_STATE_NAMES,
  ASSESSMENT_STATES,
  ASSESSMENT_TRANSITIONS,
  type AssessmentAction,
  type AssessmentState,
  type AssessmentTransition,
} from './states';
export {
  allowedAssessmentActions,
  decideAssessment,
  decidePublication,
  objectionClosesAt,
  objectionDays,
  type AssessmentSituation,
} from './decide';
export { caseOf, namesOf, type MeasureRecord, type MonthRecords, type OwedRecord } from './records';
export {
  hundredthsOf,
  nodeIn,
  pointsIn,
  shareOf,
  SHEET_LINE_WORDS,
  SHEET_LINES,
  sheetPoints,
  type LinePoints,
  type SheetLine,
  type SheetPoints,
  type TypedScores,
} from './lines';
export {
  ASSESSMENT_LIMITS,
  EMPTY_DRAFT,
  parseSheetDraft,
  withStatements,
  type MeasureStatement,
  type SheetDraft,
} from './sheet';
export {
  countsByRecords,
  decideReview,
  EMPTY_REVIEW,
  LINE_OF_SUBJECT,
  parseLine,
  parseReason,
  parseReview,
  unexplainedLines,
  withVerdicts,
  type Review,
  type Verdict,
  type VerdictSubject,
} from './review';
export type {
  AssessmentListView,
  AssessmentRow,
  AssessmentView,
  ObjectionView,
  ReviewOfSheetView,
  ScoreView,
  SheetContent,
  SheetView,
} from './api';
export { ASSESSMENT_MESSAGES } from './messages';
