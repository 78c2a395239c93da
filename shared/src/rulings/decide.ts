import { allow, refuse, type Outcome } from '../kernel';
import type { Role } from '../people';
import { RULING_TRANSITIONS, type RulingAction, type RulingState } from './states';

/** Where a ruling stands, and who asks. */
export interface RulingSituation {
  readonly state: RulingState;
  readonly role: Role;
  /** Whether the asker drafted it; a second person of the lead unit has to check it. */
  readonly isDrafter: boolean;
  /** Whether what it was to follow is still the one in force. */
  readonly followsStanding: boolean;
}

/**
 * The state after an action, or why it cannot be done now. Nobody checks a draft of his own, and a draft that was
 * overtaken by another ruling can only be declared void. Buttons and server both ask here.
 */
export function decideRuling(action: RulingAction, situation: RulingSituation): Outcome<RulingState> {
  const { state, role, isDrafter, followsStanding } = situation;
  const rows = RULING_TRANSITIONS.filter((row) => row.action === action);
  if (!rows.some(({ by }) => by.includes(role))) return refuse('rulings.not-your-role');
  const transition = rows.find(({ from }) => from.includes(state));
  if (transition === undefined) return refuse(`rulings.not-possible-${state}`);
  if (action === 'check' && isDrafter) return refuse('rulings.own-draft');
  if (action === 'check' && !followsStanding) return refuse('rulings.overtaken');
  return allow(transition.to);
}

/** What the asker may do to a ruling now. Superseding is done by checking the ruling that follows, so it is no button. */
export function rulingActions(situation: RulingSituation): readonly RulingAction[] {
  return (['check', 'void'] as const).filter((action) => decideRuling(action, situation).ok);
}
