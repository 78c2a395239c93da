import { View } from '@tarojs/components';
import './month-ruler.scss';

/** A due date on the ruler. */
export interface RulerMark {
  readonly day: number;
  readonly isSoon: boolean;
}

interface MonthRulerProps {
  readonly days: number;
  /** The day of the month today, or null when the month is another one. */
  readonly today: number | null;
  readonly marks: readonly RulerMark[];
  /** The dates in words, for those who listen. */
  readonly label: string;
}

const WORDS_APART = 3;

function tickClass(day: number, { today, marks, days }: MonthRulerProps): string {
  const mark = marks.find((candidate) => candidate.day === day);
  if (day === today) return 'is-today';
  if (mark !== undefined) return mark.isSoon ? 'is-due is-soon' : 'is-due';
  const long = day % 5 === 0 && day !== days ? 'is-long' : '';
  return `${long} ${today !== null && day > today ? 'is-ahead' : ''}`;
}

/** Which days get a number: today and due days always, 1, 10 and the last where they do not touch those. */
function labelledDays({ today, marks, days }: MonthRulerProps): readonly number[] {
  const fixed = [...(today === null ? [] : [today]), ...marks.map((mark) => mark.day)];
  const quiet = [1, 10, days].filter((day) => fixed.every((other) => Math.abs(other - day) >= WORDS_APART));
  return [...new Set([...fixed, ...quiet])];
}

function dayClass(day: number, { today, marks }: MonthRulerProps): string {
  const mark = marks.find((candidate) => candidate.day === day);
  if (day === today) return mark?.isSoon === true ? 'is-strong c-soon' : 'is-strong c-ink';
  if (mark !== undefined) return mark.isSoon ? 'is-strong c-soon' : 'is-strong c-ink-2';
  return 'c-ink-3';
}

/** The due days close to today, before and after it: their numbers and the word 今天 have to share the room. */
function neighbours({ today, marks }: MonthRulerProps): readonly [before: number | null, after: number | null] {
  if (today === null) return [null, null];
  const near = marks.map(({ day }) => day).filter((day) => day !== today && Math.abs(day - today) <= WORDS_APART);
  const before = near.filter((day) => day < today);
  const after = near.filter((day) => day > today);
  return [before.length === 0 ? null : Math.max(...before), after.length === 0 ? null : Math.min(...after)];
}

/** The word 今天 leans away from a due day beside it; a due day right beside it, or on both sides of it, gives way. */
function leaning(day: number, props: MonthRulerProps): string {
  const { today } = props;
  const [before, after] = neighbours(props);
  const isBetween = before !== null && after !== null;
  if (today === null || isBetween) return givesWay(day, before, after);
  if (day !== today) return givesWay(day, before === today - 1 ? before : null, after === today + 1 ? after : null);
  if (after !== null) return 'leans-left';
  return before === null ? '' : 'leans-right';
}

function givesWay(day: number, before: number | null, after: number | null): string {
  if (day === before) return 'gives-way-left';
  return day === after ? 'gives-way-right' : '';
}

/** Where a day's words stand: at the day, or, for 今天 between two due days close by, in the middle between those. */
function wordsAt(day: number, props: MonthRulerProps): number {
  const [before, after] = neighbours(props);
  return day === props.today && before !== null && after !== null ? (before + after) / 2 : day;
}

/** The month as a ruler, one tick a day: today stands tallest, due days stand out, amber within three days. */
export function MonthRuler(props: MonthRulerProps) {
  const { days, today, label } = props;
  const role = IS_BROWSER ? { role: 'img' } : { 'aria-role': 'img' };
  const place = (day: number) => ({ left: `${String(((day - 1) / (days - 1)) * 100)}%` });
  return (
    <View className="ruler" {...role} aria-label={label}>
      <View className="ruler-ticks">
        {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
          <View key={day} className={`tick-mark ${tickClass(day, props)}`} />
        ))}
      </View>
      <View className="ruler-days t-s">
        {labelledDays(props).map((day) => (
          <View
            key={day}
            className={`ruler-day ${dayClass(day, props)} ${day === 1 ? 'is-first' : ''} ${day === days ? 'is-last' : ''} ${leaning(day, props)}`}
            style={place(wordsAt(day, props))}
          >
            {day === today ? '今天' : String(day)}
          </View>
        ))}
      </View>
    </View>
  );
}
