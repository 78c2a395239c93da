export { chineseNumber, EVIDENCE_KINDS, EVIDENCE_LABELS, headingLabel, headingMark, withNameOnly } from '../ledger';
export type { Evidence, EvidenceKind } from '../ledger';
export { ANSWER_LIMIT, checkAnswers } from './answers';
export { evidenceIn, withNamesOnly } from './awaited';
export { REPORT_LIMITS } from './content';
export type {
  Heading,
  HeadingContent,
  NumericTarget,
  ReportContent,
  ReportForm,
  TargetFigures,
  TextLine,
  WorkItem,
} from './content';
export { REPORT_ACTIONS, REPORT_STATES, REPORT_TRANSITIONS } from './states';
export type { ReportAction, ReportState, ReportTransition } from './states';
export type {
  AttachmentView,
  DraftChange,
  DraftConflict,
  DraftView,
  EnterForRequest,
  EntryCheckView,
  EntryNote,
  ObjectionRequest,
  TimeCorrectionRequest,
  ReceiptView,
  ReportVersionSummary,
  ReportVersionView,
  ReportView,
  ReturnAnswer,
  ReviewListView,
  WaitingMonth,
  ReviewRemark,
  ReviewRow,
  ReviewView,
} from './api';
export { FIELD_LABELS, lineLabel, PART_LABELS } from './places';
export { contentBytes, parseReportContent } from './parse';
export {
  checkComplete,
  emptyContent,
  gapsOf,
  hasNoFigures,
  isBlankContent,
  countWithoutResult,
  progressOf,
  type Gap,
  type Progress,
} from './completeness';
export { diffContent, fieldsOf, parseDraftChanges, type DraftFields } from './draft';
export { applyChanges, type MergedDraft } from './draft.merge';
export { differenceOf, type TextDifference, type TextSegment } from './text-difference';
export { describeDifferences, describePath, valueWords, type PathWords, type VersionDifference } from './versions';
export { carryOverPlans, checkCorrection, checkLocks, isCorrected, isLocked, type LockContext } from './corrections';
export {
  carryIn,
  ledgerItem,
  ledgerItemId,
  offerStanding,
  type DoneRow,
  type LedgerItem,
  type ListedMeasure,
  type OfferStanding,
  shownEvidence,
  shownFigures,
} from './ledger-items';
export { allowedActions, decideAction, receiptNumber, type ReportSituation } from './decide';
export { correctionDueAt } from '../obligations';
export type { DifferencesView, DraftHistoryRow, DraftHistoryView } from './history';
export { figureFault } from './parse';
export { keepsPlaces } from './form-change';
export { checkRemarks, REVIEW_LIMITS } from './review';
export { BASIS_LIMIT, decideEntry, type Entry, type EntryBounds } from './entry';
export {
  checkedUntil,
  checkObjection,
  decideCorrecting,
  decideCorrection,
  decideObjecting,
  entryToCheck,
  OBJECTION_LIMIT,
  type CheckableVersion,
  type EntryCheckSituation,
} from './entry-check';
export { REPORTING_MESSAGES } from './messages';
