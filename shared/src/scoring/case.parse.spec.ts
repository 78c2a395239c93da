import { aMonth, aYear } from '../samples';
import { sentenceFor } from '../messages';
import { parseRulings } from './case.rulings';
import { parseScoreCase } from './case.parse';
import { CASE_LIMITS } from './case';
import { HEIHE_2022_REGULATION } from './regulations/heihe-2022';

const MONTH = aMonth().done(2).onTime(1).informed(1, { highQuality: true, adopted: true }).approved(1).built;
const YEAR = aYear('65', 2, 1);

function faultsIn(input: unknown): readonly string[] {
  const outcome = parseScoreCase(input);
  return outcome.ok
    ? []
    : outcome.refusals.map(({ code, facts }) =>
        `${code.replace('scoring.', '')} ${String(facts['path'] ?? '')}`.trim(),
      );
}
function without(record: object, key: string): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
/** The first measure, obligation, … of a case with something changed. */
function withFirst(list: string, change: object, given: object = MONTH): object {
  const [first, ...others] = (given as Record<string, object[]>)[list]!;
  return { ...given, [list]: [{ ...first, ...change }, ...others] };
}

describe('a case from outside', () => {
  it.each([null, undefined, 7, 'month', true, [], [MONTH]])('is no case: %j', (input) => {
    expect(faultsIn(input)).toEqual(['case-unreadable']);
  });

  it.each([{}, { kind: 'week' }, { kind: ['month'] }, { ...MONTH, kind: 'Month' }])(
    'has no known kind: %j',
    (input) => {
      expect(faultsIn(input)).toEqual(['kind-unknown']);
    },
  );

  it.each(['', 'heihe-2021', 'HEIHE-2022', '__proto__', 'constructor', 7, null])(
    'names no regulation with %j',
    (regulation) => {
      expect(faultsIn({ ...MONTH, regulation })).toEqual(['regulation-unknown']);
    },
  );

  it.each(['month', 'unit', 'measures', 'obligations', 'information', 'adjustments'])('may not leave out %s', (key) => {
    expect(faultsIn(without(MONTH, key))).toEqual([`field-missing ${key}`]);
  });

  it.each(['unit', 'months', 'innovations'])('of a year may not leave out %s', (key) => {
    expect(faultsIn(without(YEAR, key))).toEqual([`field-missing ${key}`]);
  });

  it('may leave out its rulings alone', () => {
    expect(parseScoreCase(without(MONTH, 'rulings'))).toEqual({ ok: true, value: MONTH });
    expect(parseScoreCase(without(YEAR, 'rulings'))).toEqual({ ok: true, value: YEAR });
    expect(faultsIn({ ...MONTH, rulings: null })).toEqual(['unreadable rulings']);
    expect(faultsIn({ ...MONTH, rulings: [] })).toEqual(['unreadable rulings']);
  });

  it('may not bring what nobody asked for, a prototype least of all', () => {
    expect(faultsIn({ ...MONTH, months: [] })).toEqual(['unknown-field months']);
    expect(faultsIn(JSON.parse(JSON.stringify(MONTH).replace('{', '{"__proto__":{"kind":"year"},')))).toEqual([
      'unknown-field __proto__',
    ]);
    expect(faultsIn(withFirst('measures', { weight: 2 }))).toEqual(['unknown-field measures/0/weight']);
    expect(faultsIn(withFirst('months', { score: '5' }, YEAR))).toEqual(['unknown-field months/0/score']);
  });

  it.each([
    ['measures', 'done', [1, 'true', null], 'not-a-claim'],
    ['measures', 'failedSpotCheck', [0, 'false', null], 'not-a-claim'],
    ['measures', 'id', [1, '', '   ', null, 'x'.repeat(CASE_LIMITS.id + 1)], 'text-missing'],
    [
      'obligations',
      'dueAt',
      [null, '2022-05-20', '2022-05-20T16:00:00Z', '2022-02-30T00:00:00.000Z', 5],
      'instant-unreadable',
    ],
    [
      'obligations',
      'metAt',
      ['', '2022-05-20T24:00:00.000Z', '2022-05-20T16:00:00.000+08:00', 0, false],
      'instant-unreadable',
    ],
    ['obligations', 'kind', ['', 7], 'text-missing'],
    ['information', 'highQuality', ['yes', 1], 'not-a-claim'],
    ['information', 'adopted', [null, []], 'not-a-claim'],
    ['adjustments', 'type', ['new-task', '', 1, 'toString'], 'choice-unknown'],
    ['adjustments', 'approved', ['true', 1], 'not-a-claim'],
  ])('names the place of a wrong %s %s', (list, field, values, code) => {
    for (const value of values)
      expect(faultsIn(withFirst(list, { [field]: value }))).toEqual([`${code} ${list}/0/${field}`]);
  });

  it.each([0, 7, 1.5, '1', null, -1])('has no innovation of kind %j (annex 2 lists six)', (kind) => {
    expect(faultsIn(withFirst('innovations', { kind }, YEAR))).toEqual(['choice-unknown innovations/0/kind']);
  });

  it.each([
    ['2022-03', 'month-outside'],
    ['2023-01', 'month-outside'],
    ['2021-05', 'month-outside'],
    ['2022-13', 'month-unreadable'],
    ['2022-5', 'month-unreadable'],
    ['', 'month-unreadable'],
    [202205, 'month-unreadable'],
  ])('refuses the month %j: the cycle runs from April to December 2022 (R48)', (month, code) => {
    expect(faultsIn({ ...MONTH, month })).toEqual([`${code} month`]);
    expect(faultsIn(withFirst('months', { month }, YEAR))).toEqual([`${code} months/0/month`]);
  });

  it('refuses the same id twice in one list, and takes it in two lists', () => {
    const twice = { ...MONTH.measures[0], id: MONTH.measures[1]!.id };
    expect(faultsIn({ ...MONTH, measures: [...MONTH.measures, twice] })).toEqual(['duplicate-id measures/2/id']);
    expect(faultsIn(withFirst('information', { id: 'm1' }))).toEqual([]);
    expect(faultsIn({ ...YEAR, months: [...YEAR.months, YEAR.months[0]] })).toEqual(['duplicate-month months/2/month']);
  });

  it.each(['measures', 'obligations', 'information', 'adjustments'])(
    'wants %s as a list of records, of a length that anybody has',
    (list) => {
      expect(faultsIn({ ...MONTH, [list]: {} })).toEqual([`not-a-list ${list}`]);
      expect(faultsIn({ ...MONTH, [list]: null })).toEqual([`not-a-list ${list}`]);
      expect(faultsIn({ ...MONTH, [list]: ['x', null, []] })).toEqual(
        [0, 1, 2].map((index) => `unreadable ${list}/${String(index)}`),
      );
      expect(faultsIn({ ...MONTH, [list]: Array(CASE_LIMITS.entries + 1).fill({}) })).toEqual([`too-many ${list}`]);
    },
  );

  it.each([
    '0',
    '65',
    '65.0',
    '34.285714',
    '39.375',
    '455/7',
    '0/9',
    '70',
    '70.000',
    '00070',
    '1/3',
    `1.${'0'.repeat(150)}`,
  ])('takes the raw total %s as it is, exactly', (rawTotal) => {
    expect(faultsIn(withFirst('months', { rawTotal }, YEAR))).toEqual([]);
  });

  it.each([
    [65, 'number-bare'],
    [null, 'number-unreadable'],
    ['', 'number-unreadable'],
    ['sixty', 'number-unreadable'],
    ['６５', 'number-unreadable'],
    ['65,5', 'number-unreadable'],
    ['6.5e1', 'number-unreadable'],
    ['=1+1', 'number-unreadable'],
    ['1.5/2', 'number-unreadable'],
    ['-1', 'negative'],
    ['-1/3', 'negative'],
    ['1/0', 'divided-by-zero'],
    ['1/000', 'divided-by-zero'],
    ['70.001', 'too-high'],
    ['71', 'too-high'],
    ['491/7', 'too-high'],
    ['9'.repeat(CASE_LIMITS.digits), 'too-high'],
    ['9'.repeat(CASE_LIMITS.digits + 1), 'number-too-long'],
  ])('refuses the raw total %j', (rawTotal, code) => {
    expect(faultsIn(withFirst('months', { rawTotal }, YEAR))).toEqual([`${code} months/0/rawTotal`]);
  });

  it('takes a raw total above 70 only as far as a ruling raised the cap', () => {
    const raised = { ...withFirst('months', { rawTotal: '75' }, YEAR), rulings: { adjustmentCap: '25' } };
    expect(faultsIn(raised)).toEqual([]);
    expect(
      faultsIn({ ...raised, ...withFirst('months', { rawTotal: '75.5' }, YEAR), rulings: { adjustmentCap: '25' } }),
    ).toEqual(['too-high months/0/rawTotal']);
  });

  it('gives every reason, each with its sentence', () => {
    const faults = {
      ...MONTH,
      unit: '',
      measures: [{ id: 'a', done: 1 }],
      obligations: 5,
      rulings: { x: 1, monthlyFactor: '2' },
    };
    expect(faultsIn(faults)).toEqual([
      'text-missing unit',
      'field-missing measures/0/failedSpotCheck',
      'not-a-claim measures/0/done',
      'not-a-list obligations',
      'ruling-unknown rulings/x',
      'too-high rulings/monthlyFactor',
    ]);
    const outcome = parseScoreCase(faults);
    expect(outcome.ok ? [] : outcome.refusals.map(sentenceFor)).toEqual([
      '“unit”要写文字，最多200个字。',
      '少了措施第1条“failedSpotCheck”，请补上。',
      '措施第1条“done”要写true或false。',
      '“obligations”要写成列表。',
      '没有口径“x”这一项，请核对名称。',
      '口径“monthlyFactor”最多是1，请核对。',
    ]);
  });

  it('collects no more reasons than anybody reads', () => {
    expect(faultsIn({ ...MONTH, measures: Array(1000).fill(7) })).toHaveLength(50);
  });
});

