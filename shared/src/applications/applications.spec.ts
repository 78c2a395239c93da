import fc from 'fast-check';
import {
  APPLICATION_STATES,
  APPLICATION_TRANSITIONS,
  applicationActions,
  cycleOf,
  mayApply,
  overlapsOf,
  parseApplication,
  type Overlapping,
} from '.';
import { HEIHE_2022, INVESTMENT_2022 } from '../samples';

const CYCLE = cycleOf(HEIHE_2022.settings);
const NOW = '2022-05-18T01:00:00.000Z';
const TASK = {
  category: 'adjustment',
  kind: 'added-task',
  title: '“信用+养老”试点',
  text: '按省里部署新增一项任务，6家机构先行。',
  basis: {
    title: '关于开展“信用+养老”试点的通知',
    number: '黑信用办〔2022〕9号',
    issuer: '省信用办',
    date: '2022-05-06',
  },
  evidence: [],
  fromPeriod: '2022-05',
} as const;

function codesOf(input: unknown): readonly string[] {
  const outcome = parseApplication(input, CYCLE, NOW);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('what can be applied for (annex 2)', () => {
  it('are three types of adjustment and six kinds of innovation, as the regulation names them', () => {
    expect(CYCLE.kinds.map(({ category, kind, credit }) => [category, kind, credit])).toEqual([
      ['adjustment', 'added-task', 'each-month'],
      ['adjustment', 'raised-target', 'each-month'],
      ['adjustment', 'local-innovation', 'once'],
      ...['1', '2', '3', '4', '5', '6'].map((kind) => ['innovation', kind, 'year']),
    ]);
    expect([CYCLE.months[0], CYCLE.months[8], CYCLE.months.length]).toEqual(['2022-04', '2022-12', 9]);
  });

  it('differs between groups: other kinds, other months, another reading of Q15', () => {
    const other = cycleOf(INVESTMENT_2022.settings);
    expect(other.kinds.map(({ kind, credit }) => [kind, credit])).toEqual([
      ['added-task', 'once'],
      ['raised-target', 'each-month'],
      ['local-innovation', 'each-month'],
      ['1', 'year'],
      ['2', 'year'],
    ]);
    expect(cycleOf({})).toEqual({ months: [], kinds: [] });
  });

  it('is for the units that are scored, and for nobody where the year names no regulation', () => {
    expect(mayApply(HEIHE_2022.settings, 'county')).toBe(true);
    expect(mayApply(HEIHE_2022.settings, 'department')).toBe(false);
    expect(mayApply({ dueRules: HEIHE_2022.settings.dueRules }, 'county')).toBe(false);
    expect(mayApply(INVESTMENT_2022.settings, 'county')).toBe(false);
  });
});

describe('what is applied for', () => {
  it('needs a kind, a name, what was done, and the document it rests on', () => {
    expect(codesOf(TASK)).toEqual([]);
    expect(codesOf({})).toEqual([
      'applications.kind-missing',
      'applications.text-missing',
      'applications.text-missing',
      'applications.text-missing',
      'applications.text-missing',
      'applications.date-unreadable',
    ]);
    expect(codesOf({ ...TASK, basis: { ...TASK.basis, number: '' } })).toEqual([]);
  });

  it.each([
    ['kind-missing', { kind: 'constructor' }],
    ['kind-missing', { category: 'innovation', kind: '7' }],
    ['kind-missing', { category: 'innovation', kind: 'added-task' }],
    ['date-ahead', { basis: { ...TASK.basis, date: '2022-05-19' } }],
    ['date-unreadable', { basis: { ...TASK.basis, date: '2022-02-30' } }],
    ['month-outside', { fromPeriod: '2022-03' }],
    ['month-outside', { fromPeriod: '2023-01' }],
    ['month-outside', { fromPeriod: null }],
    ['text-too-long', { title: '长'.repeat(61) }],
    ['text-too-long', { text: '长'.repeat(2_001) }],
  ])('is refused as %s: %j', (reason, change) => {
    expect(codesOf({ ...TASK, ...change })).toEqual([`applications.${reason}`]);
  });

  it('keeps no first month where nothing counts month by month', () => {
    const outcome = parseApplication({ ...TASK, kind: 'local-innovation' }, CYCLE, NOW);
    expect(outcome).toMatchObject({ ok: true, value: { credit: 'once', fromPeriod: null } });
  });

  it('never throws, whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(parseApplication(input, CYCLE, NOW).ok).toBe(false);
      }),
    );
  });
});

