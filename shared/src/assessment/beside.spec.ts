import { scoreMonth, type MonthCase } from '../scoring';
import { besideOf, correctionFacts, factsDue, judgedBy, judgedSince } from './beside';
import { correctionWords } from './beside-words';
import { countsByRecords, parseReview, withVerdicts } from './review';

const MISSED = { id: 'o1', kind: 'monthly-report', dueAt: '2022-08-20T16:00:00.000Z', metAt: null };
const IN_TIME = { ...MISSED, metAt: '2022-08-19T02:00:00.000Z' };
const CAME_LATE = { ...MISSED, metAt: '2022-08-25T02:00:00.000Z' };
const ADDED = { id: 'a1', type: 'added-task', approved: true } as const;
const UNDONE = [{ id: 'm1', done: false, failedSpotCheck: false }];
const SCORED: MonthCase = {
  kind: 'month',
  regulation: 'heihe-2022',
  month: '2022-08',
  unit: 'xunke',
  measures: [{ id: 'm1', done: true, failedSpotCheck: false }],
  obligations: [MISSED],
  information: [{ id: 'i1', highQuality: true, adopted: false }],
  adjustments: [{ ...ADDED, approved: false }],
  rulings: {},
};

function due(scored: MonthCase, records: Partial<MonthCase>, judged: Partial<MonthCase> = {}): boolean {
  return correctionFacts(scored, { ...SCORED, ...records }, { ...SCORED, ...judged }).length > 0;
}

