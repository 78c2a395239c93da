/** A moment in UTC at millisecond precision, always written `2022-05-20T16:00:00.000Z`, so that text order is time order. */
export type Instant = string;
/** A Beijing calendar date without time, `2022-05-20`. */
export type DateText = string;
/** A Beijing calendar month, `2022-05`. */
export type Period = string;
/** A Beijing wall-clock time, `08:30`; `24:00` is the end of the day. */
export type TimeText = string;
