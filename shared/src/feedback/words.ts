import type { FeedbackKind, FeedbackState } from './states';

/** What people call the kinds. */
export const FEEDBACK_KIND_NAMES: Readonly<Record<FeedbackKind, string>> = {
  complaint: '投诉',
  suggestion: '建议',
  help: '求助',
};

/** What people call the states. */
export const FEEDBACK_STATE_NAMES: Readonly<Record<FeedbackState, string>> = {
  received: '收到',
  replied: '已回复',
  closed: '已办结',
};
