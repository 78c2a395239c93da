/** What somebody writes to the lead unit (投诉建议): 投诉, 建议, 求助. */
export const FEEDBACK_KINDS = ['complaint', 'suggestion', 'help'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Where an entry stands: 收到 (waits for an answer), 已回复, 已办结. */
export const FEEDBACK_STATES = ['received', 'replied', 'closed'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const FEEDBACK_ACTIONS = ['add', 'reply', 'close'] as const;
export type FeedbackAction = (typeof FEEDBACK_ACTIONS)[number];

/** The only two who know of an entry. A lead officer's own entry has both in one person. */
export const FEEDBACK_PARTIES = ['writer', 'lead'] as const;
export type FeedbackParty = (typeof FEEDBACK_PARTIES)[number];

export interface FeedbackTransition {
  readonly action: FeedbackAction;
  readonly from: readonly FeedbackState[];
  readonly to: FeedbackState;
  readonly by: FeedbackParty;
}

/**
 * The one table of an entry's life. It is written into `received`; what the writer adds waits for an answer again, and
 * nothing is closed that nobody answered.
 */
export const FEEDBACK_TRANSITIONS: readonly FeedbackTransition[] = [
  { action: 'add', from: ['received', 'replied'], to: 'received', by: 'writer' },
  { action: 'reply', from: ['received', 'replied'], to: 'replied', by: 'lead' },
  { action: 'close', from: ['replied'], to: 'closed', by: 'lead' },
];
