import {
  beijingDate,
  beijingTime,
  cleanLine,
  codePointLength,
  firstCodePoints,
  formatFullDate,
  lastDateBefore,
  type Instant,
} from '../kernel';

const LONGEST_THING = 20;
const LONGEST_PHRASE = 5;
const LONGEST_NAME = 10;
const LONGEST_CHARACTERS = 32;
const NOT_HAN = /[^\u3400-\u4DBF\u4E00-\u9FFF]/g;
const NOT_ASCII = /[^\u0021-\u007E]/g;
const NOTHING = '无';

/** Text for a `thing` field: one line, at most 20 code points, cut with an ellipsis, never empty (WeChat refuses an empty value). */
export function thingField(text: string): string {
  return cut(cleanLine(text), LONGEST_THING) || NOTHING;
}

/** Text for a `name` field: at most 10 code points. */
export function nameField(text: string): string {
  return cut(cleanLine(text), LONGEST_NAME) || NOTHING;
}

function cut(text: string, limit: number): string {
  return codePointLength(text) > limit ? `${firstCodePoints(text, limit - 1)}…` : text;
}

/** Text for a `phrase` field: Han only, at most five; `instead` when nothing of it remains. */
export function phraseField(text: string, instead = '待办理'): string {
  return firstCodePoints(text.replace(NOT_HAN, ''), LONGEST_PHRASE) || instead;
}

/** Text for a `character_string` field: printable ASCII, at most 32, never empty. */
export function characterField(text: string): string {
  return text.replace(NOT_ASCII, '').slice(0, LONGEST_CHARACTERS) || '-';
}

/** A `date` field: `2022年5月20日`, the last day in time of a due time. */
export function dueDateField(dueAt: Instant): string {
  return formatFullDate(lastDateBefore(dueAt));
}

/**
 * A `time` field for a due time: `2022年5月20日 23:59`. A due time is the first late instant, and WeChat knows no 24:00,
 * so a Beijing midnight is written as the last minute before it; any other due time stands as it is.
 */
export function dueTimeField(dueAt: Instant): string {
  const last = lastDateBefore(dueAt);
  return beijingDate(dueAt) === last ? momentField(dueAt) : `${formatFullDate(last)} 23:59`;
}

/** A `time` field for something that happened: `2022年5月20日 16:32`. */
export function momentField(instant: Instant): string {
  return `${formatFullDate(beijingDate(instant))} ${beijingTime(instant)}`;
}
