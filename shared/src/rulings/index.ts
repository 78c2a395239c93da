export { RULING_ACTIONS, RULING_STATES, RULING_TRANSITIONS } from './states';
export type { RulingAction, RulingState, RulingTransition } from './states';
export type { Reading } from './reading';
export {
  movedByRuling,
  questionOf,
  questionsOf,
  readingOf,
  ruledWords,
  rulingMonths,
  valueName,
  type RegisterQuestion,
} from './register';
export { decideRuling, rulingActions } from './decide';
export {
  checkVoidReason,
  decideProposal,
  RULING_LIMITS,
  type EarlierRuling,
  type Proposal,
  type ProposalRequest,
} from './proposal';
export { overridesOf, rulingsInForce, rulingsOfYear, type EffectiveRuling } from './in-force';
export { ruledBy, rulingSentence, type SpokenRuling } from './ruled';
export { replay } from './replay';
export type { Moved, Replay, ReplayedUnit, ReplayRequest } from './replayed';
export type { QuestionStanding, QuestionView, RegisterView, RulingOutcome, RulingView } from './api';
export { RULINGS_MESSAGES } from './messages';