describe('A published score beside the records', () => {
  it('is due to be corrected where they say otherwise, for the county and against it, and only then', () => {
    const further = { id: 'i2', highQuality: true, adopted: false };
    expect(due(SCORED, {})).toBe(false);
    expect(due(SCORED, { obligations: [IN_TIME] })).toBe(true);
    expect(due(SCORED, { obligations: [] })).toBe(true);
    expect(due(SCORED, { obligations: [MISSED, { ...MISSED, id: 'o2' }] })).toBe(true);
    expect(due({ ...SCORED, obligations: [IN_TIME] }, { obligations: [CAME_LATE] })).toBe(true);
    expect(due(SCORED, { measures: UNDONE })).toBe(true);
    expect(due(SCORED, { adjustments: [ADDED] })).toBe(true);
    expect(due(SCORED, { information: [] })).toBe(true);
    expect(due(SCORED, { information: [...SCORED.information, further] })).toBe(true);
  });

  it('is not due where a person judged otherwise over the very same records, until they move again', () => {
    const corrected = { ...SCORED, obligations: [], information: [], measures: UNDONE };
    expect(due(corrected, {})).toBe(false);
    expect(due(corrected, { obligations: [CAME_LATE] })).toBe(true);
    expect(due({ ...SCORED, measures: UNDONE }, {}, { measures: UNDONE })).toBe(true);
    expect(due(SCORED, { adjustments: [ADDED] }, { adjustments: [ADDED] })).toBe(false);
  });

  it('is due again once the records agreed with what a person judged otherwise, and move away anew', () => {
    const corrected = { ...SCORED, information: [], measures: UNDONE };
    const judged = judgedSince(corrected, { ...SCORED, measures: UNDONE }, SCORED);
    expect(judged).toMatchObject({ measures: UNDONE, information: SCORED.information });
    expect(correctionFacts(corrected, SCORED, judged!).map(({ id }) => id)).toEqual(['m1']);
    expect(judgedSince(corrected, SCORED, SCORED)).toBeNull();
    const gone = judgedSince(corrected, { ...SCORED, information: [] }, SCORED);
    expect(correctionFacts(corrected, SCORED, gone!).map(({ id }) => id)).toEqual(['i1']);
  });

  it('is still due for what a 更正 did not speak of', () => {
    const records = { ...SCORED, measures: UNDONE, obligations: [IN_TIME], information: [], adjustments: [ADDED] };
    const facts = correctionFacts(SCORED, records, SCORED);
    const left = (...verdicts: readonly { readonly subject: string; readonly id: string }[]): readonly string[] =>
      correctionFacts(SCORED, records, judgedBy(verdicts, facts, { records, judged: SCORED })).map(({ id }) => id);
    expect(left()).toEqual(['m1', 'a1', 'o1', 'i1']);
    expect(left({ subject: 'measure', id: 'm1' }, { subject: 'obligation', id: 'o1' })).toEqual(['a1', 'i1']);
    expect(left({ subject: 'finding', id: 'm1' }, { subject: 'measure', id: 'o1' })).toEqual(['a1', 'o1', 'i1']);
    const all = facts.map(({ part, id }) => ({ subject: part.replace(/s$/u, ''), id }));
    expect(left(...all)).toEqual([]);
  });

  it('says of each thing how the score counts it, and how the records have it', () => {
    const names = { o1: '月报', o2: '典型案例', i1: '赋码场景', a1: '信用进村', m1: '公示承诺' };
    const said = (scored: MonthCase, records: Partial<MonthCase>): readonly string[] =>
      correctionFacts(scored, { ...SCORED, ...records }, SCORED).map((fact) => correctionWords(fact, scored, names));
    expect(said(SCORED, { measures: UNDONE, obligations: [IN_TIME] })).toEqual([
      '公示承诺：台账是没完成，得分按完成算',
      '月报：得分按漏报扣了，按现在的记录不扣',
    ]);
    const records = {
      obligations: [MISSED, { ...MISSED, id: 'o2' }],
      information: [{ ...SCORED.information[0]!, adopted: true }],
      adjustments: [ADDED],
    };
    expect(said(SCORED, records)).toEqual([
      '典型案例：按现在的记录是迟报或漏报，得分没有扣',
      '赋码场景：现在的记录和得分里的不一样',
      '信用进村：按现在的记录要算，得分没有算',
    ]);
    expect(said(SCORED, { information: [] })).toEqual(['赋码场景：得分算了，按现在的记录不算']);
  });

  it('is due no more for what was let stand, and again for what is new beside it', () => {
    const one = { part: 'obligations', id: 'o1', said: null } as const;
    const another = { part: 'measures', id: 'm1', said: 'false' } as const;
    expect(factsDue([], [])).toEqual([]);
    expect(factsDue([one], [])).toEqual([one]);
    expect(factsDue([one], [one])).toEqual([]);
    expect(factsDue([one, another], [one])).toEqual([another]);
    expect(factsDue([], [one])).toEqual([]);
  });

  it('can be corrected back: what was let go counts again, as the records have it by then', () => {
    const corrected = withVerdicts(SCORED, [{ subject: 'obligation', id: 'o1', counts: false, reason: '邮件里有' }]);
    const beside = besideOf(corrected, { ...SCORED, obligations: [CAME_LATE] });
    expect(countsByRecords(corrected, 'obligation', 'o1', beside)).toBe(false);
    const back = { verdicts: [{ subject: 'obligation', id: 'o1', counts: true, reason: '邮件是25日的' }], reasons: {} };
    const review = parseReview(back, corrected, beside);
    expect(review.ok).toBe(true);
    const again = withVerdicts(corrected, review.ok ? review.value.verdicts : [], beside);
    expect(again.obligations).toEqual([CAME_LATE]);
    expect(scoreMonth(again).raw.total).toBe(scoreMonth(SCORED).raw.total);
  });

  it('counts what was approved or credited after it only where a verdict says so, and nothing that was not approved', () => {
    const verdict = { subject: 'adjustment', id: 'a1', counts: true, reason: '八月已认定' } as const;
    const beside = besideOf(SCORED, { ...SCORED, adjustments: [ADDED] });
    expect(withVerdicts(SCORED, [], beside)).toEqual(SCORED);
    expect(parseReview({ verdicts: [verdict], reasons: {} }, SCORED, beside).ok).toBe(true);
    expect(parseReview({ verdicts: [verdict], reasons: {} }, SCORED).ok).toBe(false);
    expect(withVerdicts(SCORED, [verdict], beside).adjustments).toEqual([ADDED]);
  });

  it('takes a hand-in that came in time by the score, and late by the records, as not counted yet', () => {
    const inTime = { ...SCORED, obligations: [IN_TIME] };
    const beside = besideOf(inTime, { ...SCORED, obligations: [CAME_LATE] });
    expect(countsByRecords(inTime, 'obligation', 'o1', beside)).toBe(false);
    const counted = withVerdicts(
      inTime,
      [{ subject: 'obligation', id: 'o1', counts: true, reason: '25日才到' }],
      beside,
    );
    expect(counted.obligations).toEqual([CAME_LATE]);
  });
});
