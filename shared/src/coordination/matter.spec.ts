import fc from 'fast-check';
import type { Outcome } from '../kernel';
import { ROLES, type Role } from '../people';
import {
  answerWords,
  decideMatter,
  MATTER_ACTIONS,
  MATTER_STATES,
  matterActions,
  parseMatter,
  parseMatterStep,
  reopenUntil,
  type MatterAction,
  type MatterSituation,
  type MatterState,
} from '.';

const NOW = '2022-05-12T02:02:00.000Z';
const LATER = '2022-05-20T16:00:00.000Z';

const codesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

/** Who can ask about a matter that 市司法局 raised and 逊克县 is to do. */
const ASKERS = {
  lead: { role: 'lead-officer', unitId: 'lead' },
  raiser: { role: 'liaison', unitId: 'justice' },
  doer: { role: 'leader', unitId: 'xunke' },
  other: { role: 'liaison', unitId: 'aihui' },
} as const satisfies Record<string, { role: Role; unitId: string }>;

function as(asker: keyof typeof ASKERS, state: MatterState, change: Partial<MatterSituation> = {}): MatterSituation {
  const parts = { raisedByUnitId: 'justice', doerUnitId: 'xunke', reopenUntil: state === 'closed' ? LATER : null };
  return { state, ...parts, asker: ASKERS[asker], now: NOW, ...change };
}

describe('a matter of the register (art. 1)', () => {
  const MAY: Readonly<Record<keyof typeof ASKERS, Readonly<Record<MatterState, readonly MatterAction[]>>>> = {
    lead: {
      raised: ['take-up', 'say'],
      'taken-up': ['say', 'decide', 'close'],
      decided: ['say', 'decide', 'close'],
      finished: ['say', 'decide', 'close'],
      closed: [],
    },
    raiser: { raised: ['say'], 'taken-up': ['say'], decided: ['say'], finished: ['say'], closed: ['reopen'] },
    doer: { raised: ['say'], 'taken-up': ['say'], decided: ['say', 'finish'], finished: ['say'], closed: [] },
    other: { raised: ['say'], 'taken-up': ['say'], decided: ['say'], finished: ['say'], closed: [] },
  };
  const TO: Readonly<Partial<Record<MatterAction, MatterState>>> = {
    'take-up': 'taken-up',
    decide: 'decided',
    finish: 'finished',
    close: 'closed',
    reopen: 'taken-up',
  };
  const cases = (Object.keys(MAY) as (keyof typeof ASKERS)[]).flatMap((asker) =>
    MATTER_STATES.flatMap((state) => MATTER_ACTIONS.map((action) => ({ asker, state, action }))),
  );

  it.each(cases)('while $state, $action by the $asker is decided by the table', ({ asker, state, action }) => {
    const outcome = decideMatter(action, as(asker, state));
    const isAllowed = MAY[asker][state].includes(action);
    expect(outcome.ok).toBe(isAllowed);
    if (outcome.ok) expect(outcome.value).toBe(TO[action] ?? state);
    else if (asker === 'lead' && !['finish', 'reopen'].includes(action))
      expect(codesOf(outcome)).toEqual([`coordination.not-possible-${state}`]);
    expect(matterActions(as(asker, state))).toEqual(MAY[asker][state]);
  });

  it('is never decided, taken up or closed by a role other than the lead unit’s officer', () => {
    for (const role of ROLES.filter((each) => each !== 'lead-officer')) {
      const situation = as('other', 'taken-up', { asker: { role, unitId: 'lead' } });
      for (const action of ['take-up', 'decide', 'close'] as const)
        expect(codesOf(decideMatter(action, situation))).toEqual(['coordination.not-your-role']);
    }
  });

  it('is reopened by whoever raised it until five working days are over, and not an instant later', () => {
    const calendar = { holidays: ['2022-05-16'], makeUpDays: [] };
    const until = reopenUntil(NOW, { calendar });
    expect(until).toBe('2022-05-20T16:00:00.000Z');
    expect(reopenUntil(NOW, { calendar, matterReopenWorkingDays: 1 })).toBe('2022-05-13T16:00:00.000Z');
    expect(reopenUntil(NOW, null)).toBe('2022-05-19T16:00:00.000Z');
    const justBefore = '2022-05-20T15:59:59.999Z';
    expect(decideMatter('reopen', as('raiser', 'closed', { reopenUntil: until, now: justBefore })).ok).toBe(true);
    const late = decideMatter('reopen', as('raiser', 'closed', { reopenUntil: until, now: until }));
    expect(codesOf(late)).toEqual(['coordination.reopen-late']);
  });

  it('ends in closed only by the lead unit, and leaves it only by its raiser, whatever is tried', () => {
    const step = fc.record({
      action: fc.constantFrom(...MATTER_ACTIONS),
      asker: fc.constantFrom(...(Object.keys(ASKERS) as (keyof typeof ASKERS)[])),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: MatterState = 'raised';
        for (const { action, asker } of steps) {
          const outcome = decideMatter(action, as(asker, state));
          if (!outcome.ok) continue;
          if (outcome.value === 'closed') expect(asker).toBe('lead');
          if (state === 'closed') expect([asker, action]).toEqual(['raiser', 'reopen']);
          state = outcome.value;
        }
      }),
    );
  });
});

