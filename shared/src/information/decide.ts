import { allow, refuse, type Outcome } from '../kernel';
import type { Role } from '../people';
import { WORK_UPDATE_ACTIONS, WORK_UPDATE_TRANSITIONS, type WorkUpdateAction, type WorkUpdateState } from './states';

/** Where a work update stands, and who asks. */
export interface WorkUpdateSituation {
  readonly state: WorkUpdateState;
  readonly role: Role;
  /** Whether it comes from the asker's own unit, which may not be its own judge. */
  readonly isOwn: boolean;
  readonly isInBulletin: boolean;
}

/**
 * The state after an action, null for what the marks that then stand make of it, or why it cannot be done now. The
 * transition table decides; buttons and server both ask here. Nobody judges what his own unit sent, and only the unit
 * itself takes back.
 */
export function decideWorkUpdate(
  action: WorkUpdateAction,
  situation: WorkUpdateSituation,
): Outcome<WorkUpdateState | null> {
  const { state, role, isOwn, isInBulletin } = situation;
  const rows = WORK_UPDATE_TRANSITIONS.filter((row) => row.action === action);
  if (!rows.some(({ by }) => by.includes(role))) return refuse('information.not-your-role');
  const isUnits = action === 'send' || action === 'take-back';
  if (isUnits !== isOwn) return refuse(isOwn ? 'information.own-update' : 'information.not-your-role');
  const transition = rows.find(({ from }) => from.includes(state));
  if (transition === undefined) return refuse(`information.not-possible-${state}`);
  if (action === 'choose' && isInBulletin) return refuse('information.already-in-bulletin');
  return allow(transition.to);
}

/** Everything the asker may do to a work update now, in the order of the table. */
export function workUpdateActions(situation: WorkUpdateSituation): readonly WorkUpdateAction[] {
  return WORK_UPDATE_ACTIONS.filter((action) => decideWorkUpdate(action, situation).ok);
}
