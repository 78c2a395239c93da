import {
  formatPeriod,
  isBelow,
  minus,
  negative,
  parseFraction,
  roundHalfUp,
  type Fraction,
  type Period,
} from '../kernel';
import type { Moved, ReplayedMonth, ReplayedReading, ReplayedYear } from './replayed';

type Places = 'ahead' | 'behind' | 'level';

/** The pairs of units whose order is not the same under all readings, and which units stand in such a pair. */
export function movedPairs(
  names: readonly string[],
  readings: readonly ReplayedReading[],
  totalOf: (unit: number, reading: number) => Fraction,
): { readonly moves: readonly Moved[]; readonly units: ReadonlySet<number> } {
  const moves: Moved[] = [];
  const units = new Set<number>();
  for (let first = 0; first < names.length; first += 1) {
    for (let second = first + 1; second < names.length; second += 1) {
      const leads = readings.map((_, reading) => minus(totalOf(first, reading), totalOf(second, reading)));
      const places = new Set(leads.map(placesOf));
      if (places.size < 2) continue;
      units.add(first).add(second);
      const [one, other] = [names[first] ?? '', names[second] ?? ''];
      const isTurned = places.has('ahead') && places.has('behind');
      moves.push({
        head: `${one}和${other}${isTurned ? '先后对调' : '先后有变'}。`,
        text: underEach(readings, (index) => leadWords(leads[index], one, other)),
      });
    }
  }
  return { moves, units };
}

function placesOf(lead: Fraction): Places {
  if (lead.numerator === 0) return 'level';
  return lead.numerator > 0 ? 'ahead' : 'behind';
}

function leadWords(lead: Fraction | undefined, one: string, other: string): string {
  if (lead === undefined || lead.numerator === 0) return '两家一样';
  const isAhead = lead.numerator > 0;
  const points = roundHalfUp(isAhead ? lead : negative(lead));
  return `${isAhead ? one : other}高${points === '0.00' ? '不到0.01' : points}分`;
}

/** Whether an innovation weighs differently against the months, and how much under each reading. */
export function movedWeights(
  readings: readonly ReplayedReading[],
  weights: readonly (Fraction | null)[],
): readonly Moved[] {
  const words = weights.map((weight) => (weight === null ? '月度不算分' : `相当于月均${roundHalfUp(weight)}分`));
  if (new Set(words).size < 2) return [];
  return [{ head: '1项创新的分量不同。', text: underEach(readings, (index) => words[index] ?? '') }];
}

/** For each reading, how many months' scores would differ from those at which they stand, and where they would most. */
export function movedMonths(
  names: readonly string[],
  readings: readonly ReplayedReading[],
  {
    years,
    standing,
  }: {
    readonly years: readonly (readonly ReplayedYear[])[];
    readonly standing: readonly (readonly ReplayedMonth[])[];
  },
): readonly Moved[] {
  return readings.flatMap(({ name }, reading) => {
    const changed = years.flatMap((unit, index) =>
      (unit[reading]?.months ?? []).flatMap(({ month, score }, place) => {
        const before = standing[index]?.[place]?.score.score ?? score.score;
        const difference = minus(points(score.score), points(before));
        return difference.numerator === 0 ? [] : [{ unitName: names[index] ?? '', month, difference }];
      }),
    );
    const most = changed.reduce<(typeof changed)[number] | null>(
      (largest, each) =>
        largest === null || isBelow(size(largest.difference), size(each.difference)) ? each : largest,
      null,
    );
    if (most === null) return [];
    const verb = most.difference.numerator < 0 ? '减' : '加';
    const text = `变得最多的是${most.unitName}${formatPeriod(most.month)}，${verb}${roundHalfUp(size(most.difference))}分。`;
    return [{ head: `假如从头都按“${name}”，${String(changed.length)}个月度得分会变。`, text }];
  });
}

interface Unmoved {
  readonly published: readonly Period[];
  readonly concerns: 'month' | 'year';
  readonly pairs: number;
  readonly moved: number;
}

/** What stays whatever is ruled. */
export function unmoved({ published, concerns, pairs, moved }: Unmoved): readonly string[] {
  const told = published.map((month) => formatPeriod(month)).join('、');
  const hypothetical = concerns === 'month' ? '表里和上面的变化，都是假设从头都这样算。' : '';
  return [
    ...(published.length > 0 ? [`${told}已通报的月度成绩一个都不改。${hypothetical}`] : []),
    ...(concerns === 'year' ? ['月度得分都不变。'] : []),
    ...(pairs > moved ? [moved === 0 ? '各家先后都不变。' : `其余${String(pairs - moved)}对先后不变。`] : []),
  ];
}

function underEach(readings: readonly ReplayedReading[], words: (reading: number) => string): string {
  return `${readings.map(({ name }, index) => `${name}下${words(index)}`).join('；')}。`;
}

function points(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No points: ${text}`);
  return value;
}

function size(value: Fraction): Fraction {
  return value.numerator < 0 ? negative(value) : value;
}
