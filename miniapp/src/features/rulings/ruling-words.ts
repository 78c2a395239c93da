import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import {
  valueName,
  type QuestionStanding,
  type QuestionView,
  type RegisterView,
  type RulingView,
} from '@jiannuo/shared/rulings';
import type { StatusShape } from '../../ui/status/status-word';

interface StateWords {
  readonly shape: StatusShape;
  readonly text: string;
}

const STANDINGS: Record<QuestionStanding, StateWords> = {
  open: { shape: 'gap', text: '没定' },
  standard: { shape: 'waived', text: '用默认' },
  ruled: { shape: 'done', text: '已定' },
};
const STATES: Record<RulingView['state'], StateWords> = {
  draft: { shape: 'doing', text: '等核对' },
  checked: { shape: 'done', text: '生效' },
  superseded: { shape: 'waived', text: '已被接替' },
  void: { shape: 'waived', text: '作废' },
};

/** How a question stands. A draft that waits to be checked comes first: somebody has to do something. */
export function standingWords({ standing, rulings }: QuestionView): StateWords {
  return rulings.some(({ state }) => state === 'draft') ? STATES.draft : STANDINGS[standing];
}

/** Where a ruling stands; once the year's result is final, whether that was made by it or before it. */
export function stateWords(
  { state, number, isTooLate }: Pick<RulingView, 'state' | 'number' | 'isTooLate'>,
  { finalBy }: Pick<QuestionView, 'finalBy'>,
): StateWords {
  if (state !== 'checked' && state !== 'superseded') return STATES[state];
  if (isTooLate) return { shape: 'waived', text: '定稿后定的，不起作用' };
  return number === finalBy ? { shape: 'done', text: '年度定稿按这条' } : STATES[state];
}

/** A question's number as people say it: 第1问; an article stays as it is. */
export function questionWords(question: string): string {
  const number = /^Q(\d+)$/.exec(question)?.[1];
  return number === undefined ? question : `第${number}问`;
}

/** What a value is called in the register. */
export function valueWords({ name, readings, value }: Pick<QuestionView, 'name' | 'readings' | 'value'>): string {
  return readings.find((reading) => reading.value === value)?.name ?? valueName(name, value);
}

/** By what scores of a year are reckoned on a question; once its result is final, by what that was made so (Q1). */
export function holdsWords(
  { year, yearClosedAt }: Pick<RegisterView, 'year' | 'yearClosedAt'>,
  question: Pick<QuestionView, 'name' | 'readings' | 'value' | 'finalBy' | 'concerns'>,
): string {
  const value = `“${valueWords(question)}”`;
  if (yearClosedAt === null) return `现在按${value}`;
  if (question.concerns === 'month') return '各月按通报时的口径';
  const by = question.finalBy === null ? `默认${value}` : `第${String(question.finalBy)}号${value}`;
  return `${String(year)}年按${by}定稿`;
}

/** From when a ruling holds, and which months keep their numbers all the same; one on the year's result decides no month. */
export function reachWords(
  { fromPeriod, keptPeriods }: Pick<RulingView, 'fromPeriod' | 'keptPeriods'>,
  { concerns }: Pick<QuestionView, 'concerns'>,
): string {
  if (concerns === 'year') return '定全年成绩，不动各月的分';
  const from = `从${formatPeriod(fromPeriod, true)}起`;
  return keptPeriods.length === 0 ? from : `${from}，${monthList(keptPeriods)}已通报，保留原分`;
}

/** Months in a line: 4月、5月. */
export function monthList(months: readonly Period[]): string {
  return months.map((month) => formatPeriod(month)).join('、');
}
