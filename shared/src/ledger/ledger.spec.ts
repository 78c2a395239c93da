import { HEIHE_2022, INVESTMENT_2022, sampleGroups, sampleLedger } from '../samples';
import {
  allowedRowActions,
  checkReason,
  checkSaid,
  countDeadlines,
  cutOffOf,
  deadlineStanding,
  deadlineTrend,
  decideRowAction,
  headingLabel,
  inWorkingOrder,
  leftOf,
  missingOnes,
  monthStanding,
  nodeOf,
  parseOwnOnes,
  ROW_ACTIONS,
  ROW_STATES,
  shortWords,
  type RowSituation,
} from './index';

const OPEN: RowSituation = {
  state: 'planned',
  role: 'liaison',
  isScored: false,
  period: '2022-05',
  nodeOn: '2022-05-20',
  cutOff: '2022-05-23',
};

function codesOf(outcome: {
  readonly ok: boolean;
  readonly refusals?: readonly { readonly code: string }[];
}): readonly string[] {
  return (outcome.refusals ?? []).map(({ code }) => code);
}

describe('a month of a measure', () => {
  it('is marked done by the unit, and taken back before it is scored (art. 9)', () => {
    expect(decideRowAction('mark-done', OPEN)).toEqual({ ok: true, value: 'done' });
    expect(decideRowAction('reopen', { ...OPEN, state: 'done' })).toEqual({ ok: true, value: 'planned' });
    expect(codesOf(decideRowAction('reopen', { ...OPEN, state: 'done', isScored: true }))).toEqual([
      'ledger.month-scored',
    ]);
  });

  it('counts as 按计划推进 only where its day lies after the cut-off (Q6)', () => {
    expect(codesOf(decideRowAction('mark-on-schedule', { ...OPEN, nodeOn: '2022-05-23' }))).toEqual([
      'ledger.node-within',
    ]);
    expect(decideRowAction('mark-on-schedule', { ...OPEN, nodeOn: '2022-05-24' })).toEqual({
      ok: true,
      value: 'on-schedule',
    });
    expect(decideRowAction('mark-on-schedule', { ...OPEN, nodeOn: null })).toEqual({ ok: true, value: 'on-schedule' });
    expect(decideRowAction('mark-on-schedule', { ...OPEN, cutOff: null }).ok).toBe(false);
  });

  it('is answered after its month was scored where it stood as 按计划推进 (Q6), and nothing else is', () => {
    const scored = { ...OPEN, isScored: true };
    expect(allowedRowActions({ ...scored, state: 'on-schedule' })).toEqual(['record', 'mark-done']);
    for (const state of ['planned', 'done', 'returned'] as const) {
      expect(allowedRowActions({ ...scored, state })).toEqual([]);
    }
  });

  it('is moved by the unit no more once its month is reviewed, but where it stood as 按计划推进 (Q6)', () => {
    const reviewed = { ...OPEN, isReviewed: true };
    expect(allowedRowActions({ ...reviewed, state: 'on-schedule' })).toEqual(['record', 'mark-done']);
    for (const state of ['planned', 'done', 'returned'] as const) {
      expect(allowedRowActions({ ...reviewed, state })).toEqual(['record']);
    }
    expect(codesOf(decideRowAction('mark-done', reviewed))).toEqual(['ledger.month-reviewed']);
    expect(decideRowAction('return', { ...reviewed, role: 'lead-officer', state: 'done' }).ok).toBe(true);
  });

  it('is returned by the lead unit with a reason, and only corrected once a score rests on it', () => {
    const lead = { ...OPEN, role: 'lead-officer', state: 'done' } as const;
    expect(decideRowAction('return', lead)).toEqual({ ok: true, value: 'returned' });
    expect(codesOf(decideRowAction('return', { ...lead, isScored: true }))).toEqual(['ledger.month-scored']);
    expect(decideRowAction('correct-undone', { ...lead, isScored: true })).toEqual({ ok: true, value: 'returned' });
    expect(codesOf(decideRowAction('correct-undone', lead))).toEqual(['ledger.month-not-scored']);
    expect(codesOf(checkReason('return', '  '))).toEqual(['ledger.reason-missing']);
    expect(checkReason('mark-done', '').ok).toBe(true);
    expect(codesOf(checkReason('plan', '长'.repeat(201)))).toEqual(['ledger.reason-too-long']);
  });

  it('that was given back by mistake is put right by the lead unit between its review and its score', () => {
    const lead = { ...OPEN, role: 'lead-officer', state: 'returned' } as const;
    expect(allowedRowActions({ ...lead, isReviewed: true })).toEqual(['correct-done']);
    expect(decideRowAction('correct-done', { ...lead, isReviewed: true })).toEqual({ ok: true, value: 'done' });
    expect(codesOf(decideRowAction('correct-done', lead))).toEqual(['ledger.month-not-scored']);
    expect(allowedRowActions({ ...lead, isReviewed: true, state: 'planned' })).toEqual([]);
  });

  it('is for its unit and the lead unit alone; nobody else may do anything', () => {
    for (const state of ROW_STATES) {
      for (const role of ['leader', 'administrator'] as const) {
        for (const isScored of [true, false]) expect(allowedRowActions({ ...OPEN, role, state, isScored })).toEqual([]);
      }
    }
    for (const action of ROW_ACTIONS) {
      const by = (role: RowSituation['role']): boolean =>
        ROW_STATES.some((state) =>
          [true, false].some(
            (isScored) => decideRowAction(action, { ...OPEN, nodeOn: null, role, state, isScored }).ok,
          ),
        );
      expect([by('liaison'), by('lead-officer')].filter(Boolean)).toHaveLength(1);
    }
  });

  it('stands against its day: the day itself is in time (art. 12)', () => {
    const row = { period: '2022-05', nodeOn: '2022-05-20', state: 'planned' } as const;
    expect(deadlineStanding(row, '2022-05-16')).toBe('on-track');
    expect(deadlineStanding(row, '2022-05-17')).toBe('at-risk');
    expect(deadlineStanding(row, '2022-05-20')).toBe('at-risk');
    expect(deadlineStanding(row, '2022-05-21')).toBe('late');
    expect(deadlineStanding({ ...row, state: 'done' }, '2022-06-30')).toBe('done');
    expect(deadlineStanding({ ...row, state: 'on-schedule' }, '2022-05-18')).toBe('on-schedule');
    expect(nodeOf({ period: '2022-05', nodeOn: null })).toBe('2022-05-31');
    expect(countDeadlines([row, row, { ...row, state: 'done' }], '2022-05-21')).toMatchObject({ late: 2, done: 1 });
  });

  it('trends against the month before: what is done of what was planned (art. 12)', () => {
    const counts = { done: 3, 'on-schedule': 0, 'on-track': 0, 'at-risk': 0, late: 1 };
    const months = [
      { period: '2022-03', counts: { ...counts, done: 0, late: 0 } },
      { period: '2022-04', counts },
      { period: '2022-05', counts: { ...counts, done: 1, 'on-track': 1, 'at-risk': 1, late: 0 } },
    ];
    expect(deadlineTrend(months, '2022-05')).toEqual({
      period: '2022-05',
      total: 3,
      done: 1,
      percent: '33.33',
      atRisk: 1,
      late: 0,
      before: { period: '2022-04', percent: '75.00' },
    });
    expect(deadlineTrend(months, '2022-04')).toMatchObject({ late: 1, before: null });
    expect(deadlineTrend(months, '2022-03')).toBeNull();
    expect(deadlineTrend(months, '2022-06')).toBeNull();
  });

  it('has the day of the self-assessment as its cut-off, else that of the report', () => {
    expect(cutOffOf(HEIHE_2022.settings, '2022-05')).toBe('2022-05-23');
    expect(cutOffOf(INVESTMENT_2022.settings, '2022-05')).toBe('2022-05-24');
    expect(cutOffOf(HEIHE_2022.settings, '2022-03')).toBeNull();
  });

  it('is not marked done without a word of what was done or came of it', () => {
    for (const said of [
      { work: '', result: '' },
      { work: ' 　', result: '\n' },
    ]) {
      expect(codesOf(checkSaid('mark-done', said))).toEqual(['ledger.nothing-said']);
      expect(checkSaid('record', said).ok).toBe(true);
    }
    expect(checkSaid('mark-done', { work: '', result: '3场。' }).ok).toBe(true);
  });

  it.each([
    [null, '3', null, null],
    [{ goal: '4', unit: '场' }, '3', 1, '3/4场'],
    [{ goal: '4', unit: '场' }, '', 4, '没填完成数'],
    [{ goal: '4', unit: '场' }, '5', 0, null],
  ])('knows what is still missing to its goal', (target, figure, left, words) => {
    expect(leftOf(target, figure)).toBe(left);
    expect(shortWords(target, figure)).toBe(words);
  });
});