describe('what may be done to an application', () => {
  const at = (state: (typeof APPLICATION_STATES)[number], role: 'liaison' | 'lead-officer', isOwn: boolean) =>
    applicationActions({ state, role, isOwn, credit: 'each-month', isAppliedAgain: false });

  it('lets the unit withdraw what is not decided, and apply again for what ended without points', () => {
    expect(at('submitted', 'liaison', true)).toEqual(['withdraw']);
    expect(at('approved', 'liaison', true)).toEqual([]);
    for (const state of ['withdrawn', 'refused', 'revoked'] as const) {
      expect(at(state, 'liaison', true)).toEqual(['apply-again']);
    }
  });

  it('lets the lead unit decide once, revoke what it approved or let it stop to count, and confirm its months', () => {
    expect(at('submitted', 'lead-officer', false)).toEqual(['approve', 'refuse']);
    expect(at('approved', 'lead-officer', false)).toEqual(['revoke', 'end', 'confirm-month']);
    expect(at('refused', 'lead-officer', false)).toEqual([]);
  });

  it('lets nobody decide what his own unit applied for, and no other unit touch it', () => {
    for (const state of APPLICATION_STATES) {
      expect(at(state, 'lead-officer', true)).toEqual([]);
      expect(at(state, 'liaison', false)).toEqual([]);
    }
  });

  it('confirms no months of what counts once, and applies again once only', () => {
    const situation = { state: 'approved', role: 'lead-officer', isOwn: false, isAppliedAgain: false } as const;
    expect(applicationActions({ ...situation, credit: 'once' })).toEqual(['revoke']);
    const ended = { state: 'refused', role: 'liaison', isOwn: true, credit: 'once' } as const;
    expect(applicationActions({ ...ended, isAppliedAgain: true })).toEqual([]);
  });

  it('leads from and to known states, each action by one role', () => {
    for (const { from, to, by } of APPLICATION_TRANSITIONS) {
      for (const state of [...from, ...(to === null ? [] : [to])]) expect(APPLICATION_STATES).toContain(state);
      expect(by).toHaveLength(1);
    }
  });
});

describe('the same thing as 地方首创 and as an innovation (Q23)', () => {
  const first: Overlapping = {
    id: 'a',
    state: 'approved',
    category: 'adjustment',
    kind: 'local-innovation',
    title: '“信用进村”',
    basis: { title: '《关于推广信用进村的通报》', number: '' },
  };
  const second: Overlapping = {
    ...first,
    id: 'b',
    state: 'submitted',
    category: 'innovation',
    kind: '2',
    title: '信用进村',
    basis: { title: '省厅通报', number: '黑发改〔2022〕31号' },
  };

  it('is found by its name or its document, from both sides', () => {
    expect(overlapsOf(first, [first, second]).map(({ id }) => id)).toEqual(['b']);
    expect(overlapsOf(second, [first, second]).map(({ id }) => id)).toEqual(['a']);
    const other = { ...second, title: '别的', basis: { title: '关于推广信用进村的通报', number: '' } };
    expect(overlapsOf(first, [other])).toHaveLength(1);
    expect(overlapsOf(first, [{ ...other, basis: { title: '别的', number: '' } }])).toEqual([]);
  });

  it('is none with an added task, among innovations alone, or with one that was refused', () => {
    expect(overlapsOf({ ...first, kind: 'added-task' }, [second])).toEqual([]);
    expect(overlapsOf(second, [{ ...first, kind: 'added-task' }])).toEqual([]);
    expect(overlapsOf(second, [{ ...second, id: 'c' }])).toEqual([]);
    expect(overlapsOf(first, [{ ...second, state: 'refused' }])).toEqual([]);
  });
});