describe('asking and answering (art. 4)', () => {
  it.each([
    ['2022-05-12T02:09:59.000Z', '10:02提出，10:09答复，7分钟'],
    ['2022-05-12T02:02:59.999Z', '10:02提出，10:02答复，不到1分钟'],
    ['2022-05-12T03:32:00.000Z', '10:02提出，11:32答复，1小时30分'],
    ['2022-05-12T04:02:00.000Z', '10:02提出，12:02答复，2小时'],
  ])('tells when it was asked, when answered, and how long that took: %s', (answeredAt, words) => {
    expect(answerWords(NOW, answeredAt, '2022-05-12T06:00:00.000Z')).toBe(words);
  });

  it('names the days when they are not today', () => {
    expect(answerWords(NOW, '2022-05-14T05:02:00.000Z', LATER)).toBe('5月12日 10:02提出，5月14日 13:02答复，2天3小时');
    expect(answerWords(NOW, null, NOW)).toBe('10:02提出，还没答复');
    expect(answerWords(NOW, null, '2022-05-12T02:32:00.000Z')).toBe('10:02提出，还没答复，已经30分钟');
  });
});

describe('what is raised', () => {
  const WHOLE = {
    kind: 'cross-department',
    isUrgent: true,
    title: ' 数据\n归集口径不一 ',
    facts: '三家口径不同。',
    wish: '请定一个口径。',
    unitIds: ['u1', 'u1', 'u2', 7],
    evidence: [],
    problem: { reportId: 'r1', lineId: 'p1' },
  };

  it('is kept cleaned, each unit once, without an indicator that its kind does not have', () => {
    const outcome = parseMatter({ ...WHOLE, indicator: '多写的' });
    expect(outcome).toMatchObject({
      ok: true,
      value: { title: '数据 归集口径不一', indicator: '', unitIds: ['u1', 'u2'], problem: WHOLE.problem },
    });
  });

  it('needs the weak indicator for a key project (art. 2)', () => {
    expect(codesOf(parseMatter({ ...WHOLE, kind: 'key-project' }))).toEqual(['coordination.text-missing']);
    expect(parseMatter({ ...WHOLE, kind: 'key-project', indicator: '赋码占比' }).ok).toBe(true);
  });

  it('is refused with every reason at once', () => {
    const many = Array.from({ length: 51 }, (_, index) => `u${String(index)}`);
    const bad = {
      kind: 'wish',
      title: '',
      facts: '字'.repeat(2001),
      wish: 3,
      unitIds: many,
      evidence: 'x',
      problem: 1,
    };
    expect(codesOf(parseMatter(bad))).toEqual([
      'coordination.kind-unknown',
      'coordination.text-missing',
      'coordination.text-too-long',
      'coordination.text-missing',
      'coordination.units-too-many',
      'coordination.problem-not-found',
      'information.evidence-unreadable',
    ]);
    expect(parseMatter(null).ok).toBe(false);
  });

  it('is decided with a time only where a unit is to keep it, and with one that lies ahead', () => {
    const decide = (input: object) => parseMatterStep('decide', { text: '由司法局统一', ...input }, NOW);
    expect(decide({})).toMatchObject({ ok: true, value: { doerUnitId: null, dueAt: null } });
    expect(decide({ doerUnitId: 'u1', dueAt: LATER })).toMatchObject({ ok: true, value: { dueAt: LATER } });
    expect(codesOf(decide({ dueAt: NOW }))).toEqual(['coordination.due-past', 'coordination.doer-missing']);
    expect(codesOf(parseMatterStep('close', { text: ' \u200b ' }, NOW))).toEqual(['coordination.text-missing']);
    expect(parseMatterStep('take-up', {}, NOW).ok).toBe(true);
  });
});
