export { allow, refuse, type Outcome, type Refusal } from './outcome';
export type { DateText, Instant, Period, TimeText } from './time';
