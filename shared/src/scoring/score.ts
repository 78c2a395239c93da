import { fractionText, parseFraction, sumOf, type Outcome } from '../kernel';
import type { ScoreCase } from './case';
import { parseScoreCase } from './case.parse';
import { scoreMonth, type MonthScore } from './month.score';
import type { Exact, TraceNode } from './trace';
import { scoreYear, type YearScore } from './year.score';

/** A month's or a year's result. */
export type Score = MonthScore | YearScore;

/** Scores a case of either kind. */
export function scoreOf(scoreCase: ScoreCase): Score {
  return scoreCase.kind === 'month' ? scoreMonth(scoreCase) : scoreYear(scoreCase);
}

/** Scores what came from outside, or gives every reason why it cannot be scored. */
export function scoreInput(input: unknown): Outcome<Score> {
  const outcome = parseScoreCase(input);
  return outcome.ok ? { ok: true, value: scoreOf(outcome.value) } : outcome;
}

/** The exact total behind a trace: a month's raw total, as a year's case takes it, or a year's total. */
export function totalOf(trace: readonly TraceNode[]): Exact {
  return fractionText(
    sumOf(
      trace.map(({ awarded }) => {
        const value = parseFraction(awarded);
        if (value === null) throw new RangeError(`No points: ${awarded}`);
        return value;
      }),
    ),
  );
}
