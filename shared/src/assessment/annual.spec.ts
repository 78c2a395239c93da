import fc from 'fast-check';
import { canonicalJson, fractionText, minus, parseFraction, type Period } from '../kernel';
import { applyAction, factSentence, scoreYear, totalOf, type YearCase } from '../scoring';
import {
  allowedAnnualActions,
  annualHindrances,
  ASSESSMENT_STATES,
  correctedYear,
  decideAnnual,
  missingMonthsOf,
  movedMonthsOf,
  parseMissingMonths,
  yearCaseOf,
  yearMonthStanding,
  type YearMonth,
  type YearRecords,
} from '.';

const MONTHS: readonly Period[] = [4, 5, 6, 7, 8, 9, 10, 11, 12].map(
  (month) => `2022-${String(month).padStart(2, '0')}`,
);
const JANUARY = '2023-01';
const TOLD: YearMonth = {
  ...{ month: '2022-04', state: 'published', isHandedIn: true },
  ...{ rawTotal: '65', factor: '0.7', most: '70' },
};
const NOBODY: YearMonth = {
  month: '2022-04',
  state: null,
  isHandedIn: false,
  rawTotal: null,
  factor: null,
  most: null,
};

function aYear(
  change: Readonly<Record<Period, Partial<YearMonth>>> = {},
  more: Partial<YearRecords> = {},
): YearRecords {
  return {
    regulation: 'heihe-2022',
    unitId: '逊克县',
    months: MONTHS.map((month) => ({ ...TOLD, month, ...change[month] })),
    innovations: [{ id: 'x1', kind: 2, approved: true }],
    rulings: { annualReading: 'literal' },
    ...more,
  };
}

/** Nothing around the counties' years that stands against them. */
const NOTHING = { unsettled: [], undecidedAdjustments: 0, correctionsDue: [] };

describe('a month within the year', () => {
  it('counts once it is told to all', () => {
    expect(yearMonthStanding(TOLD, JANUARY)).toBe('scored');
  });

  it.each(['submitted', 'reviewed', 'objected', 'settled', 'final'] as const)(
    'has to be finished first while it is %s',
    (state) => {
      expect(yearMonthStanding({ ...TOLD, state }, JANUARY)).toBe('unfinished');
    },
  );

  it('has to be finished first when something came in that nobody looked at, by whatever channel', () => {
    expect(yearMonthStanding({ ...NOBODY, state: 'draft', isHandedIn: true }, JANUARY)).toBe('unfinished');
  });

  it('is missing only when it is over and nothing is there (Q19)', () => {
    expect(yearMonthStanding(NOBODY, '2022-05')).toBe('missing');
    expect(yearMonthStanding({ ...NOBODY, state: 'draft' }, '2022-05')).toBe('missing');
    expect(yearMonthStanding(NOBODY, '2022-04')).toBe('unfinished');
  });
});

describe('a county’s year', () => {
  it('is made from its published months and its approved innovations (annex 2, 二（二）)', () => {
    const innovations = [
      { id: 'x1', kind: 2, approved: true },
      { id: 'x2', kind: 3, approved: false },
    ];
    const year = yearCaseOf(aYear({ '2022-06': { state: 'final' } }, { innovations }));
    expect(year.months.map(({ month }) => month)).toEqual(MONTHS.filter((month) => month !== '2022-06'));
    expect(year.innovations).toEqual([innovations[0]]);
  });

  it('comes to 36.85 with nine months of 65 and one innovation, read literally (example 9)', () => {
    expect(scoreYear(yearCaseOf(aYear())).total).toBe('36.85');
  });

  it('waits for the ruling, for every unfinished month, and for undecided innovations, and says all of it', () => {
    const other = aYear({ '2022-12': { state: 'final' } }, { innovations: [{ id: 'x9', kind: 1, approved: false }] });
    const hindrances = annualHindrances([aYear({ '2022-11': { state: 'reviewed' } }), other], {
      unsettled: ['Q1'],
      undecidedAdjustments: 3,
      correctionsDue: [{ month: '2022-10', unitNames: ['逊克县', '孙吴县'] }],
      current: JANUARY,
    });
    expect(hindrances).toEqual([
      { code: 'assessment.annual-unruled', facts: { label: 'Q1' } },
      { code: 'assessment.annual-month-unfinished', facts: { month: '11月' } },
      { code: 'assessment.annual-month-unfinished', facts: { month: '12月' } },
      {
        code: 'assessment.annual-corrections-due',
        facts: { month: '10月', period: '2022-10', unit: '逊克县、孙吴县' },
      },
      { code: 'assessment.annual-undecided', facts: { count: 1 } },
      { code: 'assessment.annual-undecided-adjustments', facts: { count: 3 } },
    ]);
  });

  it('has nothing against it when all is told and ruled; with nobody scored there is no year', () => {
    expect(annualHindrances([aYear()], { ...NOTHING, current: JANUARY })).toEqual([]);
    expect(annualHindrances([], { ...NOTHING, current: JANUARY })).toMatchObject([
      { code: 'assessment.nobody-scored' },
    ]);
  });
});

