import { nodeIn, numberIn, targetIn } from './plan-cells';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../kernel';
import { HEIHE_2022 } from '../samples';
import type { CellValue } from '../sheets';
import {
  changeOf,
  checkPlanChanges,
  LEDGER_COLUMNS,
  LEDGER_SHEET,
  ledgerSheet,
  measureSheet,
  planChanges,
  readLedgerPlan,
  type ListedMeasure,
  type PlanContext,
  type PlannedMeasure,
  type PlanReading,
} from './index';

const UNITS = HEIHE_2022.units.map((unit) => ({ ...unit, id: `u${String(unit.number)}` }));
const CYCLE = { year: 2022, firstPeriod: '2022-04', lastPeriod: '2022-12' };

function contextWith(plan: readonly PlannedMeasure[]): PlanContext {
  return { cycle: CYCLE, headings: HEIHE_2022.form.headings, units: UNITS, plan };
}

type Cells = Partial<Record<(typeof LEDGER_COLUMNS)[number]['title'], CellValue>>;
const RIGHT: Cells = {
  重点任务: '信用监管',
  任务标题: '（五）',
  措施: '修复失信主体',
  责任单位: '逊克县专班',
  月份: '4月',
  工作目标: '修复12户',
};

function read(rows: readonly Cells[], plan: readonly PlannedMeasure[] = []): PlanReading {
  const titles = LEDGER_COLUMNS.map(({ title }) => title);
  const cells = rows.map((row) => titles.map((title) => row[title] ?? null));
  return readLedgerPlan([{ name: LEDGER_SHEET, rows: [titles, ...cells] }], contextWith(plan));
}

function faultsOf(reading: PlanReading): readonly string[] {
  if (reading.ok) return [];
  return reading.faults.map(({ row, column, reason }) => `${String(row)} ${String(column)} ${reason}`);
}

function withoutRow(measure: ListedMeasure): Omit<ListedMeasure, 'row'> {
  return Object.fromEntries(Object.entries(measure).filter(([key]) => key !== 'row')) as unknown as Omit<
    ListedMeasure,
    'row'
  >;
}

const MEASURE: PlannedMeasure = {
  number: 1,
  task: '信用监管',
  headingId: 'h5',
  title: '修复失信主体',
  unitId: 'u6',
  leader: '分管领导',
  section: '',
  scheme: '',
  contact: '',
  target: { goal: '12', unit: '户' },
  months: ['2022-04', '2022-05'].map((period) => ({
    period,
    goal: '修复12户',
    timetable: '',
    route: '',
    detail: '',
    nodeOn: null,
  })),
};

const line = (limit: number, isLong = false): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => (isLong ? cleanText(text) : cleanLine(text)).slice(0, limit))
    .filter((text) => text === text.trim());
const some = (limit: number): fc.Arbitrary<string> => line(limit).filter((text) => text !== '');
const months = fc.uniqueArray(fc.integer({ min: 4, max: 12 }), { minLength: 1, maxLength: 9 }).chain((numbers) =>
  fc.tuple(
    ...[...numbers]
      .sort((a, b) => a - b)
      .map((number) => {
        const period = `2022-${String(number).padStart(2, '0')}`;
        const nodeOn = fc.option(
          fc.integer({ min: 1, max: 28 }).map((day) => `${period}-${String(day).padStart(2, '0')}`),
        );
        const goal = some(500);
        return fc.record({
          period: fc.constant(period),
          goal,
          timetable: line(200),
          route: line(1000, true),
          detail: line(2000, true),
          nodeOn,
        });
      }),
  ),
);
const plans = fc
  .uniqueArray(
    fc.record({
      task: some(200),
      headingId: fc.constantFrom(...HEIHE_2022.form.headings.map(({ id }) => id)),
      title: some(200),
      unitId: fc.constantFrom(...UNITS.map(({ id }) => id)),
      leader: line(100),
      section: line(100),
      scheme: line(100),
      contact: line(100),
      target: fc.option(
        fc.record({
          goal: fc.integer({ min: 1, max: 999_999_999 }).map(String),
          unit: fc.constantFrom('户', '场', '家'),
        }),
      ),
      months,
    }),
    { maxLength: 6, minLength: 1, selector: ({ unitId, title }) => `${unitId} ${title}` },
  )
  .map((measures) => measures.map((measure, index): PlannedMeasure => ({ ...measure, number: index + 1 })));

