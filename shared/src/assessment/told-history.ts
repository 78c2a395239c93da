import type { FixedNumber, HistoryMonth, ScoreHistoryView } from './history';
import type { NumberKey } from './told-number';

/** One number of a month as it is shown to be tapped. */
export interface ShownNumber {
  readonly key: NumberKey;
  /** 自评, 复核, 定稿, 更正, 折算后. */
  readonly label: string;
  readonly value: string;
}

/** The numbers of a month in the order in which they came about; of a score also what the factor makes of it. */
export function numbersOf({ self, reviewed, scores }: HistoryMonth): readonly ShownNumber[] {
  const latest = scores.at(-1);
  const corrections = scores.filter(({ kind }) => kind === 'correction');
  const labelOf = (score: FixedNumber): string => {
    if (score.kind === 'final') return '定稿';
    return corrections.length === 1 ? '更正' : `更正${String(corrections.indexOf(score) + 1)}`;
  };
  return [
    ...(self === null ? [] : [{ key: 'self' as const, label: '自评', value: self }]),
    ...(reviewed === null ? [] : [{ key: 'reviewed' as const, label: '复核', value: reviewed }]),
    ...scores.map((score) => ({ key: score.number, label: labelOf(score), value: score.raw })),
    ...(latest === undefined ? [] : [{ key: latest.number, label: '折算后', value: latest.score }]),
  ];
}

/** The months up to the running one, and later ones that were begun early. */
export function begunMonths({ months, currentPeriod }: ScoreHistoryView): readonly HistoryMonth[] {
  return months.filter(({ period, assessmentId }) => period <= currentPeriod || assessmentId !== null);
}

/** What the numbers do not say by themselves: why there is no 自评, and why a score was corrected. */
export function historyNotes({ metAt, self, reviewed, scores }: HistoryMonth): readonly string[] {
  const isAssessed = reviewed !== null || scores.length > 0;
  const noted = metAt === null ? '没交自评，按记录评分' : '自评用邮件、纸件交的，按记录评分';
  const reasons = scores.filter(({ kind }) => kind === 'correction').map(({ reason }) => `更正理由：${reason}`);
  return isAssessed && self === null ? [noted, ...reasons] : reasons;
}
