import type { MonthCase } from '../scoring';
import type { ReviewOfSheetView, ScoreView } from './api';
import { remarksAt, remarksFixed } from './told-remarks';

const REFUTED = { subject: 'measure', id: 'm1', counts: true, reason: '补查到签到表' } as const;
const MONTH: MonthCase = {
  kind: 'month',
  regulation: 'heihe-2022',
  month: '2022-05',
  unit: 'xunke',
  measures: [{ id: 'm1', done: false, failedSpotCheck: false }],
  obligations: [],
  information: [],
  adjustments: [],
  rulings: {},
};
const DONE: MonthCase = { ...MONTH, measures: [{ id: 'm1', done: true, failedSpotCheck: false }] };
/** The review as it was carried on after the correction, with what that said. */
const REVIEW = {
  isConfirmed: true,
  month: MONTH,
  review: { verdicts: [REFUTED], reasons: {} },
} as unknown as ReviewOfSheetView;
const score = (number: number, change: Partial<ScoreView>): ScoreView =>
  ({ number, kind: 'final', month: MONTH, review: null, ...change }) as ScoreView;

describe('what the lead unit said beside a fixed number', () => {
  const correction = score(2, { kind: 'correction', month: DONE, review: { verdicts: [REFUTED], reasons: {} } });
  const scores = [score(1, {}), correction, score(3, { month: DONE })];
  const source = { review: REVIEW, scores, names: { m1: '公示承诺' } };
  const words = '“公示承诺”，补查到签到表';

  it('stands beside the numbers that follow it, and beside none before it was said', () => {
    expect(remarksFixed(source, 'completion', scores[0]!)).toEqual([]);
    expect(remarksFixed(source, 'completion', scores[2]!)).toEqual([`复核：${words}`]);
  });

  it('stands once beside the correction that said it', () => {
    expect(remarksAt(source, 'completion', correction)).toEqual([`更正：${words}`]);
  });
});
