import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import './month-ruler.scss';

/** A due date on the ruler. */
export interface RulerMark {
  readonly day: number;
  readonly isSoon: boolean;
}

interface MonthRulerProps {
  readonly days: number;
  /** The day of the month today. */
  readonly today: number;
  readonly marks: readonly RulerMark[];
  /** The dates in words, for those who listen. */
  readonly label: string;
}

const WORDS_APART = 3;
/** The same in large text, or on a narrow phone. */
const TIGHT_WORDS_APART = 4;

function tickClass(day: number, { today, marks, days }: MonthRulerProps): string {
  const mark = marks.find((candidate) => candidate.day === day);
  if (day === today) return 'is-today';
  if (mark !== undefined) return mark.isSoon ? 'is-due is-soon' : 'is-due';
  const long = day % 5 === 0 && day !== days ? 'is-long' : '';
  return `${long} ${day > today ? 'is-ahead' : ''}`;
}

/** One word under the ruler: today, a due day, or due days whose numbers would touch and so share one. */
type Label = readonly [first: number, ...more: number[]];

/** The due days other than today in their order; those closer than `apart` stand together, unless today lies between. */
function dueLabels({ today, marks }: MonthRulerProps, apart: number): readonly Label[] {
  const labels: Label[] = [];
  const days = [...new Set(marks.map(({ day }) => day))].filter((day) => day !== today).sort((a, b) => a - b);
  for (const day of days) {
    const last = labels.at(-1);
    const before = last?.at(-1);
    const isApart = before === undefined || day - before >= apart;
    if (last === undefined || isApart || (before < today && today < day)) labels.push([day]);
    else labels[labels.length - 1] = [...last, day];
  }
  return labels;
}

/** What gets a word: today and due days always, 1, 10 and the last where they do not touch those. */
function labelsOf(props: MonthRulerProps, apart: number): readonly Label[] {
  const { today, days } = props;
  const fixed: readonly Label[] = [[today], ...dueLabels(props, apart)];
  const touches = (day: number, label: Label) => label.some((other) => Math.abs(other - day) < apart * label.length);
  const quiet = [1, 10, days].filter((day) => !fixed.some((label) => touches(day, label)));
  return [...fixed, ...quiet.map((day) => [day] as const)];
}

function dayClass(day: number, { today, marks }: MonthRulerProps): string {
  const mark = marks.find((candidate) => candidate.day === day);
  if (day === today) return mark?.isSoon === true ? 'is-strong c-soon' : 'is-strong c-ink';
  if (mark !== undefined) return mark.isSoon ? 'is-strong c-soon' : 'is-strong c-ink-2';
  return 'c-ink-3';
}

/** The due days close to today, before and after it: their numbers and the word 今天 have to share the room. */
function neighbours({ today, marks }: MonthRulerProps): readonly [before: number | null, after: number | null] {
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
  if (isBetween) return givesWay(day, before, after);
  if (day !== today) return givesWay(day, before === today - 1 ? before : null, after === today + 1 ? after : null);
  if (after !== null) return 'leans-left';
  return before === null ? '' : 'leans-right';
}

function givesWay(day: number, before: number | null, after: number | null): string {
  if (day === before) return 'gives-way-left';
  return day === after ? 'gives-way-right' : '';
}

/** Which day a word stands at: its own, its end beside today, or the middle of what it names; 今天 between two in theirs. */
function wordsAt(label: Label, props: MonthRulerProps): number {
  const [before, after] = neighbours(props);
  const [first] = label;
  const last = label.at(-1) ?? first;
  if (first === props.today) return before !== null && after !== null ? (before + after) / 2 : first;
  if (last === before) return last;
  return first === after ? first : (first + last) / 2;
}

/** How a word gives way: several days beside today always do, on the side away from it. */
function standing(label: Label, props: MonthRulerProps): string {
  const [before, after] = neighbours(props);
  const [first] = label;
  const last = label.at(-1) ?? first;
  const leans = label.length > 1 ? givesWay(last === before ? last : first, before, after) : leaning(first, props);
  return `${first === 1 ? 'is-first' : ''} ${last === props.days ? 'is-last' : ''} ${leans}`;
}

/** The month as a ruler, one tick a day: today stands tallest, due days stand out, amber within three days. */
export function MonthRuler(props: MonthRulerProps) {
  const { days, today, label } = props;
  const { isTight } = useDisplay();
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
        {labelsOf(props, isTight ? TIGHT_WORDS_APART : WORDS_APART).map((label) => (
          <View
            key={label[0]}
            className={`ruler-day ${dayClass(label[0], props)} ${standing(label, props)}`}
            style={place(wordsAt(label, props))}
          >
            {label[0] === today ? '今天' : label.join('、')}
          </View>
        ))}
      </View>
    </View>
  );
}
