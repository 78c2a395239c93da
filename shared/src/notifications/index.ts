export { DELIVERY_CHANNELS, MESSAGE_PURPOSES, REMINDER_STATES } from './api';
export type {
  CallListView,
  CallRow,
  ConsentReport,
  ConsentView,
  ConsentsView,
  DeliveryChannel,
  InboxView,
  MessagePurpose,
  NoticeView,
  ReadinessView,
  RemindResultView,
  ReminderState,
} from './api';
