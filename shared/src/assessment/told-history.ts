import { beijingDate, formatDate, formatPeriod } from '../kernel';
import type { FixedNumber, HistoryMonth, ScoreHistoryView } from './history';
import { movedMonths, type CountyQuarter } from './quarter';
import type { NumberKey } from './told-number';

/** Where the numbers of a month stand, in the order in which they came about. */
export const NUMBER_COLUMNS = ['自评', '复核', '定稿', '更正', '折算后'] as const;

/** One number of a month as it is shown to be tapped. */
export interface ShownNumber {
  readonly key: NumberKey;
  readonly column: (typeof NUMBER_COLUMNS)[number];
  /** Its column, or where several stand in it, which of them: 更正2, 按新口径定稿, 原折算后. */
  readonly label: string;
  readonly value: string;
}

/**
 * The numbers of a month in the order in which they came about; of the score that holds also what the factor makes of it.
 * Of one that a ruling on the factor took back, which has no other total, it is that which was told.
 */
export function numbersOf({ self, reviewed, scores }: HistoryMonth): readonly ShownNumber[] {
  const latest = scores.at(-1);
  const corrections = scores.filter(({ kind }) => kind === 'correction');
  const finals = scores.filter((score, index) => score.kind === 'final' && scores[index - 1]?.raw !== score.raw);
  const refactored = scores.filter((score, index) => isFactored(score, scores[index + 1]));
  return [
    ...(self === null ? [] : [shown('self', '自评', self)]),
    ...(reviewed === null ? [] : [shown('reviewed', '复核', reviewed)]),
    ...finals.map(({ number, raw, isReruled }, index) => ({
      ...shown(number, '定稿', raw),
      label: `${index === 0 ? '' : isReruled ? '按新口径' : '再'}定稿${index < 2 ? '' : String(index)}`,
    })),
    ...corrections.map(({ number, raw }, index) => ({
      ...shown(number, '更正', raw),
      label: corrections.length === 1 ? '更正' : `更正${String(index + 1)}`,
    })),
    ...refactored.map(({ number, score }, index) => ({
      ...shown(number, '折算后', score),
      label: `原折算后${index === 0 ? '' : String(index + 1)}`,
    })),
    ...(latest === undefined ? [] : [shown(latest.number, '折算后', latest.score)]),
  ];
}

function shown(key: NumberKey, column: ShownNumber['column'], value: string): ShownNumber {
  return { key, column, label: column, value };
}

/** Whether the next number has the same total and differs by the factor alone. */
function isFactored(score: FixedNumber, next: FixedNumber | undefined): boolean {
  return next?.kind === 'final' && next.raw === score.raw && next.score !== score.score;
}

/** The months up to the running one, and later ones that were begun early. */
export function begunMonths({ months, currentPeriod }: ScoreHistoryView): readonly HistoryMonth[] {
  return months.filter(({ period, assessmentId }) => period <= currentPeriod || assessmentId !== null);
}

/** What the numbers do not say by themselves: why there is no 自评, why a score was corrected, and that one was made final anew or let stand. */
export function historyNotes({ metAt, self, reviewed, scores, letStand }: HistoryMonth): readonly string[] {
  const isAssessed = reviewed !== null || scores.length > 0;
  const noted = metAt === null ? '没交自评，按记录评分' : '自评用邮件、纸件交的，按记录评分';
  const reasons = scores.flatMap((score, index): readonly string[] => {
    if (score.kind === 'correction') return [`更正理由：${score.reason}`];
    const before = scores[index - 1];
    return before === undefined ? [] : [anewWords(before, score)];
  });
  const stood = letStand.map(({ reason, at }) => `${formatDate(beijingDate(at), at)}不用更正：${reason}`);
  return [...(isAssessed && self === null ? [noted] : []), ...reasons, ...stood];
}

/** `6月30日定稿27.50，按新口径重新定稿31.43（折算后）`: made final anew, by what moved it. */
function anewWords(before: FixedNumber, score: FixedNumber): string {
  const how = `${score.isReruled ? '按新口径' : ''}重新定稿`;
  const [from, to, after] = isFactored(before, score)
    ? [before.score, score.score, '（折算后）']
    : [before.raw, score.raw, ''];
  const what = before.kind === 'final' ? '定稿' : '更正';
  return `${formatDate(beijingDate(before.at), score.at)}${what}${from}，${how}${to}${after}`;
}

/** `6月在通报后更正过，季平均还是通报时的。`: said beside a county's quarter until it is told anew; null where nothing moved. */
export function quarterBehind(quarter: CountyQuarter, months: readonly HistoryMonth[]): string | null {
  const now = months.map(({ period, scores }) => ({ period, number: scores.at(-1)?.number ?? null }));
  const names = movedMonths(quarter.row, now)
    .map((period) => formatPeriod(period))
    .join('、');
  return names === '' ? null : `${names}在通报后更正过，季平均还是通报时的。`;
}