describe('missing months (Q19)', () => {
  const COUNTY = aYear({ '2022-04': NOBODY, '2022-05': { ...NOBODY, month: '2022-05' } });
  const APRIL = { unitId: '逊克县', month: '2022-04', reason: '4月还没下达' };
  const MAY = { ...APRIL, month: '2022-05' };
  const parse = (input: unknown) => parseMissingMonths(input, [COUNTY, aYear({}, { unitId: '孙吴县' })], JANUARY);

  it('are confirmed one by one, each with its reason', () => {
    expect(missingMonthsOf(COUNTY, JANUARY)).toEqual(['2022-04', '2022-05']);
    expect(parse([MAY, APRIL])).toEqual({ ok: true, value: [APRIL, MAY] });
  });

  it.each([
    { input: [], code: 'assessment.annual-missing' },
    { input: [APRIL], code: 'assessment.annual-missing' },
    { input: [APRIL, APRIL], code: 'assessment.annual-missing' },
    { input: [APRIL, { ...MAY, month: '2022-06' }], code: 'assessment.annual-missing' },
    { input: [APRIL, { ...MAY, unitId: '孙吴县' }], code: 'assessment.annual-missing' },
    { input: [APRIL, null], code: 'assessment.annual-missing' },
    { input: [APRIL, { ...MAY, more: 1 }], code: 'assessment.annual-missing' },
    { input: [APRIL, { ...MAY, reason: ' ' }], code: 'assessment.text-missing' },
    { input: [APRIL, { ...MAY, reason: 7 }], code: 'assessment.text-missing' },
    { input: [APRIL, { ...MAY, reason: '长'.repeat(201) }], code: 'assessment.text-too-long' },
    { input: [APRIL, MAY, MAY], code: 'assessment.annual-missing-moved' },
    { input: 'all', code: 'assessment.annual-missing-moved' },
  ])('refuses $input', ({ input, code }) => {
    expect(parse(input)).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });
});

describe('a fixed year that is corrected (更正)', () => {
  const FIXED: YearCase = yearCaseOf(aYear());

  it('takes the months as they stand now, and keeps its rulings', () => {
    const lower = aYear({ '2022-05': { rawTotal: '60' } }, { rulings: { annualReading: 'headings' } });
    expect(movedMonthsOf(FIXED, yearCaseOf(lower))).toEqual(['2022-05']);
    const corrected = correctedYear(FIXED, yearCaseOf(lower), []);
    expect(corrected).toMatchObject({ ok: true, value: { rulings: { annualReading: 'literal' } } });
    expect(corrected.ok && scoreYear(corrected.value).total).toBe('36.58');
  });

  it('lets an innovation count no more, and counts it again when it is not named', () => {
    const without = correctedYear(FIXED, yearCaseOf(aYear()), ['x1']);
    expect(without.ok && scoreYear(without.value).innovation).toBe('0.00');
    const again = correctedYear(without.ok ? without.value : FIXED, yearCaseOf(aYear()), []);
    expect(again).toEqual({ ok: true, value: FIXED });
    expect(correctedYear(FIXED, yearCaseOf(aYear()), ['x2'])).toMatchObject({ ok: false });
  });
});

describe('who may do what with a year', () => {
  it('is the lead unit alone, step by step, and never somebody whose own unit is scored', () => {
    const lead = { role: 'lead-officer', isScored: false } as const;
    expect(allowedAnnualActions({ ...lead, state: 'open' })).toEqual(['finalise']);
    expect(allowedAnnualActions({ ...lead, state: 'final' })).toEqual(['publish', 'correct']);
    expect(allowedAnnualActions({ ...lead, state: 'published' })).toEqual(['correct']);
    expect(allowedAnnualActions({ ...lead, isScored: true, state: 'open' })).toEqual([]);
    for (const role of ['liaison', 'leader', 'administrator'] as const) {
      expect(allowedAnnualActions({ role, isScored: false, state: 'final' })).toEqual([]);
    }
    expect(decideAnnual('publish', { ...lead, state: 'open' })).toMatchObject({
      refusals: [{ code: 'assessment.annual-not-possible-open' }],
    });
  });
});