describe('a unit’s month', () => {
  it.each([
    [{ total: 0, done: 0, onSchedule: 0 }, '2022-05', 'none'],
    [{ total: 7, done: 0, onSchedule: 0 }, '2022-06', 'ahead'],
    [{ total: 7, done: 6, onSchedule: 1 }, '2022-05', 'current'],
    [{ total: 7, done: 7, onSchedule: 0 }, '2022-05', 'all-done'],
    [{ total: 7, done: 6, onSchedule: 1 }, '2022-04', 'all-done'],
    [{ total: 7, done: 6, onSchedule: 0 }, '2022-04', 'undone'],
  ] as const)('of %j in %s is %s', (counts, period, standing) => {
    expect(monthStanding({ period, ...counts }, '2022-05')).toBe(standing);
  });

  it('shows what is not done first, then by heading and number', () => {
    const row = (state: 'done' | 'planned' | 'returned', headingId: string, number: number) => ({
      state,
      measure: { headingId, number },
    });
    const rows = [
      row('done', 'h1', 1),
      row('planned', 'h8', 2),
      row('planned', 'h5', 4),
      row('planned', 'h5', 3),
      row('returned', 'h9', 5),
    ];
    expect(inWorkingOrder(rows, HEIHE_2022.form.headings).map(({ measure }) => measure.number)).toEqual([
      5, 3, 4, 2, 1,
    ]);
  });
});

