export { DELIVERY_CHANNELS, MESSAGE_PURPOSES, REMINDER_STATES } from './api';
export type {
  CallListView,
  CallResultView,
  CallRow,
  ClaimView,
  ConsentReport,
  ConsentView,
  ConsentsView,
  DeliveryChannel,
  InboxView,
  MessagePurpose,
  NoticeTarget,
  NoticeView,
  ReadinessView,
  RemindResultView,
  ReminderState,
  SentReminder,
  SentRemindersView,
} from './api';
export {
  balanceAfterSend,
  balanceAfterSheet,
  maySpendGrant,
  NOT_SUBSCRIBED,
  readSheetResults,
  type ConsentKind,
} from './consents';
export {
  isEndState,
  nextChannel,
  nextStep,
  type DeliveryAttempt,
  type DeliveryStep,
  type EndState,
  type Reach,
} from './delivery';
export {
  characterField,
  dueDateField,
  dueTimeField,
  momentField,
  nameField,
  phraseField,
  thingField,
} from './template-fields';
export { toDoLines, toKnowLines, type ToDoLine } from './to-do';
export { NOTIFICATIONS_MESSAGES } from './messages';
