export { WORK_UPDATE_ACTIONS, WORK_UPDATE_STATES, WORK_UPDATE_TRANSITIONS } from './states';
export type { WorkUpdateAction, WorkUpdateState, WorkUpdateTransition } from './states';
export { parseEvidence, parseWorkUpdate, WORK_UPDATE_LIMITS, type WorkUpdateContent } from './content';
export { PLAIN_INFORMATION, type InformationSettings } from './settings';
export {
  ADOPTERS,
  checkReason,
  decideMark,
  MARK_KINDS,
  MARKING_ACTIONS,
  stateOf,
  type Adopter,
  type MarkKind,
  type MarkRequest,
  type NewMark,
  type StandingMark,
} from './marks';
export { decideWorkUpdate, workUpdateActions } from './decide';
export {
  creditsOf,
  informationPoints,
  monthsTouched,
  type InformationCredit,
  type InformationPoints,
  type InformationRule,
} from './credit';
export { decideBulletin, type BulletinRequest } from './bulletin';
export { checkCriteria } from './criteria';
export type {
  BulletinListView,
  BulletinView,
  InBulletin,
  MarkUpdateRequest,
  MarkView,
  WorkUpdateListView,
  WorkUpdateRequest,
  WorkUpdateRow,
  WorkUpdateStanding,
  WorkUpdateView,
} from './api';
export { INFORMATION_MESSAGES } from './messages';
