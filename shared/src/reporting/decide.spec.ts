import fc from 'fast-check';
import { atBeijing } from '../kernel';
import { ROLES } from '../people';
import { allowedActions, decideAction, receiptNumber, type ReportSituation } from './decide';
import { REPORT_ACTIONS, REPORT_STATES, REPORT_TRANSITIONS } from './states';

const DUE = atBeijing('2022-05-20', '24:00');
const BEFORE = '2022-05-20T15:59:59.999Z';
const OFFICER: ReportSituation = { state: 'draft', role: 'liaison', dueAt: DUE, closesAt: null, now: BEFORE };

const anySituation = fc.record({
  state: fc.constantFrom(...REPORT_STATES),
  role: fc.constantFrom(...ROLES),
  dueAt: fc.constant(DUE),
  closesAt: fc.constantFrom(null, atBeijing('2022-05-30', '24:00')),
  now: fc.constantFrom(BEFORE, DUE, atBeijing('2022-05-30', '24:00')),
});

describe('what may be done with a report', () => {
  it.each([
    ['an officer with a draft', OFFICER, ['edit', 'submit']],
    ['an officer who has handed in', { ...OFFICER, state: 'submitted' as const }, ['withdraw']],
    ['an officer who has handed in, after the due time', { ...OFFICER, state: 'submitted' as const, now: DUE }, []],
    ['an officer after the due time: late, but accepted', { ...OFFICER, now: DUE }, ['edit', 'submit']],
    ['an officer after closing', { ...OFFICER, closesAt: DUE, now: DUE }, []],
    [
      'an officer to whom it was sent back, after closing',
      { ...OFFICER, state: 'returned' as const, closesAt: DUE, now: DUE },
      ['edit', 'submit'],
    ],
    ['an officer whose report is accepted', { ...OFFICER, state: 'accepted' as const }, []],
    [
      'the lead unit, handed in',
      { ...OFFICER, role: 'lead-officer' as const, state: 'submitted' as const },
      ['accept', 'return'],
    ],
    ['the lead unit, accepted', { ...OFFICER, role: 'lead-officer' as const, state: 'accepted' as const }, ['return']],
    ['the lead unit, still owed', { ...OFFICER, role: 'lead-officer' as const }, ['enter-for']],
    [
      'the lead unit, owed after closing',
      { ...OFFICER, role: 'lead-officer' as const, closesAt: DUE, now: DUE },
      ['enter-for'],
    ],
    ['a leader', { ...OFFICER, role: 'leader' as const, state: 'submitted' as const }, []],
  ])('%s', (_, situation, actions) => {
    expect(allowedActions(situation)).toEqual(actions);
  });

  it.each([
    ['withdraw', { ...OFFICER, state: 'submitted', now: DUE }, 'reporting.past-due'],
    ['submit', { ...OFFICER, state: 'submitted' }, 'reporting.not-possible-submitted'],
    ['accept', { ...OFFICER, state: 'submitted' }, 'reporting.not-your-role'],
    ['submit', { ...OFFICER, closesAt: DUE, now: DUE }, 'reporting.closed'],
    ['accept', { ...OFFICER, role: 'lead-officer' }, 'reporting.not-possible-draft'],
  ] as const)('%s is refused with %s', (action, situation, code) => {
    expect(decideAction(action, situation)).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  it('brings a correction that is taken back to where it was: sent back', () => {
    const handedIn = { ...OFFICER, state: 'submitted', channel: 'app' } as const;
    expect(decideAction('withdraw', handedIn)).toEqual({ ok: true, value: 'withdrawn' });
    expect(decideAction('withdraw', { ...handedIn, answersReturn: true })).toEqual({ ok: true, value: 'returned' });
  });

  it('leaves what the lead unit entered with its true time of receipt: the unit cannot take it back', () => {
    const entered = { ...OFFICER, state: 'submitted', channel: 'paper' } as const;
    expect(allowedActions(entered)).toEqual([]);
    expect(decideAction('withdraw', entered)).toMatchObject({ refusals: [{ code: 'reporting.entered-for-unit' }] });
    expect(allowedActions({ ...entered, role: 'lead-officer' })).toEqual(['accept', 'return']);
  });

  it('follows the table for every state, action and role', () => {
    fc.assert(
      fc.property(anySituation, fc.constantFrom(...REPORT_ACTIONS), (situation, action) => {
        const outcome = decideAction(action, situation);
        const row = REPORT_TRANSITIONS.find((entry) => entry.action === action);
        const isInTable = row !== undefined && row.by.includes(situation.role) && row.from.includes(situation.state);
        if (outcome.ok) {
          expect(isInTable).toBe(true);
          expect(outcome.value).toBe(row?.to ?? situation.state);
        }
        expect(allowedActions(situation).includes(action)).toBe(outcome.ok);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets every report reach acceptance, and none change after it without being sent back', () => {
    const reach = new Set<string>(['draft']);
    REPORT_STATES.forEach(() => {
      for (const { from, to } of REPORT_TRANSITIONS)
        if (to !== null && from.some((state) => reach.has(state))) reach.add(to);
    });
    expect([...reach].sort()).toEqual([...REPORT_STATES].sort());
    const leaving = REPORT_TRANSITIONS.filter((entry) => entry.from.includes('accepted'));
    expect(leaving.map((entry) => entry.action)).toEqual(['return']);
  });

  it('has one row for each action', () => {
    expect(REPORT_TRANSITIONS.map((entry) => entry.action).sort()).toEqual([...REPORT_ACTIONS].sort());
  });
});

describe('receipt numbers', () => {
  it('name month, unit and, from the second on, the version', () => {
    expect(receiptNumber('2022-05', 11, 1)).toBe('YB-202205-0011');
    expect(receiptNumber('2022-05', 11, 2)).toBe('YB-202205-0011-2');
    expect(receiptNumber('2022-12', 13000, 1)).toBe('YB-202212-13000');
  });

  it('are different for different versions', () => {
    const key = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 30 }),
    );
    const numberOf = ([month, unit, version]: [number, number, number]): string =>
      receiptNumber(`2022-${String(month).padStart(2, '0')}`, unit, version);
    fc.assert(fc.property(key, key, (a, b) => (numberOf(a) === numberOf(b)) === (a.join() === b.join())));
  });
});