describe('the year’s plan as a list', () => {
  it('comes back as it went out: an export that is imported again changes nothing (F55)', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const context = contextWith(plan);
        const reading = readLedgerPlan([ledgerSheet(context)], context);
        expect(reading.ok).toBe(true);
        const measures = reading.ok ? reading.measures.map(withoutRow) : [];
        expect(measures).toEqual(plan);
        expect(reading.ok && planChanges(reading.measures, context)).toMatchObject({
          changes: [],
          unchanged: plan.length,
        });
      }),
    );
  });

  it('gives measures their unit by any of its names, their heading by number or name, their months in any writing', () => {
    const rows = [
      { ...RIGHT, 责任单位: '逊克县', 月份: '2022年5月', 完成时限: '5月20日前' },
      {
        ...RIGHT,
        责任单位: '逊克县政务守信践诺专班',
        任务标题: '失信主体修复',
        月份: 4,
        完成时限: new Date('2022-04-20'),
      },
    ];
    const reading = read(rows);
    expect(faultsOf(reading)).toEqual([]);
    expect(reading.ok && reading.measures).toMatchObject([
      {
        number: null,
        unitId: 'u6',
        headingId: 'h5',
        months: [
          { period: '2022-04', nodeOn: '2022-04-20' },
          { period: '2022-05', nodeOn: '2022-05-20' },
        ],
      },
    ]);
  });

  it('reads the digits of a Chinese keyboard', () => {
    expect(targetIn('２００', '户')).toEqual({ ok: true, value: { goal: '200', unit: '户' } });
    expect(numberIn('７', new Set([7]))).toEqual({ ok: true, value: 7 });
    expect(nodeIn('５月２０日', '2022-05')).toEqual({ ok: true, value: '2022-05-20' });
    expect(targetIn('９９９９９９９９９９', '户')).toMatchObject({ reason: '“９９９９９９９９９９”太大，最多9位数' });
  });

  it.each<[string, Cells, string]>([
    ['a month outside the cycle', { 月份: '3月' }, '2 月份 2022年的台账从4月到12月，不含“3月”'],
    ['two months in one row', { 月份: '4月、5月' }, '2 月份 一行填一个月，几个月请分几行'],
    ['a month that is none', { 月份: '13月' }, '2 月份 没有“13月”这个月，请填例如4月'],
    ['no month', { 月份: '' }, '2 月份 没有填'],
    ['a unit nobody knows', { 责任单位: '某某局' }, '2 责任单位 没有“某某局”这个单位，请核对名称或先导入单位'],
    ['a heading nobody knows', { 任务标题: '（十一）' }, '2 任务标题 没有“（十一）”这一项，请从年度任务标题里选'],
    ['a target with three decimals', { 目标数: '12.345', 计量单位: '户' }, '2 目标数 “12.345”要填大于0的整数，例如12'],
    ['a negative target', { 目标数: -3, 计量单位: '户' }, '2 目标数 “-3”不能是负数，请填例如12'],
    ['a target without its unit', { 目标数: 12 }, '2 目标数 填了目标数，没有填计量单位，例如户'],
    ['a unit of a target that is not there', { 计量单位: '户' }, '2 目标数 填了计量单位，没有填目标数'],
    ['a day of another month', { 完成时限: '2022-05-01' }, '2 完成时限 “2022-05-01”不在4月里'],
    ['a day that is none', { 完成时限: '4月31日' }, '2 完成时限 没有“4月31日”这一天，请填例如2022-04-20'],
    ['a number nobody gave out', { 编号: '7' }, '2 编号 没有7号措施；新的措施编号请空着'],
    ['words for a number', { 编号: '七' }, '2 编号 编号要填整数；新的措施空着，编号会自动给'],
    ['a measure without a goal', { 工作目标: '' }, '2 工作目标 没有填'],
    ['a name that is too long', { 措施: '长'.repeat(201) }, '2 措施 最多200个字，请写短些'],
  ])('names the row with %s', (_what, cells, fault) => {
    expect(faultsOf(read([{ ...RIGHT, ...cells }]))).toEqual([fault]);
  });

  it('refuses a measure twice in one month, and one that says different things of itself', () => {
    expect(faultsOf(read([RIGHT, { ...RIGHT }]))).toEqual(['3 月份 这项措施的4月和第2行重复，请留一行']);
    expect(faultsOf(read([RIGHT, { ...RIGHT, 月份: '5月', 分管领导: '另一位' }]))).toEqual([
      '3 分管领导 和第2行同一项措施，这一格却不一样',
    ]);
    const known = [MEASURE, { ...MEASURE, number: 2, title: '另一项' }];
    expect(
      faultsOf(
        read(
          [
            { ...RIGHT, 编号: '1' },
            { ...RIGHT, 编号: '2' },
          ],
          known,
        ),
      ),
    ).toEqual(['3 措施 和第2行同名，编号却不同']);
  });

  it('refuses a list without its sheet, without rows, or with too many', () => {
    expect(faultsOf(readLedgerPlan([], contextWith([])))).toEqual(['null null 没有“总台账”这张表，请用导出的模板']);
    expect(faultsOf(read([]))).toEqual(['null null 表是空的，没有可导入的']);
    expect(faultsOf(read(Array.from({ length: 20_001 }, () => RIGHT)))).toEqual(['null null 最多20000行，请分开导入']);
  });

  it('reads whatever a spreadsheet may hold, and never throws', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.date());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 5 }), (rows) => {
        const titles = LEDGER_COLUMNS.map(({ title }) => title);
        expect(
          typeof readLedgerPlan([{ name: LEDGER_SHEET, rows: [titles, ...rows] }], contextWith([MEASURE])).ok,
        ).toBe('boolean');
      }),
    );
  });
});

