export type { BurdenMonthView, BurdenRow, LookView, OwedSoon, UnitLoad } from './api';
export {
  duplicateRefusals,
  duplicatesOf,
  headingText,
  HELD_SOURCES,
  type Ask,
  type HeldItem,
  type HeldSource,
} from './held';
export { BURDEN_MESSAGES } from './messages';
