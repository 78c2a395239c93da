import { allow, formatPeriod, refuse, type Instant, type Outcome, type Period } from '../kernel';
import type { Role } from '../people';
import type { SpotCheckRule } from './rule';
import { SPOT_CHECK_ACTIONS, SPOT_CHECK_TRANSITIONS, type SpotCheckAction, type SpotCheckState } from './states';

/** Where a month's draw stands, and who asks. */
export interface SpotCheckSituation {
  readonly state: SpotCheckState;
  readonly role: Role;
  readonly now: Instant;
  readonly rule: SpotCheckRule;
  /** The earliest month before this one that is announced and not drawn; its draw decides weights of this one. */
  readonly undrawnBefore: Period | null;
}

/**
 * The state after an action, or why it cannot be done now. A promise counts only when it is made before the month
 * begins; it is redeemed once the month's self-assessments are due (Q17), earlier months first. Buttons and server
 * both ask here.
 */
export function decideSpotCheck(action: SpotCheckAction, situation: SpotCheckSituation): Outcome<SpotCheckState> {
  const rows = SPOT_CHECK_TRANSITIONS.filter((row) => row.action === action);
  if (!rows.some(({ by }) => by.includes(situation.role))) return refuse('spot-checks.not-your-role');
  const transition = rows.find(({ from }) => from.includes(situation.state));
  if (transition === undefined) return refuse(reasonOf(situation));
  const timely =
    action === 'announce' ? checkAnnouncing(situation) : action === 'draw' ? checkDrawing(situation) : null;
  return timely ?? allow(transition.to);
}

/** Everything the asker may do to a month's draw now, in the order of the table. */
export function spotCheckActions(situation: SpotCheckSituation): readonly SpotCheckAction[] {
  return SPOT_CHECK_ACTIONS.filter((action) => decideSpotCheck(action, situation).ok);
}

function reasonOf({ state, now, rule }: SpotCheckSituation): string {
  if (state !== 'unannounced') return `spot-checks.not-possible-${state}`;
  return now < rule.beginsAt ? 'spot-checks.not-possible-unannounced' : 'spot-checks.never-announced';
}

function checkAnnouncing({ now, rule }: SpotCheckSituation): Outcome<never> | null {
  return now < rule.beginsAt ? null : refuse('spot-checks.never-announced');
}

function checkDrawing({ now, rule, undrawnBefore }: SpotCheckSituation): Outcome<never> | null {
  if (now < rule.drawableAt) return refuse('spot-checks.too-early', { dueAt: rule.drawableAt });
  return undrawnBefore === null ? null : refuse('spot-checks.earlier-first', { month: formatPeriod(undrawnBefore) });
}
