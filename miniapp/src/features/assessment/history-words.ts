import {
  ASSESSMENT_STATE_NAMES,
  type AssessmentState,
  type FixedNumber,
  type HistoryMonth,
} from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { StatusShape } from '../../ui/status/status-word';
import type { NumberKey } from './told-number';

/** One number of a month as it is shown to be tapped. */
export interface ShownNumber {
  readonly key: NumberKey;
  /** 自评, 复核, 定稿, 更正, 折算后. */
  readonly label: string;
  readonly value: string;
}

const SHAPES: Readonly<Record<AssessmentState, StatusShape>> = {
  draft: 'not-yet',
  submitted: 'not-yet',
  reviewed: 'done',
  objected: 'returned',
  settled: 'done',
  final: 'done',
  published: 'done',
};

/** How far a month is, as a shape and a word. */
export function stateWords(state: AssessmentState): { readonly shape: StatusShape; readonly text: string } {
  return { shape: SHAPES[state], text: ASSESSMENT_STATE_NAMES[state] };
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

/** `6月到12月还没到`; null when none is ahead. */
export function aheadWords(periods: readonly Period[], current: Period): string | null {
  const ahead = periods.filter((period) => period > current);
  const [first] = ahead;
  const last = ahead.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? `${formatPeriod(first)}还没到。` : `${formatPeriod(first)}到${formatPeriod(last)}还没到。`;
}
