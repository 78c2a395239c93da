export {
  INSPECTED_KINDS,
  INSPECTION_ARTICLE,
  METHOD_TITLES,
  METHODS,
  SUBJECT_TITLES,
  SUBJECTS,
  type Method,
  type Subject,
} from './kinds';
export {
  FINDING_ACTIONS,
  FINDING_STATES,
  FINDING_TRANSITIONS,
  INSPECTION_ACTIONS,
  INSPECTION_STATES,
  INSPECTION_TRANSITIONS,
  type FindingAction,
  type FindingState,
  type FindingTransition,
  type InspectionAction,
  type InspectionState,
  type InspectionTransition,
} from './states';
export {
  decideFinding,
  decideInspection,
  findingActions,
  inspectionActions,
  isFindingOpen,
  type FindingSituation,
  type InspectionSituation,
} from './decide';
export { INSPECTION_LIMITS } from './limits';
export { isAnnounced, parsePlan, planGaps, type InspectionPlan } from './plan';
export { findingSeen, parseFinding, type FindingContent } from './finding';
export { isDueTooSoon, releaseGaps } from './release';
export { askedTitle, findingName, isConcealment } from './naming';
export {
  FINDING_NOTICES,
  carriedFacts,
  findingNotices,
  noticeFrom,
  type FindingNotice,
  type NamedFinding,
  saysUnheard,
  wordingGap,
} from './carry';
export { parseFindingStep, type FindingStep, type FindingStepAction } from './step';
export type {
  ConcealableView,
  ConcealedRecord,
  FindingEditRequest,
  FindingNoticeRequest,
  FindingRequest,
  FindingRow,
  FindingStanding,
  FindingStepRequest,
  FindingView,
  InspectedListView,
  InspectedRow,
  InspectedView,
  InspectionEvent,
  InspectionListView,
  InspectionRow,
  InspectionStanding,
  InspectionStepRequest,
  InspectionView,
  PlanEditRequest,
  PlanRequest,
} from './api';
export { INSPECTIONS_MESSAGES } from './messages';
