export { CHANNELS, OBLIGATION_KINDS } from './settings';
export type {
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
export type { WorkingCalendar } from '../kernel';
