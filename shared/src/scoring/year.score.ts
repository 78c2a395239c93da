import { roundHalfUp } from '../kernel';
import type { YearCase } from './case';
import { addUp } from './rule';
import { termsOf } from './terms';
import type { TraceNode } from './trace';
import { innovation, taskPart } from './year.rules';

/** A county's year scored (年度考评), with why. Two places, rounded half up once from the exact numbers. */
export interface YearScore {
  readonly taskPart: string;
  readonly innovation: string;
  readonly total: string;
  /** One node for each rule; their points add up to the total, exactly. */
  readonly trace: readonly TraceNode[];
}

/** Scores a year by its regulation. The same case gives the same bytes for ever, in whatever order its lists stand. */
export function scoreYear(year: YearCase): YearScore {
  const terms = termsOf(year);
  const tasks = taskPart(year.months, terms);
  const innovations = innovation(year.innovations, terms);
  const { total, trace } = addUp([tasks, innovations], terms.regulation.taskPart.article);
  return {
    taskPart: roundHalfUp(tasks.awarded),
    innovation: roundHalfUp(innovations.awarded),
    total: roundHalfUp(total),
    trace,
  };
}
