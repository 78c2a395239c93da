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

/** The word 今天 is wide: beside a due day it leans to the other side, and a due day close by leans away from it. */
function leaning(day: number, { today, marks }: MonthRulerProps): string {
  if (today === null) return '';
  const isNear = (from: number, to: number) => marks.some((mark) => mark.day - day >= from && mark.day - day <= to);
  if (day !== today) return leaningFrom(today - day);
  if (isNear(1, WORDS_APART)) return isNear(-WORDS_APART, -1) ? '' : 'leans-left';
  return isNear(-WORDS_APART, -1) ? 'leans-right' : '';
}

/** A day's number beside 今天, so many days ahead of it or behind. */
function leaningFrom(distance: number): string {
  if (distance > 0 && distance <= WORDS_APART) return 'gives-way-left';
  return distance < 0 && distance >= -WORDS_APART ? 'gives-way-right' : '';
}

/** Between two due days close by the word has no room: the tall tick alone says where today is, the numbers stay. */
function isSqueezed(day: number, { today, marks }: MonthRulerProps): boolean {
  if (day !== today) return false;
  const isNear = (step: number) =>
    marks.some((mark) => (mark.day - day) * step > 0 && Math.abs(mark.day - day) < WORDS_APART);
  return isNear(1) && isNear(-1);
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
        {labelledDays(props)
          .filter((day) => !isSqueezed(day, props))
          .map((day) => (
            <View
              key={day}
              className={`ruler-day ${dayClass(day, props)} ${day === 1 ? 'is-first' : ''} ${day === days ? 'is-last' : ''} ${leaning(day, props)}`}
              style={place(day)}
            >
              {day === today ? '今天' : String(day)}
            </View>
          ))}
      </View>
    </View>
  );
}
