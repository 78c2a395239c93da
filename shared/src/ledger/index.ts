export { EVIDENCE_KINDS, EVIDENCE_LABELS, withNameOnly } from './evidence';
export type { Evidence, EvidenceKind } from './evidence';
export {
  chineseNumber,
  headingLabel,
  headingMark,
  type AskingHeading,
  type LedgerHeading,
  type NumericTarget,
} from './headings';
export {
  cutOffOf,
  LEDGER_LIMITS,
  leftOf,
  missingOnes,
  nodeOf,
  OWN_ONES,
  shortWords,
  SIX_ONES,
  SIX_ONES_LABELS,
} from './measure';
export type {
  Completion,
  LedgerRow,
  MeasureFacts,
  MeasureTarget,
  MonthPlan,
  OneOfSix,
  OwnOne,
  PlannedMeasure,
  RatioFigures,
} from './measure';
export { isDone, ROW_ACTIONS, ROW_STATE_NAMES, ROW_STATES, ROW_TRANSITIONS } from './states';
export type { RowAction, RowState, RowTransition } from './states';
export { allowedRowActions, checkReason, checkSaid, decideRowAction, type RowSituation } from './decide';
export { withShown, type ShowableWork, type ShownWork } from './shown';
export { figureFault, parseCompletion, parseOwnOnes } from './completion';
export { LEDGER_COLUMNS, LEDGER_SHEET } from './plan-columns';
export {
  readLedgerPlan,
  type LedgerUnit,
  type ListedMeasure,
  type PlanContext,
  type PlanReading,
} from './plan-reading';
export { ledgerSheet } from './plan-sheet';
export { measureSheet } from './plan-input';
export { changeOf, planChanges, type MeasureChange, type PlanChanges } from './plan-changes';
export { checkPlanChanges, type OwedAssessment, type PlanStanding, type StandingRow } from './plan-check';
export { addedByUnit, addedWords, type AddedMeasure } from './told-plan';
export {
  countDeadlines,
  DEADLINE_STANDINGS,
  deadlineStanding,
  deadlineTrend,
  monthStanding,
  type DeadlineCounts,
  type DeadlineStanding,
  type DeadlineTrend,
  type MonthDeadlines,
  type MonthStanding,
} from './standing';
export { inWorkingOrder } from './order';
export type {
  ImportChange,
  ImportPreview,
  ImportRequest,
  LedgerAttachment,
  LedgerMonthView,
  LedgerRevisionView,
  LedgerRowView,
  LedgerYearCell,
  LedgerYearUnit,
  LedgerYearView,
  MeasureInput,
  MeasureRequest,
  MeasureView,
  MonthInput,
  PlanResult,
  RowRequest,
} from './api';
export { LEDGER_MESSAGES } from './messages';
