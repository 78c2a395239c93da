export {
  ADJUSTMENT_TYPES,
  type AdjustmentType,
  type Regulation,
  type RulingName,
  type RulingOverrides,
  type RulingQuestion,
  type Rulings,
} from './regulation';
export { REGULATIONS, regulationOf } from './registry';
export { annualReadingOf, reachOfMonth, rulingLabel, rulingsOf, termsOf, type Terms } from './terms';
export { parseRulings, rulingChoices } from './case.rulings';
export { monthsOf } from './cycle';
export type {
  MonthCase,
  ScoreAdjustment,
  ScoreCase,
  ScoreInformation,
  ScoreInnovation,
  ScoreMeasure,
  ScoreMonth,
  ScoreObligation,
  YearCase,
} from './case';
export { parsePoints } from './case.points';
export { parseScoreCase } from './case.parse';
export { scoreMonth, type MonthPoints, type MonthScore } from './month.score';
export { isLate } from './month.tally';
export { scoreYear, type YearScore } from './year.score';
export { scoreInput, scoreOf, totalOf, type Score } from './score';
export type { Action, Change, Exact, Fact, RuleName, TraceNode } from './trace';
export { applyAction } from './actions';
export { actionWords, changeSentence, factSentence, pointsText, spellOut, type Names } from './words';
export { tellTrace, TRACE_HEADS, type Ruled, type Telling, type ToldTrace } from './trace.words';
export { SCORING_MESSAGES } from './messages';
