export type { BurdenEntry, BurdenMonthView, BurdenRow, BurdenUnitView, LookView, OwedSoon, UnitLoad } from './api';
export { BURDEN_COLUMNS, BURDEN_COLUMN_TITLES, BURDEN_NOTES, burdenSums, type BurdenColumn } from './columns';
export {
  duplicateRefusals,
  duplicatesOf,
  headingText,
  HELD_SOURCES,
  monthsToSearch,
  type Ask,
  type HeldItem,
  type HeldSource,
} from './held';
export { BURDEN_MESSAGES } from './messages';