describe('the rulings of a case (Q1, Q2, Q10, Q15)', () => {
  const parsed = (rulings: unknown): unknown => {
    const outcome = parseRulings(rulings, HEIHE_2022_REGULATION);
    return outcome.ok ? outcome.value : outcome.refusals.map(({ code }) => code.replace('scoring.', ''));
  };

  it.each([
    { monthlyFactor: '0' },
    { monthlyFactor: '0.7' },
    { annualFactor: '1' },
    { monthlyFactor: '0.123456789012' },
    { emptyLedger: 'zero' },
    { materials: 'annex-3' },
    { adjustmentCap: '0' },
    { adjustmentCap: '12.5' },
    { annualReading: 'headings', monthlyFactor: '1.0' },
    {},
  ])('may be %j', (rulings) => {
    expect(parsed(rulings)).toEqual(rulings);
  });

  it.each([
    [parseRulings({ monthlyFactor: 'x' }, HEIHE_2022_REGULATION), '请写成“0.7”这样的数。'],
    [parseRulings({ monthlyFactor: '7/10' }, HEIHE_2022_REGULATION), '请写成“0.7”这样的数。'],
    [parseRulings({ monthlyFactor: 0.7 }, HEIHE_2022_REGULATION), '要写成带引号的文字，不要直接写数。'],
    [parseScoreCase(withFirst('months', { rawTotal: '4.5/7' }, YEAR)), '请写成“70”或“1/3”这样的数。'],
  ])('says how a number is written, with one that is allowed there', (outcome, sentence) => {
    expect(outcome.ok ? '' : sentenceFor(outcome.refusals[0])).toContain(sentence);
  });

  it('may give the cap as a number', () => {
    expect(parsed({ adjustmentCap: 20 })).toEqual({ adjustmentCap: '20' });
    expect(parsed({ adjustmentCap: 2.5 })).toEqual({ adjustmentCap: '2.5' });
  });

  it.each([
    [{ monthlyFactor: 0.7 }, 'number-bare'],
    [{ monthlyFactor: '' }, 'number-unreadable'],
    [{ monthlyFactor: '7/10' }, 'number-unreadable'],
    [{ monthlyFactor: null }, 'number-unreadable'],
    [{ monthlyFactor: '-0.7' }, 'negative'],
    [{ monthlyFactor: '1.01' }, 'too-high'],
    [{ annualFactor: '70' }, 'too-high'],
    [{ monthlyFactor: '0.1234567890123' }, 'too-many-places'],
    [{ adjustmentCap: -1 }, 'negative'],
    [{ adjustmentCap: 1e21 }, 'number-unreadable'],
    [{ adjustmentCap: 5000 }, 'too-high'],
    [{ adjustmentCap: '2.125' }, 'too-many-places'],
    [{ adjustmentCap: true }, 'number-unreadable'],
    [{ emptyLedger: 'half' }, 'choice-unknown'],
    [{ emptyLedger: null }, 'choice-unknown'],
    [{ materials: 'annex-4' }, 'choice-unknown'],
    [{ materials: '__proto__' }, 'choice-unknown'],
    [{ annualReading: 'toString' }, 'choice-unknown'],
    [{ constructor: 'x' }, 'ruling-unknown'],
    [{ MonthlyFactor: '0.7' }, 'ruling-unknown'],
  ])('may not be %j', (rulings, code) => {
    expect(parsed(rulings)).toEqual([code]);
  });
});
