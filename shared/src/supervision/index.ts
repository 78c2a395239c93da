export {
  articlesOf,
  clauseOf,
  ACCUSED_KINDS,
  ANSWERS,
  groundOf,
  isGrave,
  NOTICE_KIND_RULES,
  NOTICE_KINDS,
  noticeNumber,
  ruleOf,
  type Answer,
  type Ground,
  type NoticeField,
  type NoticeKind,
  type NoticeKindRule,
} from './kinds';
export {
  NOTICE_ACTIONS,
  canShake,
  NOTICE_STATES,
  NOTICE_TRANSITIONS,
  TICKET_ACTIONS,
  OPEN_TICKET_STATES,
  TICKET_STATES,
  TICKET_TRANSITIONS,
  type NoticeAction,
  type NoticeState,
  type NoticeTransition,
  type TicketAction,
  type TicketState,
  type TicketTransition,
} from './states';
export {
  decideCorrecting,
  decideNotice,
  decideTicket,
  noticeActions,
  ticketActions,
  type NoticeSituation,
  type TicketSituation,
} from './decide';
export { answerVerb, deliveryWords, type Spelling } from './deeds';
export {
  keptDueAt,
  dueDoubts,
  earliestDueAt,
  eveningSince,
  nextDueAt,
  proposedDueAt,
  returnDueAt,
  requestDueAt,
  reviewDueAt,
  reviewRungsNow,
  signDueAt,
  urgeFrom,
  type ClockSettings,
  type DueDoubts,
} from './clocks';
export {
  noticeGaps,
  parseDraft,
  PARTS,
  SUPERVISION_LIMITS,
  type Addressee,
  type DraftFacts,
  type NoticeContent,
  type Part,
} from './draft';
export { fieldTexts, HELD_AT, heldAtOf, type FieldText } from './fields';
export { decideSuccession, type NoticeOpening, type NoticeReader, type Post, type SuccessionRequest } from './readers';
export { carriedOver, correctingOf, type Carried, type Correcting, type HeldTicket } from './correcting';
export { paperOf, type Paper, type PaperFacts, type PaperLine } from './paper';
export { decideAsking, shelteredUntil, type AskedBefore } from './asking';
export { NO_PROGRESS, progressWords, type NoticeProgress } from './progress';
export { byUrgency } from './list-order';
export { type LinkChoice, type LinkChoicesView, type LinkName, type LinkView, type NoticeLink } from './link';
export { earlierGap, EARLIER_KINDS, isPrompted, lacksStep, type EarlierTicket } from './earlier';
export { keepGap, type LeftStanding } from './keeping';
export { dossierGap, gatherDossier, lastOfDossier, priorIn, type Dossier } from './dossier';
export {
  isMetBy,
  priorOfMatter,
  type ChainChange,
  type ChainNotice,
  type CircularReference,
  type Delivery,
  type IssuedChain,
  type Matter,
  type NoticeReference,
  type TiedNotice,
  type Prior,
  type PriorCircular,
  type PriorNotice,
} from './prior';
export { gravest, nextRung, proposalOf, type Proposal } from './ladder';
export {
  fallenWords,
  isFallen,
  linkFallen,
  saysMissing,
  type FallenLink,
  type GroundNote,
  type OwedChange,
} from './fallen';
export {
  countingCirculars,
  groundGone,
  namingGone,
  rootGone,
  type FallenRoot,
  type FirstOrder,
  type LadderDeed,
  type LadderRecord,
} from './ladder-record';
export { CIRCULAR_LIMITS, namesAfterDue, parseCircular, type CircularEntry, type CircularItem } from './circular';
export { parseAgainOn, parseReason, parseStep, type TicketStep } from './steps';
export type {
  CircularListView,
  CircularRow,
  CircularStanding,
  CircularWithdrawal,
  NoticeDraftRequest,
  NoticeEditRequest,
  NoticeListView,
  NoticeRow,
  NoticeStanding,
  NoticeStepRequest,
  NoticeText,
  NoticeTextsView,
  NoticeView,
  Party,
  SupervisionEvent,
  TicketListView,
  TicketRow,
  TicketStanding,
  TicketStepRequest,
  TicketView,
} from './api';
export type { DraftingView, LastLook } from './issuing';
export type { CircularSubjectsView, SupervisionWaitingView, TicketContactsView } from './lead.api';
export { NOTICE_SORTS, type NoticeSort } from './api';
export { SUPERVISION_MESSAGES } from './messages';
