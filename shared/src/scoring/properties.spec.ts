import fc from 'fast-check';
import { canonicalJson, fractionText, isBelow, minus, parseFraction, ZERO, type Fraction } from '../kernel';
import { applyAction } from './actions';
import { parseScoreCase } from './case.parse';
import type { MonthCase, ScoreCase, YearCase } from './case';
import { ADJUSTMENT_TYPES, type RulingOverrides } from './regulation';
import { scoreMonth } from './month.score';
import { scoreOf, totalOf } from './score';
import type { Action } from './trace';
import { scoreYear } from './year.score';

/* Cases */

const DUE = '2022-05-20T16:00:00.000Z';
const instant = fc.constantFrom(
  '2022-05-20T15:59:59.999Z',
  DUE,
  '2022-05-20T16:00:00.001Z',
  '2022-04-30T00:00:00.000Z',
);

function list<T>(entry: Record<string, fc.Arbitrary<unknown>>, maxLength: number): fc.Arbitrary<readonly T[]> {
  return fc.array(fc.record(entry), { maxLength }).chain((entries) =>
    fc
      .shuffledSubarray(
        entries.map((_, index) => index),
        { minLength: entries.length },
      )
      .map((order) => entries.map((one, index) => ({ id: `n${String(order[index])}`, ...one }) as T)),
  );
}

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([value, places]) => (places === 0 ? '1' : (value / 10_000).toFixed(places)));
const materials = fc.constantFrom('annex-2', 'annex-3');
const adjustmentCap = fc.constantFrom('0', '2.5', '3', '20', '30.25');
const monthRulings = fc.record(
  { monthlyFactor: decimal, emptyLedger: fc.constantFrom('full', 'zero'), materials, adjustmentCap },
  { requiredKeys: [] },
) as fc.Arbitrary<RulingOverrides>;

function monthOf(measures: number): fc.Arbitrary<MonthCase> {
  return fc.record({
    kind: fc.constant('month' as const),
    regulation: fc.constant('heihe-2022'),
    month: fc.constantFrom('2022-04', '2022-08', '2022-12'),
    unit: fc.constant('逊克县'),
    measures: list<MonthCase['measures'][number]>({ done: fc.boolean(), failedSpotCheck: fc.boolean() }, measures),
    obligations: list<MonthCase['obligations'][number]>(
      { kind: fc.constant('monthly-report'), dueAt: fc.constant(DUE), metAt: fc.oneof(instant, fc.constant(null)) },
      9,
    ),
    information: list<MonthCase['information'][number]>({ highQuality: fc.boolean(), adopted: fc.boolean() }, 9),
    adjustments: list<MonthCase['adjustments'][number]>(
      { type: fc.constantFrom(...ADJUSTMENT_TYPES), approved: fc.boolean() },
      30,
    ),
    rulings: monthRulings,
  });
}
const month = monthOf(70);
/** By the invented regulation, whose spot check can take more than the measures gave. */
function harsh(months: fc.Arbitrary<MonthCase>): fc.Arbitrary<MonthCase> {
  return months.map((one) => ({ ...one, regulation: 'investment-2022', rulings: {} }));
}

const MONTHS = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((number) => `2022-${number}`);
const rawTotal = fc.oneof(
  fc.integer({ min: 0, max: 70 }).map(String),
  fc.integer({ min: 0, max: 7000 }).map((value) => (value / 100).toFixed(2)),
  fc
    .bigInt({ min: 1n, max: 10n ** 18n })
    .chain((below) => fc.bigInt({ min: 0n, max: 70n * below }).map((above) => `${above}/${below}`)),
);
const year: fc.Arbitrary<YearCase> = fc.record({
  kind: fc.constant('year' as const),
  regulation: fc.constant('heihe-2022'),
  unit: fc.constant('逊克县'),
  months: fc
    .shuffledSubarray(MONTHS)
    .chain((months) => fc.tuple(...months.map((one) => rawTotal.map((value) => ({ month: one, rawTotal: value }))))),
  innovations: list<YearCase['innovations'][number]>(
    { kind: fc.integer({ min: 1, max: 6 }), approved: fc.boolean() },
    9,
  ),
  rulings: fc.record(
    {
      ...{ annualReading: fc.constantFrom('literal', 'single', 'headings'), monthlyFactor: decimal },
      ...{ annualFactor: decimal, materials, adjustmentCap },
    },
    { requiredKeys: [] },
  ),
});
const any: fc.Arbitrary<ScoreCase> = fc.oneof(month, harsh(month), year);
/** Small months have all their claims tried in no time. */
const anySmall: fc.Arbitrary<ScoreCase> = fc.oneof(monthOf(8), harsh(monthOf(8)), year);