describe('the six ones (art. 9)', () => {
  const measure = {
    title: '窗口亮码',
    unitId: 'u6',
    leader: '',
    section: '信用工作股',
    scheme: '推广方案',
    contact: '',
  };

  it('are listed where they are missing', () => {
    expect(missingOnes(measure)).toEqual(['leader', 'contact']);
    expect(missingOnes({ ...measure, leader: '某岗', contact: '某岗' })).toEqual([]);
  });

  it('are filled in one by one; whatever else comes is refused', () => {
    expect(parseOwnOnes({ leader: ' 分管\n副县长 ' })).toEqual({ ok: true, value: { leader: '分管 副县长' } });
    expect(codesOf(parseOwnOnes({ unitId: 'u7' }))).toEqual(['ledger.ones-unreadable']);
    expect(codesOf(parseOwnOnes({ leader: 7, scheme: '长'.repeat(101) }))).toEqual([
      'ledger.text-unreadable',
      'ledger.text-too-long',
    ]);
  });
});

describe('the sample plans', () => {
  it.each(sampleGroups)('of $key name headings and units of their own, and months of the cycle', (group) => {
    const measures = sampleLedger(group);
    const headings = new Map(group.form.headings.map((heading) => [heading.id, headingLabel(heading)]));
    expect(measures.length).toBeGreaterThan(3);
    for (const { headingId, months } of measures) {
      expect(headings.has(headingId)).toBe(true);
      for (const { period } of months) {
        expect(period >= group.settings.firstPeriod && period <= group.settings.lastPeriod).toBe(true);
      }
    }
  });

  it('give a county about seven measures a month', () => {
    const xunke = sampleLedger(HEIHE_2022).filter(({ unitNumber }) => unitNumber === 6);
    expect(xunke.filter(({ months }) => months.some(({ period }) => period === '2022-05'))).toHaveLength(7);
  });
});
