export { APPLICATION_ACTIONS, APPLICATION_STATES, APPLICATION_TRANSITIONS } from './states';
export type { ApplicationAction, ApplicationState, ApplicationTransition } from './states';
export {
  APPLICATION_CATEGORIES,
  cycleOf,
  kindOf,
  mayApply,
  type ApplicationCategory,
  type ApplicationCycle,
  type ApplicationKind,
  type ApplicationSettings,
  type Credit,
} from './settings';
export { APPLICATION_LIMITS, parseApplication, type ApplicationContent, type BasisDocument } from './content';
export { applicationActions, decideApplication, type ApplicationSituation, type ToldParts } from './decide';
export {
  creditedPeriodAt,
  decideMonth,
  hasEnded,
  isForgotten,
  MONTH_VERDICTS,
  monthCreditOf,
  type Creditable,
  type MonthCredit,
  type MonthRequest,
  type MonthVerdict,
} from './crediting';
export { decideEnd, endMonthsOf, type EndContext, type EndRequest } from './ending';
export { overlapsOf, type Overlapping } from './overlap';
export type {
  ApplicationEvent,
  ApplicationListView,
  ApplicationMonthRow,
  ApplicationMonthView,
  ApplicationReference,
  ApplicationRequest,
  ApplicationRow,
  ApplicationStanding,
  ApplicationView,
  DecisionRequest,
} from './api';
export { APPLICATIONS_MESSAGES } from './messages';
