export { CHANNELS, OBLIGATION_KINDS } from './settings';
export type {
  Channel,
  DueRule,
  Obligation,
  ObligationKind,
  ObligationSettings,
  OutageRule,
  ReminderRung,
  WorkingCalendar,
} from './settings';
export { STANDINGS } from './api';
export type {
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