describe('a ruling on the monthly factor (Q1)', () => {
  const single = { annualReading: 'single', monthlyFactor: '1' };

  it('rewrites no month that was published before it', () => {
    const year = scoreYear(yearCaseOf(aYear({}, { rulings: single })));
    expect(year.taskPart).toBe('45.50');
  });

  it('leaves each month the factor that it was published with, and the trace says which', () => {
    const later = Object.fromEntries(MONTHS.slice(2).map((month) => [month, { factor: '1' }]));
    const year = yearCaseOf(aYear(later, { rulings: single }));
    // 65 × 0.7 twice, 65 seven times: 546 / 9.
    const { taskPart, trace } = scoreYear(year);
    expect(taskPart).toBe('60.67');
    const [node] = trace;
    expect(node!.because.map((fact) => factSentence(fact)).join('')).toContain('4月、5月乘70%，6月、7月、8月、9月');
    expect(node!.outOf).toBe('196/3');
    const { wouldChange } = node!;
    for (const { action, delta } of wouldChange) {
      const before = parseFraction(totalOf(trace))!;
      const after = parseFraction(totalOf(scoreYear(applyAction(year, action)).trace))!;
      expect(fractionText(minus(after, before))).toBe(delta);
    }
  });

  it('is in no way of a reading without that factor', () => {
    const year = yearCaseOf(aYear({ '2022-05': { factor: '1' } }, { rulings: { annualReading: 'headings' } }));
    expect(scoreYear(year).taskPart).toBe('65.00');
  });
});

describe('a ruling on what a month can give (Q2)', () => {
  const annex3 = { most: '65', rawTotal: '60' };
  const twoByIt = { '2022-06': annex3, '2022-07': annex3 };

  it('counts for the most of a year only in the months that were scored by it', () => {
    const later = Object.fromEntries(MONTHS.slice(6).map((month) => [month, { factor: '0.8' }]));
    const outOf = (year: YearRecords): string => scoreYear(yearCaseOf(year)).trace[0]!.outOf;
    // (4 × 49 + 2 × 45.5 + 3 × 56) / 9 × 0.7
    expect(outOf(aYear({ ...twoByIt, ...later }))).toBe('637/18');
    // (7 × 70 + 2 × 65) / 9 × 0.49, whatever the last word on it is.
    expect(outOf(aYear(twoByIt))).toBe('1519/45');
    expect(outOf(aYear(twoByIt, { rulings: { materials: 'annex-3' } }))).toBe('1519/45');
  });

  it('leaves a case without it as a file has it', () => {
    expect(yearCaseOf(aYear()).months[0]).toEqual({ month: '2022-04', rawTotal: '65' });
    const all = aYear(Object.fromEntries(MONTHS.map((month) => [month, annex3])), {
      rulings: { materials: 'annex-3' },
    });
    expect(yearCaseOf(all).months[0]).toEqual({ month: '2022-04', rawTotal: '60' });
  });

  it('moves no fixed year that is corrected after it', () => {
    const fixed = yearCaseOf(aYear(twoByIt, { rulings: { materials: 'annex-3' } }));
    const ruledSince = yearCaseOf(aYear(twoByIt, { rulings: { materials: 'annex-2' } }));
    expect(correctedYear(fixed, ruledSince, [])).toEqual({ ok: true, value: fixed });
  });
});

describe('whatever stands in the records', () => {
  const months = fc.tuple(
    ...MONTHS.map((month) =>
      fc.record({
        month: fc.constant(month),
        state: fc.option(fc.constantFrom(...ASSESSMENT_STATES)),
        isHandedIn: fc.boolean(),
        rawTotal: fc.option(fc.integer({ min: 0, max: 70 }).map(String)),
        factor: fc.constantFrom('0.7', '0.75', '1'),
        most: fc.constantFrom('65', '70', '80'),
      }),
    ),
  );

  it('is each month scored, unfinished or missing, and only scored ones are in the case', () => {
    fc.assert(
      fc.property(months, fc.constantFrom(...MONTHS, JANUARY), (all, current) => {
        const records = { ...aYear(), months: all };
        const standings = all.map((each) => yearMonthStanding(each, current));
        const scored = all.filter((_, index) => standings[index] === 'scored').map(({ month }) => month);
        expect(yearCaseOf(records).months.map(({ month }) => month)).toEqual(scored);
        const isFree = annualHindrances([records], { ...NOTHING, current }).length === 0;
        expect(isFree).toBe(!standings.includes('unfinished'));
        expect(scored.length + missingMonthsOf(records, current).length === MONTHS.length).toBe(isFree);
      }),
    );
  });

  it('corrects nothing where nothing moved', () => {
    fc.assert(
      fc.property(months, (all) => {
        const records = { ...aYear(), months: all };
        const fixed = yearCaseOf(records);
        expect(movedMonthsOf(fixed, yearCaseOf(records))).toEqual([]);
        const corrected = correctedYear(fixed, yearCaseOf(records), []);
        expect(corrected.ok && canonicalJson(corrected.value)).toBe(canonicalJson(fixed));
      }),
    );
  });
});
