export {
  ASKED_KINDS,
  CHANNEL_NAMES,
  CHANNELS,
  countsForTimeliness,
  isAsked,
  OBLIGATION_KINDS,
  RECURRING_KINDS,
  TIMELY_KINDS,
} from './settings';
export type {
  AskedKind,
  Channel,
  DueRule,
  Obligation,
  ObligationKind,
  ObligationSettings,
  OutageRule,
  ReminderRung,
} from './settings';
export { STANDINGS } from './api';
export type {
  AskerView,
  BoardCell,
  BoardColumn,
  BoardRow,
  BoardSums,
  BoardView,
  DueChangeView,
  MyObligationsView,
  ObligationView,
  Standing,
} from './api';
export { claimWords, nextSteps, obligationName, stepWords } from './next-steps';
export { isHeld, isUndecided, UNDECIDED } from './pressing';
export { answerOfBoard, boardOfAnswer, type BoardAnswer } from './board-answer';
export type { WorkingCalendar } from '../kernel';
export {
  closesInstant,
  correctionDueAt,
  dueInstant,
  lastDayInTime,
  obligationsOf,
  reminderInstants,
  reminderInstantsFor,
  rulesFor,
  type PlannedObligation,
  type ReminderSettings,
  type RungInstant,
} from './due';
export { isClosed, isOutstanding, standingAt, type ObligationTimes } from './standing';
export { chatSentence, isHandedIn, isNotHandedIn, sortBoardRows, sumsOf, type ChatSentenceFacts } from './board';
export {
  DECISION_REASON_LIMIT,
  decideExtend,
  decideGrant,
  decideShorten,
  decideUnwaive,
  decideWaive,
  type Extension,
  type Waiver,
} from './decisions';
export { movedWords, outageExtension, type Outage, type OutageExtension } from './outage';
export {
  dueRungs,
  isSendingTime,
  nextSendingInstant,
  rungsAt,
  type RungStanding,
  type RungStatus,
  type WorkingHours,
} from './reminders';
export { OBLIGATIONS_MESSAGES } from './messages';
