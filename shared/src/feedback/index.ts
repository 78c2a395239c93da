export { FEEDBACK_ACTIONS, FEEDBACK_KINDS, FEEDBACK_PARTIES, FEEDBACK_STATES, FEEDBACK_TRANSITIONS } from './states';
export type { FeedbackAction, FeedbackKind, FeedbackParty, FeedbackState, FeedbackTransition } from './states';
export { FEEDBACK_KIND_NAMES, FEEDBACK_STATE_NAMES } from './words';
export { decideFeedback, feedbackActions, maySeeFeedback, type FeedbackSituation } from './decide';
export { checkFeedback, checkFeedbackText, FEEDBACK_LIMITS, type NewFeedback } from './writing';
export type {
  FeedbackListView,
  FeedbackMessage,
  FeedbackRequest,
  FeedbackRow,
  FeedbackStanding,
  FeedbackTextRequest,
  FeedbackView,
} from './api';
export { FEEDBACK_MESSAGES } from './messages';
