import { REGULATIONS, regulationOf, rulingChoices, rulingsOf, type RulingName } from '../scoring';
import { sentenceFor } from '../messages';
import {
  checkVoidReason,
  decideProposal,
  decideRuling,
  overridesOf,
  questionsOf,
  readingOf,
  RULING_LIMITS,
  RULING_STATES,
  RULING_TRANSITIONS,
  rulingActions,
  rulingsInForce,
  rulingsOfYear,
  type EffectiveRuling,
  type EarlierRuling,
  type ProposalRequest,
} from '.';

const HEIHE = regulationOf('heihe-2022')!;
const SINGLE: ProposalRequest = {
  name: 'annualReading',
  value: 'single',
  text: '月度已折算70%，年度取9个月平均，不再乘70%。',
  basis: '附则，牵头单位负责解释',
  fromPeriod: '2022-04',
  supersedes: null,
};

function codesOf(request: Partial<ProposalRequest>, earlier: readonly EarlierRuling[] = []): readonly string[] {
  const outcome = decideProposal({ ...SINGLE, ...request }, HEIHE, earlier);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('the register of rulings (附则)', () => {
  it.each(REGULATIONS.map((regulation) => [regulation.id, regulation] as const))(
    'asks a question for every switch of %s, with words for each of its readings',
    (_, regulation) => {
      const questions = questionsOf(regulation);
      expect(questions.map(({ name }) => name).sort()).toEqual(Object.keys(rulingsOf(regulation, {})).sort());
      for (const { name, standard, readings, isNumber } of questions) {
        const values = readings.map(({ value }) => value);
        expect(values).toContain(standard);
        if (!isNumber) expect([...values].sort()).toEqual([...rulingChoices(regulation, name)!].sort());
        expect(new Set(readings.map((reading) => reading.name)).size).toBe(readings.length);
      }
    },
  );

  it('lets the year wait for Q1 alone, whether the 70 % is taken once or twice', () => {
    const waiting = questionsOf(HEIHE).filter(({ mustBeRuled }) => mustBeRuled);
    expect(waiting).toMatchObject([{ question: 'Q1', name: 'annualReading', standard: 'literal' }]);
  });

  it('calls a number that no reading has by itself', () => {
    expect(readingOf(HEIHE, 'annualReading', 'single').name).toBe('只乘一次');
    expect(readingOf(HEIHE, 'monthlyFactor', '0.75')).toEqual({
      value: '0.75',
      name: '乘75%',
      sentence: '月度得分所乘比例为0.75。',
    });
  });
});

describe('a draft', () => {
  it('names a reading, its words, its basis and the month from which it holds', () => {
    expect(decideProposal({ ...SINGLE, basis: ' 附则，牵头单位负责解释\u200b ' }, HEIHE, [])).toEqual({
      ok: true,
      value: SINGLE,
    });
  });

  it('takes its number also in the full-width digits of a Chinese keyboard, and keeps it as a number', () => {
    const outcome = decideProposal({ ...SINGLE, name: 'monthlyFactor', value: ' ０．７５　' }, HEIHE, []);
    expect(outcome).toMatchObject({ ok: true, value: { name: 'monthlyFactor', value: '0.75' } });
    expect(codesOf({ name: 'monthlyFactor', value: '七五折' })).toHaveLength(1);
  });

  it('is refused with every reason at once', () => {
    expect(codesOf({ value: 'twice', text: ' ', basis: '', fromPeriod: '2022-13' })).toEqual([
      'scoring.choice-unknown',
      'rulings.text-missing',
      'rulings.text-missing',
      'rulings.month-unreadable',
    ]);
  });

  it.each([
    ['a switch that is none', { name: 'constructor' }, 'rulings.question-unknown'],
    ['a factor above one', { name: 'monthlyFactor', value: '1.1' }, 'scoring.too-high'],
    ['a negative cap', { name: 'adjustmentCap', value: '-1' }, 'scoring.negative'],
    ['a cap with three decimals', { name: 'adjustmentCap', value: '20.005' }, 'scoring.too-many-places'],
    ['a month outside the cycle', { fromPeriod: '2022-03' }, 'rulings.month-outside'],
    ['a month of next year', { fromPeriod: '2023-01' }, 'rulings.month-outside'],
    ['words that are too long', { text: '长'.repeat(RULING_LIMITS.text + 1) }, 'rulings.text-too-long'],
  ])('is refused with %s', (_, request, code) => {
    expect(codesOf(request)).toEqual([code]);
  });

  it('is refused in the words of its question, never by the name of its switch', () => {
    const outcome = decideProposal({ ...SINGLE, name: 'monthlyFactor', value: '-1' }, HEIHE, []);
    expect(outcome.ok ? '' : sentenceFor(outcome.refusals[0])).toBe('月度得分乘多少不能是负数。');
  });

  it('follows the ruling in force, and no other: following what was followed already would lead in a circle', () => {
    const earlier: readonly EarlierRuling[] = [
      { id: 'first', state: 'superseded' },
      { id: 'second', state: 'checked' },
      { id: 'gone', state: 'void' },
    ];
    expect(codesOf({ supersedes: 'second' }, earlier)).toEqual([]);
    expect(codesOf({ supersedes: 'first' }, earlier)).toEqual(['rulings.circular']);
    expect(codesOf({ supersedes: null }, earlier)).toEqual(['rulings.overtaken']);
    expect(codesOf({ supersedes: 'gone' }, earlier)).toEqual(['rulings.not-in-force']);
    expect(codesOf({ supersedes: 'nobody' }, earlier)).toEqual(['rulings.not-in-force']);
    expect(sentenceFor({ code: 'rulings.circular', facts: {} })).toContain('不能绕回去');
  });

  it('waits alone on its question', () => {
    expect(codesOf({}, [{ id: 'other', state: 'draft' }])).toEqual(['rulings.draft-waiting']);
  });

  it('is void only with a reason', () => {
    expect(checkVoidReason(' \u200b ')).toMatchObject({ ok: false });
    expect(checkVoidReason(' 写错了月份 ')).toEqual({ ok: true, value: '写错了月份' });
  });
});

describe('a ruling’s life', () => {
  const draft = { state: 'draft', role: 'lead-officer', isDrafter: false, followsStanding: true } as const;

  it('is checked by another person of the lead unit than its drafter, who may only declare it void', () => {
    expect(rulingActions(draft)).toEqual(['check', 'void']);
    expect(rulingActions({ ...draft, isDrafter: true })).toEqual(['void']);
    expect(decideRuling('check', { ...draft, isDrafter: true })).toMatchObject({
      refusals: [{ code: 'rulings.own-draft' }],
    });
  });

  it('is no business of units and leaders', () => {
    for (const role of ['liaison', 'leader', 'administrator'] as const) {
      expect(rulingActions({ ...draft, role })).toEqual([]);
      expect(decideRuling('void', { ...draft, role })).toMatchObject({ refusals: [{ code: 'rulings.not-your-role' }] });
    }
  });

  it('cannot begin once another ruling has come before it', () => {
    expect(rulingActions({ ...draft, followsStanding: false })).toEqual(['void']);
    expect(decideRuling('check', { ...draft, followsStanding: false })).toMatchObject({
      refusals: [{ code: 'rulings.overtaken' }],
    });
  });

  it('never leads back: what is in force, followed or void cannot be checked or declared void', () => {
    for (const state of RULING_STATES.filter((each) => each !== 'draft')) {
      expect(rulingActions({ ...draft, state })).toEqual([]);
      const outcome = decideRuling('check', { ...draft, state });
      expect(outcome).toMatchObject({ refusals: [{ code: `rulings.not-possible-${state}` }] });
    }
    expect(RULING_TRANSITIONS.some(({ to }) => to === 'draft')).toBe(false);
  });
});

describe('what is in force', () => {
  const ruled = (number: number, name: RulingName, value: string, more: Partial<EffectiveRuling> = {}) =>
    ({ number, name, value, fromPeriod: '2022-04', keptPeriods: [], ...more }) satisfies EffectiveRuling;

  it('is on each question the last word that reaches the month', () => {
    const rulings = [
      ruled(1, 'materials', 'annex-3'),
      ruled(2, 'materials', 'annex-2', { fromPeriod: '2022-07' }),
      ruled(3, 'emptyLedger', 'zero', { fromPeriod: '2022-06' }),
    ];
    expect(overridesOf(rulingsInForce(rulings, '2022-05'))).toEqual({ materials: 'annex-3' });
    expect(overridesOf(rulingsInForce(rulings, '2022-07'))).toEqual({ materials: 'annex-2', emptyLedger: 'zero' });
    expect(overridesOf(rulingsInForce([...rulings].reverse(), '2022-07'))).toEqual(
      overridesOf(rulingsInForce(rulings, '2022-07')),
    );
  });

  it('is the later word even where the earlier was to begin after it', () => {
    const rulings = [
      ruled(1, 'materials', 'annex-3', { fromPeriod: '2022-09' }),
      ruled(2, 'materials', 'annex-2', { fromPeriod: '2022-05' }),
    ];
    expect(overridesOf(rulingsInForce(rulings, '2022-10'))).toEqual({ materials: 'annex-2' });
  });

  it('never reaches a month that was published when it was checked, whatever month it is ruled from', () => {
    const rulings = [
      ruled(1, 'materials', 'annex-2'),
      ruled(2, 'materials', 'annex-3', { keptPeriods: ['2022-04', '2022-05'] }),
    ];
    expect(overridesOf(rulingsInForce(rulings, '2022-05'))).toEqual({ materials: 'annex-2' });
    expect(overridesOf(rulingsInForce(rulings, '2022-06'))).toEqual({ materials: 'annex-3' });
  });

  it('reaches the year’s result even when every month of it is published', () => {
    const kept = { keptPeriods: ['2022-04', '2022-12'] };
    expect(overridesOf(rulingsOfYear([ruled(1, 'annualReading', 'single', kept)]))).toEqual({
      annualReading: 'single',
    });
  });
});
