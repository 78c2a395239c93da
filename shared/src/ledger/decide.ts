import { allow, cleanText, isBlank, isLongerThan, refuse, type DateText, type Outcome } from '../kernel';
import type { Role } from '../people';
import { LEDGER_LIMITS, nodeOf, type Completion, type MonthPlan } from './measure';
import { ROW_ACTIONS, ROW_TRANSITIONS, type RowAction, type RowState, type RowTransition } from './states';

/** Where a month of a measure stands, who asks, and the days that matter. */
export interface RowSituation extends Pick<MonthPlan, 'period' | 'nodeOn'> {
  readonly state: RowState;
  readonly role: Role;
  /** Whether the month's score rests on the row already. */
  readonly isScored: boolean;
  /** Whether the month's review is confirmed: what the unit did afterwards would count for nobody but who objects; not when left out. */
  readonly isReviewed?: boolean;
  /** The last day that counts for the month (see `cutOffOf`). */
  readonly cutOff: DateText | null;
}

/** The state after an action, or why it cannot be done now. The transition table decides; buttons and server both ask here. */
export function decideRowAction(action: RowAction, situation: RowSituation): Outcome<RowState> {
  const transition = arrowFor(action, situation);
  if (transition?.by.includes(situation.role) !== true) return refuse('ledger.not-your-role');
  const closed = closedRefusal(action, transition, situation);
  if (closed !== null) return closed;
  if (!transition.from.includes(situation.state)) return refuse(`ledger.not-possible-${situation.state}`);
  if (transition.afterCutOff === true && !isAfterCutOff(situation)) {
    return refuse('ledger.node-within', { cutOff: situation.cutOff ?? '' });
  }
  return allow(transition.to ?? situation.state);
}

/** The arrow of an action from where the row stands; where there is none, its first one, which says why not. */
function arrowFor(action: RowAction, { state, isScored }: RowSituation): RowTransition | undefined {
  const arrows = ROW_TRANSITIONS.filter((entry) => entry.action === action);
  return arrows.find(({ when, from }) => (when === 'after-score') === isScored && from.includes(state)) ?? arrows[0];
}

/** What a score rests on is corrected alone, and what a review rests on the unit moves no more. */
function closedRefusal(
  action: RowAction,
  { when, onceReviewed }: RowTransition,
  situation: RowSituation,
): Outcome<never> | null {
  if ((when === 'after-score') !== situation.isScored) {
    return refuse(situation.isScored ? 'ledger.month-scored' : 'ledger.month-not-scored');
  }
  if (onceReviewed === true && situation.isReviewed !== true) return refuse('ledger.month-not-scored');
  return isOverForUnit(action, situation) ? refuse('ledger.month-reviewed') : null;
}

/** Once its month is reviewed a unit moves a row no more, but for what may be answered even after the score (Q6). */
function isOverForUnit(action: RowAction, { state, role, isReviewed, isScored }: RowSituation): boolean {
  if (isReviewed !== true || isScored || role !== 'liaison' || action === 'record') return false;
  return !ROW_TRANSITIONS.some(
    ({ when, from, ...arrow }) => arrow.action === action && when === 'after-score' && from.includes(state),
  );
}

/** Everything the asker may do with a row now, in the order of the table. */
export function allowedRowActions(situation: RowSituation): readonly RowAction[] {
  return ROW_ACTIONS.filter((action) => decideRowAction(action, situation).ok);
}

/** The reason of an action, cleaned; refused where the table asks for one and none is given. */
export function checkReason(action: RowAction | 'plan', reason: string): Outcome<string> {
  const text = cleanText(reason);
  if (text === '' && (action === 'plan' || transitionOf(action)?.needsReason === true)) {
    return refuse('ledger.reason-missing');
  }
  if (isLongerThan(text, LEDGER_LIMITS.reason))
    return refuse('ledger.reason-too-long', { limit: LEDGER_LIMITS.reason });
  return allow(text);
}

/** What a unit marks done says something: what was done, or what came of it (art. 9). */
export function checkSaid(action: RowAction, { work, result }: Pick<Completion, 'work' | 'result'>): Outcome<'said'> {
  const isBare = action === 'mark-done' && isBlank(work) && isBlank(result);
  return isBare ? refuse('ledger.nothing-said') : allow('said');
}

function isAfterCutOff({ cutOff, ...plan }: RowSituation): boolean {
  return cutOff !== null && nodeOf(plan) > cutOff;
}

function transitionOf(action: RowAction): RowTransition | undefined {
  return ROW_TRANSITIONS.find((entry) => entry.action === action);
}
