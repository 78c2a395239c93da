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
export { caseOf, measureRecords, namesOf, type MeasureRecord, type MonthRecords, type OwedRecord } from './records';
export {
  hundredthsOf,
  nodeIn,
  pointsIn,
  pointsOfHundredths,
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
export { restated, type Restated, type StandingReview } from './restated';
export { printedSheet, type PrintedSection, type PrintedSheet } from './printed-sheet';
export {
  countsByRecords,
  decideReview,
  EMPTY_REVIEW,
  caseToFix,
  finalCaseOf,
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
export {
  ANNUAL_ACTIONS,
  ANNUAL_STATE_NAMES,
  ANNUAL_STATES,
  ANNUAL_TRANSITIONS,
  allowedAnnualActions,
  decideAnnual,
  type AnnualAction,
  type AnnualSituation,
  type AnnualState,
  type AnnualTransition,
} from './annual.states';
export {
  annualHindrances,
  correctedYear,
  missingMonthsOf,
  movedMonthsOf,
  parseMissingMonths,
  yearCaseOf,
  yearMonthStanding,
  type AnnualContext,
  type MissingMonth,
  type YearMonth,
  type YearMonthStanding,
  type YearRecords,
} from './annual';
export {
  isReviewInForce,
  isScoreInForce,
  reviewedTotal,
  type FixedNumber,
  type HistoryMonth,
  type ScoreCell,
  type ScoredYearFrame,
  type ScoreHistoryView,
  type ScoreMatrixView,
  type ScoreRow,
} from './history';
export type {
  AnnualInnovation,
  AnnualMonthView,
  AnnualResultView,
  AnnualRow,
  AnnualView,
  AssessmentListView,
  AssessmentRow,
  AssessmentView,
  CorrectYearRequest,
  FinaliseYearRequest,
  ObjectionView,
  ReviewOfSheetView,
  ScoreView,
  SheetContent,
  SheetView,
} from './api';
export { ASSESSMENT_MESSAGES } from './messages';
