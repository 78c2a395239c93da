import { scoreMonth, type MonthCase } from '../scoring';
import { overdueSince, restated, type StandingReview } from './restated';
import { reviewWith, type Verdict } from './review';

const MONTH: MonthCase = {
  kind: 'month',
  regulation: 'heihe-2022',
  month: '2022-08',
  unit: 'xunke',
  measures: [{ id: 'm1', done: true, failedSpotCheck: false }],
  obligations: [{ id: 'o1', kind: 'monthly-report', dueAt: '2022-08-20T16:00:00.000Z', metAt: null }],
  information: [{ id: 'i1', highQuality: true, adopted: false }],
  adjustments: [],
  rulings: {},
};
const REVIEW: StandingReview = {
  month: MONTH,
  review: { verdicts: [], reasons: { information: '又评了高质量信息。', completion: '都落实了。' } },
  fixed: null,
};
const RECORDS = {
  failedMeasures: [],
  rulings: {},
  adjustments: [],
  information: [{ id: 'i1', highQuality: false, adopted: false }],
  obligations: MONTH.obligations,
  measures: MONTH.measures,
};

describe('A review that is carried on', () => {
  it('keeps the reasons of the lines that stand, and none beside a number that it did not speak of', () => {
    const moved = restated(REVIEW, RECORDS);
    expect(moved?.before.raw.total).not.toBe(moved?.after.raw.total);
    expect(moved?.review.reasons).toEqual({ completion: '都落实了。' });
  });

  it('names what fell due since and was not met, and nothing that the review knew or that is not due yet', () => {
    const known = { ...MONTH.obligations[0]!, title: '月报', recordId: null };
    const asked = (id: string, title: string, dueAt: string, metAt: string | null) => ({
      ...{ id, title, dueAt, metAt },
      kind: 'material',
      recordId: 't1',
    });
    const obligations = [
      known,
      asked('o2', '典型案例', '2022-08-26T16:00:00.000Z', null),
      asked('o3', '统计表', '2022-08-26T16:00:00.000Z', '2022-08-27T01:00:00.000Z'),
      asked('o4', '名单', '2022-08-26T16:00:00.000Z', '2022-08-25T01:00:00.000Z'),
      asked('o5', '照片', '2022-08-31T16:00:00.000Z', null),
    ];
    expect(overdueSince(MONTH, { obligations }, '2022-08-30T01:00:00.000Z')).toBe('“典型案例”漏报、“统计表”迟报');
    expect(overdueSince(MONTH, { obligations: [known] }, '2022-08-30T01:00:00.000Z')).toBe('');
  });

  it('follows what the ledger says of a measure since, over a verdict, and over a correction of something else', () => {
    const records = { ...RECORDS, information: REVIEW.month.information };
    const measures = [{ id: 'm1', done: false }];
    const accepted = { subject: 'measure', id: 'm1', counts: true, reason: '看过' } as const;
    const judged = { ...REVIEW, review: { ...REVIEW.review, verdicts: [accepted] } };
    const letGo = { subject: 'obligation', id: 'o1', counts: false, reason: '邮件里有' } as const;
    const corrected = {
      ...REVIEW,
      review: { ...REVIEW.review, verdicts: [letGo] },
      fixed: { ...MONTH, obligations: [] },
    };
    for (const standing of [REVIEW, judged, corrected]) {
      const moved = restated(standing, { ...records, measures });
      expect(Number(moved?.before.raw.total) - Number(moved?.after.raw.total)).toBe(40);
      expect(moved?.review.reasons).not.toHaveProperty('completion');
    }
    const undone = { ...MONTH, measures: [{ id: 'm1', done: false, failedSpotCheck: false }] };
    const kept = { month: undone, review: { ...REVIEW.review, verdicts: [accepted] }, fixed: MONTH };
    expect(restated(kept, { ...records, measures })).toBeNull();
  });

  it('follows what fell due after a correction, and keeps what the correction let go', () => {
    const letGo: Verdict = { subject: 'obligation', id: 'o1', counts: false, reason: '邮件里有' };
    const standing = {
      ...REVIEW,
      review: reviewWith(REVIEW.review, { verdicts: [letGo], reasons: {} }),
      fixed: { ...MONTH, obligations: [] },
    };
    const records = { ...RECORDS, information: MONTH.information };
    expect(restated(standing, records)).toBeNull();
    const moved = restated(standing, { ...records, obligations: [...MONTH.obligations, missed('o2')] });
    expect(Number(moved?.before.raw.total) - Number(moved?.after.raw.total)).toBe(1);
    expect(moved?.review.verdicts).toEqual([letGo]);
  });

  it('is told anew where another hand-in is late than was counted, though the points are the same', () => {
    const records = { ...RECORDS, information: MONTH.information };
    const moved = restated(REVIEW, { ...records, obligations: [missed('o2')] });
    expect(moved?.before.raw.total).toBe(moved?.after.raw.total);
    expect(moved?.month.obligations.map(({ id }) => id)).toEqual(['o2']);
  });

  it('judges no more what was let off since', () => {
    const verdict: Verdict = { subject: 'obligation', id: 'o1', counts: false, reason: '停电' };
    const judged = { ...REVIEW, review: { ...REVIEW.review, verdicts: [verdict] } };
    const moved = restated(judged, { ...RECORDS, information: MONTH.information, obligations: [missed('o2')] });
    expect(moved?.review.verdicts).toEqual([]);
  });

  it('reads what was owed as the record has it now', () => {
    const came = [{ ...MONTH.obligations[0]!, metAt: '2022-08-19T02:00:00.000Z' }];
    const moved = restated(REVIEW, {
      ...RECORDS,
      information: REVIEW.month.information,
      obligations: came,
    });
    expect(moved?.month.obligations).toEqual(came);
    expect(Number(moved?.after.raw.total) - Number(scoreMonth(MONTH).raw.total)).toBe(1);
  });
});

function missed(id: string): MonthCase['obligations'][number] {
  return { id, kind: 'material', dueAt: '2022-08-26T16:00:00.000Z', metAt: null };
}
