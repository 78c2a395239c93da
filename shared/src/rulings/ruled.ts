import { asSentence, beijingDate, formatFullDate, formatPeriod, type Instant } from '../kernel';
import { annualReadingOf, termsOf, type Ruled, type RulingName, type ScoreCase, type YearCase } from '../scoring';
import { rulingsInForce, rulingsOfYear, type EffectiveRuling } from './in-force';

/** A ruling that is or was in force, as the numbers that follow it name it. */
export interface SpokenRuling extends EffectiveRuling {
  readonly text: string;
  readonly byUnit: string;
  readonly checkedAt: Instant;
}

/**
 * The rulings by which a case was reckoned, in a sentence each: of those that had been checked at that moment and ruled
 * what the case has, the last word on each question. So a number goes on naming the ruling that it was published with,
 * whatever is ruled later, and its case and trace need not hold it.
 */
export function ruledBy(register: readonly SpokenRuling[], scoreCase: ScoreCase, at: Instant): Ruled {
  const followed = register.filter(
    ({ name, value, checkedAt }) => checkedAt <= at && scoreCase.rulings[name] === value,
  );
  const inForce =
    scoreCase.kind === 'month'
      ? rulingsInForce(followed, scoreCase.month)
      : rulingsOfYear(followed).filter(bearsOn(scoreCase));
  return {
    ...Object.fromEntries(inForce.map((ruling) => [ruling.name, rulingSentence(ruling)])),
    ...(scoreCase.kind === 'year' ? monthFactors(register, scoreCase, at) : {}),
  };
}

/** The rulings by which the months of a year got the factors that they bring with them, the earliest first. */
function monthFactors(register: readonly SpokenRuling[], year: YearCase, at: Instant): Ruled {
  if (!annualReadingOf(termsOf(year)).factors.includes('monthlyFactor')) return {};
  const known = register.filter(({ name, checkedAt }) => name === 'monthlyFactor' && checkedAt <= at);
  const followed = year.months.flatMap(({ month, factor }) =>
    rulingsInForce(known, month).filter(({ value }) => value === factor),
  );
  const each = known.filter((ruling) => followed.includes(ruling)).sort((a, b) => a.number - b.number);
  return each.length === 0 ? {} : { monthlyFactor: each.map(rulingSentence).join('') };
}

/** `市专班2023年1月31日定（第2号，从2022年4月起）：月度已经乘过，年度只取平均。` */
export function rulingSentence({ byUnit, checkedAt, number, fromPeriod, text }: SpokenRuling): string {
  const when = formatFullDate(beijingDate(checkedAt));
  return `${byUnit}${when}定（第${String(number)}号，从${formatPeriod(fromPeriod, true)}起）：${asSentence(text)}`;
}

/** The switches that a year follows: its reading, and the factors that the reading takes, unless its months bring theirs. */
function bearsOn(year: YearCase): (ruling: SpokenRuling) => boolean {
  const { factors } = annualReadingOf(termsOf(year));
  const isByMonth = year.months.some(({ factor }) => factor !== undefined);
  const names: readonly RulingName[] = ['annualReading', ...factors];
  return ({ name }) => names.includes(name) && !(isByMonth && name === 'monthlyFactor');
}
