export { Clock, SettableClock, SystemClock } from './clock';
export { Ids, UlidIds } from './ids';
export { DAY, HOUR, later, MINUTE } from './later';
export { Randomness, SeededRandomness, SystemRandomness } from './randomness';