describe('a change of plan', () => {
  it('says what is new, changed, gone and untouched before it is applied', () => {
    const plan = [MEASURE, { ...MEASURE, number: 2, title: '另一项' }, { ...MEASURE, number: 3, title: '第三项' }];
    const rows = [
      { ...RIGHT, 编号: '1', 目标数: 15, 计量单位: '户' },
      { ...RIGHT, 措施: '第四项' },
      { ...RIGHT, 编号: '3', 措施: '第三项', 目标数: 12, 计量单位: '户' },
      { ...RIGHT, 编号: '3', 措施: '第三项', 目标数: 12, 计量单位: '户', 月份: '5月' },
    ];
    const reading = read(rows, plan);
    expect(faultsOf(reading)).toEqual([]);
    const changes = planChanges(reading.ok ? reading.measures : [], contextWith(plan));
    expect(changes).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 1 });
    expect(changes.changes.map(({ kind, number, words }) => [kind, number, words])).toEqual([
      ['added', null, ['有4月']],
      ['changed', 1, ['目标数：12户 → 15户', '去掉5月']],
      ['removed', 2, ['去掉4月、5月']],
    ]);
  });

  it('never wipes with an empty cell what a unit filled in itself (art. 9)', () => {
    const reading = read([{ ...RIGHT, 编号: '1', 分管领导: '' }], [MEASURE]);
    expect(reading.ok && reading.measures[0]).toMatchObject({ leader: '分管领导' });
  });

  it('leaves a scored month its plan, and a done month its place', () => {
    const gone = changeOf(MEASURE, { ...MEASURE, months: MEASURE.months.slice(1) }, contextWith([]));
    const row = { number: 1, period: '2022-04', rowUnitId: 'u6' } as const;
    const standing = { ...contextWith([]), owed: [], now: '2022-05-17T02:00:00.000Z' };
    const check = (changes: Parameters<typeof checkPlanChanges>[0], state: 'planned' | 'done', isScored: boolean) =>
      checkPlanChanges(changes, { ...standing, rows: [{ ...row, state, isScored }] });
    expect(check(gone, 'planned', false).ok).toBe(true);
    expect(check(gone, 'done', false)).toMatchObject({
      refusals: [{ code: 'ledger.done-month-removed', facts: { month: '4月' } }],
    });
    const other = changeOf(
      MEASURE,
      { ...MEASURE, months: MEASURE.months.map((month) => ({ ...month, goal: '改了' })) },
      contextWith([]),
    );
    expect(check(other, 'planned', true)).toMatchObject({
      refusals: [{ code: 'ledger.scored-month-changed' }],
    });
  });

  it('reads a measure typed in the app by the same rules', () => {
    const month = { month: '4月', goal: '修复12户', timetable: '', nodeOn: '4月31日', route: '', detail: '' };
    const typed = {
      task: '信用监管',
      heading: '五',
      title: '修复',
      unit: '逊克县',
      leader: '',
      section: '',
      scheme: '',
      contact: '',
      targetGoal: '',
      targetUnit: '',
    };
    const sheet = measureSheet(null, { ...typed, months: [month] });
    expect(faultsOf(readLedgerPlan([sheet], contextWith([])))).toEqual([
      '2 完成时限 没有“4月31日”这一天，请填例如2022-04-20',
    ]);
  });
});
