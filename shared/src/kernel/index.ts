export { allow, refuse, refuseAll, type Outcome, type Refusal } from './outcome';
export type { DateText, Instant, Period, TimeText } from './time';
export {
  addDays,
  addMinutes,
  addMonths,
  addWholeDays,
  atBeijing,
  beijingClock,
  beijingDate,
  beijingTime,
  daysBetween,
  isDateText,
  isInstant,
  isPeriod,
  isTimeText,
  lastDateBefore,
  lastDayOf,
  periodOf,
  toInstant,
  toMilliseconds,
  weekdayOf,
} from './beijing';
export {
  dueDayAndHour,
  endOfDay,
  formatDate,
  formatDay,
  formatDayAndHour,
  formatDue,
  formatFullDate,
  formatMoment,
  formatPeriod,
  formatStamp,
  remaining,
  type Remaining,
} from './beijing.words';
export { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay, type WorkingCalendar } from './working-days';
export {
  asSentence,
  cleanLine,
  cleanText,
  codePointLength,
  cutMiddle,
  firstCodePoints,
  hasControlCharacters,
  isBlank,
  isLongerThan,
  isWellFormed,
  quoted,
  tidyText,
  utf8Length,
} from './text';
export { LARGEST_FILE, sizeWords, tooLargeWords } from './file-size';
export { markedName, takesWatermark } from './marked-file';
export { looksSecret } from './secret-name';
export { canonicalJson } from './canonical-json';
export { formatWhole, halfWidth, isWholeNumber, percentBeside, percentOf, plainFigure, shortfall } from './fraction';
export {
  fraction,
  fractionText,
  isBelow,
  largerOf,
  minus,
  negative,
  parseFraction,
  plus,
  roundHalfUp,
  smallerOf,
  sumOf,
  times,
  ZERO,
  type Fraction,
} from './exact';
export { hasWideNumbers } from './whole';
export { KERNEL_MESSAGES, type MessageRegistry } from './messages';