/* The same rules once more, written without the engine: whole ratios of bigints, nothing else. */

type Ratio = readonly [above: bigint, below: bigint];

function ratio(text: string): Ratio {
  const [whole = '', under] = text.split('/');
  if (under !== undefined) return [BigInt(whole), BigInt(under)];
  const [units = '', places = ''] = whole.split('.');
  return [BigInt(units + places), 10n ** BigInt(places.length)];
}
function add([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return [a * d + c * b, b * d];
}
function multiply([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return [a * c, b * d];
}
function least(left: Ratio, right: Ratio): Ratio {
  return left[0] * right[1] < right[0] * left[1] ? left : right;
}
function shown([above, below]: Ratio): string {
  const doubled = above * 200n + below;
  let hundredths = doubled / (below * 2n);
  if (doubled < 0n && doubled % (below * 2n) !== 0n) hundredths -= 1n;
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
function of(count: number): Ratio {
  return [BigInt(count), 1n];
}

function naiveMonth({ measures, obligations, information, adjustments, rulings }: MonthCase): Record<string, string> {
  const n = measures.length;
  const done = measures.filter((one) => one.done).length;
  const failed = measures.filter((one) => one.done && one.failedSpotCheck).length;
  const late = obligations.filter(
    ({ dueAt, metAt }) => metAt === null || Date.parse(metAt) >= Date.parse(dueAt),
  ).length;
  const isAnnex3 = rulings.materials === 'annex-3';
  const full: Ratio = rulings.emptyLedger === 'zero' ? of(0) : of(40);
  const completion: Ratio = n === 0 ? full : [40n * BigInt(done), BigInt(n)];
  const deduction: Ratio = n === 0 ? of(0) : [-40n * BigInt(failed), BigInt(n)];
  const left: Ratio = isAnnex3 ? [BigInt(25 - 10 * late), 10n] : of(5 - late);
  const timeliness: Ratio = left[0] < 0n ? of(0) : left;
  const items = Math.min(3, information.filter((one) => one.highQuality).length);
  const informed = of(items + Math.min(2, information.filter((one) => one.adopted).length));
  const points = isAnnex3 ? least([25n, 10n], informed) : informed;
  const adjustment = least(of(adjustments.filter((one) => one.approved).length), ratio(rulings.adjustmentCap ?? '20'));
  const total = [completion, deduction, timeliness, points, adjustment].reduce(add);
  return {
    completion: shown(completion),
    deduction: shown(deduction),
    timeliness: shown(timeliness),
    information: shown(points),
    adjustment: shown(adjustment),
    total: shown(total),
    score: shown(multiply(total, ratio(rulings.monthlyFactor ?? '0.7'))),
  };
}

function naiveYear({ months, innovations, rulings }: YearCase): Record<string, string> {
  const average = multiply(months.map((one) => ratio(one.rawTotal)).reduce(add, of(0)), [1n, 9n]);
  const monthly = multiply(average, ratio(rulings.monthlyFactor ?? '0.7'));
  const readings: Record<string, Ratio> = {
    literal: multiply(monthly, ratio(rulings.annualFactor ?? '0.7')),
    single: monthly,
    headings: average,
  };
  const tasks = readings[rulings.annualReading ?? 'literal'] ?? of(0);
  const innovation = of(Math.min(30, 5 * innovations.filter((one) => one.approved).length));
  return { taskPart: shown(tasks), innovation: shown(innovation), total: shown(add(tasks, innovation)) };
}

/* Promises */

function exact(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new Error(text);
  return value;
}
/** What an action does to the total, by scoring the changed case anew. */
function deltaOf(given: ScoreCase, action: Action): string {
  const [after, before] = [applyAction(given, action), given].map((one) => exact(totalOf(scoreOf(one).trace)));
  return fractionText(minus(after!, before!));
}
function shuffled<T extends ScoreCase>(given: T): fc.Arbitrary<T> {
  const lists = Object.entries(given).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const orders = lists.map(([name, entries]) =>
    fc.shuffledSubarray(entries, { minLength: entries.length }).map((order) => [name, order] as const),
  );
  return fc.tuple(...orders).map((mixed) => ({ ...given, ...Object.fromEntries(mixed) }));
}

describe('a score, whatever the case', () => {
  it('is what the same rules give when written out in bigints, on 5,000 months (annex 2, 二（一）)', () => {
    fc.assert(
      fc.property(month, (given) => {
        const { raw, score } = scoreMonth(given);
        expect({ ...raw, score }).toEqual(naiveMonth(given));
      }),
      { numRuns: 5000 },
    );
  });

  it('is what the same rules give when written out in bigints, on 2,000 years (annex 2, 二（二）)', () => {
    fc.assert(
      fc.property(year, (given) => {
        const { taskPart, innovation, total } = scoreYear(given);
        expect({ taskPart, innovation, total }).toEqual(naiveYear(given));
      }),
      { numRuns: 2000 },
    );
  });

  it('is explained by a trace that adds up to it exactly, each node with its article', () => {
    fc.assert(
      fc.property(any, (given) => {
        const score = scoreOf(given);
        const shownTotal = 'raw' in score ? score.raw.total : score.total;
        expect(shown(ratio(totalOf(score.trace)))).toBe(shownTotal);
        for (const node of score.trace) {
          expect(node.article).not.toBe('');
          expect(node.because.length).toBeGreaterThan(0);
          expect(fractionText(exact(node.awarded))).toBe(node.awarded);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('changes by exactly what each claim promises, when the claim is put into the case (M3)', () => {
    fc.assert(
      fc.property(anySmall, (given) => {
        const { trace } = scoreOf(given);
        const claims = trace.flatMap(({ wouldChange }) => wouldChange);
        expect(claims.filter(({ action, delta }) => delta === '0' || deltaOf(given, action) !== delta)).toEqual([]);
        expect(claims.filter(({ action }) => !parseScoreCase(applyAction(given, action)).ok)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same to the byte in whatever order the lists stand, and when reckoned again', () => {
    fc.assert(
      fc.property(
        any.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        ([given, mixed]) => {
          const bytes = JSON.stringify(scoreOf(given));
          expect(JSON.stringify(scoreOf(mixed))).toBe(bytes);
          expect(JSON.stringify(scoreOf(JSON.parse(canonicalJson(given))))).toBe(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never lies below 0 or above the most, in whole and in each rule, but for what a spot check takes', () => {
    fc.assert(
      fc.property(any, (given) => {
        const score = scoreOf(given);
        expect(isBelow(exact(totalOf(score.trace)), ZERO)).toBe(false);
        for (const { rule, awarded, outOf } of score.trace) {
          if (rule === 'floor') continue;
          expect(isBelow(exact(outOf), exact(awarded))).toBe(false);
          expect(isBelow(exact(awarded), ZERO)).toBe(rule === 'deduction' && awarded !== '0');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is floored at 0 where a regulation takes more than was given, and the trace says so', () => {
    const fails = harsh(month).filter(({ measures }) => measures.some((one) => one.done && one.failedSpotCheck));
    let floored = 0;
    fc.assert(
      fc.property(fails, (given) => {
        const bare = { ...given, information: [], adjustments: [], obligations: missing(9) };
        const all = { ...bare, measures: given.measures.map((one) => ({ ...one, done: true, failedSpotCheck: true })) };
        const { raw, trace } = scoreMonth(all);
        expect(raw.total).toBe('0.00');
        expect(trace.at(-1)).toMatchObject({
          rule: 'floor',
          awarded: '30',
          because: [{ kind: 'below-zero', sum: '-30' }],
        });
        floored += 1;
      }),
      { numRuns: 50 },
    );
    expect(floored).toBeGreaterThan(0);
  });
});

function missing(count: number): MonthCase['obligations'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `o${String(index)}`,
    kind: 'monthly-report',
    dueAt: DUE,
    metAt: null,
  }));
}
