import { allow, refuse, type Outcome } from '../kernel';
import { isPermitted, type Role } from '../people';
import {
  FEEDBACK_ACTIONS,
  FEEDBACK_TRANSITIONS,
  type FeedbackAction,
  type FeedbackParty,
  type FeedbackState,
} from './states';

/** Where an entry stands, and who asks. */
export interface FeedbackSituation {
  readonly state: FeedbackState;
  readonly role: Role;
  readonly isWriter: boolean;
}

/** The state after an action, or why it cannot be done now. Buttons and server both ask here. */
export function decideFeedback(action: FeedbackAction, situation: FeedbackSituation): Outcome<FeedbackState> {
  const transition = FEEDBACK_TRANSITIONS.find((entry) => entry.action === action);
  if (transition === undefined || !isParty(transition.by, situation)) return refuse('feedback.not-yours');
  if (transition.from.includes(situation.state)) return allow(transition.to);
  return refuse(situation.state === 'closed' ? 'feedback.is-closed' : 'feedback.not-answered');
}

/** Everything the asker may do to an entry now, in the order of the table. */
export function feedbackActions(situation: FeedbackSituation): readonly FeedbackAction[] {
  return FEEDBACK_ACTIONS.filter((action) => decideFeedback(action, situation).ok);
}

/** Whether the asker may know of the entry at all: its writer, or the lead unit. */
export function maySeeFeedback({ role, isWriter }: Omit<FeedbackSituation, 'state'>): boolean {
  return isWriter || isPermitted(role, 'feedback.answer');
}

function isParty(party: FeedbackParty, { role, isWriter }: FeedbackSituation): boolean {
  return party === 'writer' ? isWriter : isPermitted(role, 'feedback.answer');
}
