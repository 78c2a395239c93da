import { ASSESSMENT_STATE_NAMES, type AssessmentState } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { StatusShape } from '../../../ui/status/status-word';

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

/** `6月到12月还没到`; null when none is ahead. */
export function aheadWords(periods: readonly Period[], current: Period): string | null {
  const ahead = periods.filter((period) => period > current);
  const [first] = ahead;
  const last = ahead.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? `${formatPeriod(first)}还没到。` : `${formatPeriod(first)}到${formatPeriod(last)}还没到。`;
}
