import { changeOf, checkPlanChanges, planChanges, type ListedMeasure, type MonthPlan, type StandingRow } from '.';

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

it('takes no new measure into a month in which its unit is scored, and names the row of the list', () => {
  const { changes } = planChanges([MEASURE], NOTHING);
  const facts = { title: '银企对接', month: '4月', row: 7 };
  const refusals = [{ code: 'ledger.scored-month-added', facts }];
  expect(checkPlanChanges(changes, [SCORED])).toEqual({ ok: false, refusals });
  expect(checkPlanChanges(changes, [{ ...SCORED, rowUnitId: 'u7' }]).ok).toBe(true);
  expect(checkPlanChanges(changes, [{ ...SCORED, isScored: false }]).ok).toBe(true);
});

it('takes none either that gets longer or comes from another unit; who leads it may change', () => {
  const known = { ...MEASURE, number: 1 };
  const isAllowed = (before: object): boolean =>
    checkPlanChanges(changeOf({ ...known, ...before }, known, NOTHING), [SCORED]).ok;
  expect(isAllowed({ months: [monthOf('2022-05')] })).toBe(false);
  expect(isAllowed({ unitId: 'u7' })).toBe(false);
  expect(isAllowed({ leader: '换人' })).toBe(true);
});
