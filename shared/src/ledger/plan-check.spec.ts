import { sentenceFor } from '../messages';
import {
  addedByUnit,
  addedWords,
  changeOf,
  checkPlanChanges,
  planChanges,
  type ListedMeasure,
  type MonthPlan,
  type OwedAssessment,
  type PlanStanding,
  type StandingRow,
} from '.';

const monthOf = (period: string): MonthPlan => {
  return { period, goal: '办1场', timetable: '', nodeOn: null, route: '', detail: '' };
};
const MEASURE: ListedMeasure = {
  number: null,
  task: '信用惠企',
  headingId: 'h9',
  title: '银企对接',
  unitId: 'u6',
  leader: '',
  section: '',
  scheme: '',
  contact: '',
  target: null,
  months: ['2022-04', '2022-05'].map(monthOf),
  row: 7,
};
const SCORED: StandingRow = { number: 9, period: '2022-04', rowUnitId: 'u6', state: 'done', isScored: true };
const NOTHING = { plan: [], headings: [], units: [] };
const STANDING: PlanStanding = {
  cycle: { year: 2022, firstPeriod: '2022-04', lastPeriod: '2022-12' },
  units: [{ id: 'u6', name: '逊克县', fullName: '', aliases: [] }],
  rows: [],
  owed: [],
  now: '2022-05-17T02:00:00.000Z',
};
const IN: OwedAssessment = {
  unitId: 'u6',
  period: '2022-05',
  dueAt: '2022-05-23T16:00:00.000Z',
  metAt: '2022-05-17T01:00:00.000Z',
  channel: 'app',
  waivedAt: null,
  closesAt: null,
};
const { changes: NEW } = planChanges([MEASURE], NOTHING);

const sentences = (standing: Partial<PlanStanding>): readonly string[] => {
  const outcome = checkPlanChanges(NEW, { ...STANDING, ...standing });
  return outcome.ok ? [] : outcome.refusals.map((refusal) => sentenceFor(refusal));
};

it('takes no new measure into a month in which its unit is scored, and names the row of the list', () => {
  const facts = { label: '逊克县 银企对接', unit: '逊克县', month: '4月', next: '5月', row: 7 };
  const refusals = [{ code: 'ledger.scored-month-added', facts }];
  const check = (row: StandingRow) => checkPlanChanges(NEW, { ...STANDING, rows: [row] });
  expect(check(SCORED)).toEqual({ ok: false, refusals });
  expect(check({ ...SCORED, rowUnitId: 'u7' }).ok).toBe(true);
  expect(check({ ...SCORED, isScored: false }).ok).toBe(true);
});

it('lets none go from a month whose self-assessment is in or that was reviewed: its unit signed a share of it', () => {
  const known = { ...MEASURE, number: 9 };
  const row: StandingRow = { ...SCORED, period: '2022-05', state: 'planned', isScored: false };
  const codes = (after: object, owed: readonly OwedAssessment[]): readonly string[] => {
    const outcome = checkPlanChanges(changeOf(known, { ...known, ...after }, NOTHING), {
      ...STANDING,
      rows: [row],
      owed,
    });
    return outcome.ok ? [] : outcome.refusals.map((refusal) => sentenceFor(refusal));
  };
  const shorter = { months: [monthOf('2022-04')] };
  const said = ['第9号 逊克县 银企对接，5月自查评分已交或者已复核，这个月不能去掉。'];
  expect(codes(shorter, [IN])).toEqual(said);
  expect(codes(shorter, [{ ...IN, metAt: null, channel: null, closesAt: STANDING.now }])).toEqual(said);
  expect(codes({ unitId: 'u7' }, [IN])).toEqual(said);
  expect(codes(shorter, [{ ...IN, metAt: null, channel: null }])).toEqual([]);
  expect(codes({ leader: '换人' }, [IN])).toEqual([]);
});

it('takes none either that gets longer or comes from another unit; who leads it may change', () => {
  const known = { ...MEASURE, number: 1 };
  const isAllowed = (before: object): boolean =>
    checkPlanChanges(changeOf({ ...known, ...before }, known, NOTHING), { ...STANDING, rows: [SCORED] }).ok;
  expect(isAllowed({ months: [monthOf('2022-05')] })).toBe(false);
  expect(isAllowed({ unitId: 'u7' })).toBe(false);
  expect(isAllowed({ leader: '换人' })).toBe(true);
});

it('takes none into a month whose self-assessment is in, and says what may be done instead (附件2二（一）1)', () => {
  expect(sentences({ owed: [IN] })).toEqual([
    '逊克县 银企对接：逊克县5月自查评分已交，不能再加措施。可以请它在复核前撤回，或加到6月。',
  ]);
  expect(sentences({ owed: [IN], now: IN.dueAt })).toEqual([
    '逊克县 银企对接：逊克县5月自查评分已交，不能再加措施。可以加到6月。',
  ]);
  expect(sentences({ owed: [{ ...IN, channel: 'email' }] })[0]).toContain('已交，不能再加措施。可以加到6月。');
  expect(sentences({ owed: [IN], cycle: { ...STANDING.cycle, lastPeriod: '2022-05' }, now: IN.dueAt })).toEqual([
    '逊克县 银企对接：逊克县5月自查评分已交，不能再加措施。',
  ]);
});

it('takes none into a month that was reviewed without a sheet, and any while one is still owed', () => {
  const owed = { ...IN, metAt: null, channel: null };
  expect(sentences({ owed: [owed] })).toEqual([]);
  expect(sentences({ owed: [owed], now: '2022-05-25T02:00:00.000Z' })).toEqual([]);
  expect(sentences({ owed: [{ ...owed, closesAt: STANDING.now }] })).toEqual([
    '逊克县 银企对接：逊克县5月考评已复核，不能再加措施。可以加到6月。',
  ]);
  const waived = { ...owed, waivedAt: STANDING.now };
  expect(sentences({ owed: [waived] })).toEqual([]);
  expect(sentences({ owed: [waived], now: IN.dueAt })).toHaveLength(1);
  expect(sentences({ owed: [{ ...IN, unitId: 'u7' }] })).toEqual([]);
});

it('tells a unit in one line of everything that it got, and nothing to one that got nothing', () => {
  const longer = { ...MEASURE, number: 1, title: '另一项', months: ['2022-05', '2022-06'].map(monthOf) };
  const changes = [...NEW, ...changeOf({ ...longer, months: [monthOf('2022-05')] }, longer, NOTHING)];
  const added = addedByUnit(changes, []).get('u6')!;
  expect(addedWords(added, '市里新部署。')).toEqual({
    title: '4月、5月、6月台账加了2项措施',
    body: '“银企对接”、“另一项”。理由：市里新部署。',
  });
  expect(addedWords(added.slice(1), '新部署').title).toBe('6月台账加了1项措施：另一项');
  const led = changeOf(longer, { ...longer, leader: '换人' }, NOTHING);
  expect(addedByUnit(led, []).size).toBe(0);
});
