import {
  beijingDate,
  formatDate,
  formatPeriod,
  fraction,
  parseFraction,
  roundHalfUp,
  times,
  type Instant,
  type Period,
} from '../kernel';
import { monthsOf, rulingChoices, rulingLabel, type Regulation, type RulingName } from '../scoring';
import { HEIHE_2022_REGISTER } from './registers/heihe-2022';
import { INVESTMENT_2022_REGISTER } from './registers/investment-2022';
import type { Reading, Register, RegisterEntry } from './reading';

/** A question of the register (解释口径): a switch of the engine with its words. */
export interface RegisterQuestion extends RegisterEntry {
  readonly name: RulingName;
  /** Its number in docs/regulation.md, or the article where the regulation has none. */
  readonly question: string;
  readonly article: string;
  /** How the text is read without a ruling. */
  readonly standard: string;
  /** Whether any number may be ruled, not only one of the readings. */
  readonly isNumber: boolean;
}

const REGISTERS: Readonly<Record<string, Register>> = {
  'heihe-2022': HEIHE_2022_REGISTER,
  'investment-2022': INVESTMENT_2022_REGISTER,
};
/** The order in which the register shows the switches: by question, what decides the year first. */
const ORDER: readonly RulingName[] = [
  'annualReading',
  'monthlyFactor',
  'annualFactor',
  'materials',
  'emptyLedger',
  'adjustmentCap',
];

/** The questions of a regulation in the order of the register. Throws a RangeError for a regulation without a register. */
export function questionsOf(regulation: Regulation): readonly RegisterQuestion[] {
  return ORDER.map((name) => questionOf(regulation, name));
}

/** One question of a regulation. */
export function questionOf(regulation: Regulation, name: RulingName): RegisterQuestion {
  const register = REGISTERS[regulation.id];
  if (register === undefined) throw new RangeError(`No register: ${regulation.id}`);
  const { question, article, standard } = regulation.rulings[name];
  return { ...register[name], name, question, article, standard, isNumber: rulingChoices(regulation, name) === null };
}

/** Whether the engine has a switch of that name. */
export function isRulingName(name: string): name is RulingName {
  return (ORDER as readonly string[]).includes(name);
}

/** What a value is called in the register: a reading by its name, a number as itself. */
export function readingOf(regulation: Regulation, name: RulingName, value: string): Reading {
  const known = questionOf(regulation, name).readings.find((reading) => reading.value === value);
  return known ?? { value, name: valueName(name, value), sentence: `${rulingLabel(regulation, name, value)}。` };
}

/** What a number is called that is none of the readings: `乘80%`, `15分`. Text that is no number is called as it is. */
export function valueName(name: RulingName, value: string): string {
  const number = parseFraction(value);
  if (number === null) return value;
  if (name === 'adjustmentCap') return `${value}分`;
  return `乘${roundHalfUp(times(number, fraction(100))).replace(/\.?0+$/, '')}%`;
}

/** Why scores move when a ruling comes into force: its question, its date, its words. */
export function movedByRuling(
  regulation: Regulation,
  { name, text }: { readonly name: RulingName; readonly text: string },
  now: Instant,
): string {
  return `${formatDate(beijingDate(now), now)}定了口径（${questionOf(regulation, name).title}）：${text}`;
}

/** What those who are scored read of a ruling that came into force; months told before keep their numbers. */
export function ruledWords(
  regulation: Regulation,
  ruling: { readonly number: number; readonly name: RulingName; readonly value: string; readonly text: string } & {
    readonly fromPeriod: Period;
  },
  keptPeriods: readonly Period[],
): { readonly title: string; readonly body: string } {
  const { number, name, value, text, fromPeriod } = ruling;
  const { title, concerns } = questionOf(regulation, name);
  const kept = keptPeriods.map((period) => formatPeriod(period)).join('、');
  const from =
    concerns === 'year' ? '' : `从${formatPeriod(fromPeriod)}起${kept === '' ? '' : `，${kept}已通报，保留原分`}。`;
  return {
    title: `解释口径第${String(number)}号生效：${title}`,
    body: `${readingOf(regulation, name, value).name}。${from}${text}`,
  };
}

/** The months from which a ruling may hold: those of the cycle. */
export function rulingMonths({ cycle }: Regulation): readonly Period[] {
  return monthsOf(cycle);
}
