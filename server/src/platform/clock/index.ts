export { Clock, SettableClock, SystemClock } from './clock';
export { Ids, UlidIds } from './ids';
export { Randomness, SeededRandomness, SystemRandomness } from './randomness';
