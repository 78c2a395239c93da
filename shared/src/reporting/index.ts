export { EVIDENCE_KINDS, REPORT_LIMITS } from './content';
export type {
  Evidence,
  EvidenceKind,
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
  ReceiptView,
  ReportVersionSummary,
  ReportVersionView,
  ReportView,
  ReviewListView,
  ReviewRemark,
  ReviewRow,
  ReviewView,
} from './api';
