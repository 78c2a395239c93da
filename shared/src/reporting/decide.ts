import { allow, refuse, type Instant, type Outcome, type Period } from '../kernel';
import { isClosed, type Channel } from '../obligations';
import type { Role } from '../people';
import {
  REPORT_ACTIONS,
  REPORT_TRANSITIONS,
  type ReportAction,
  type ReportState,
  type ReportTransition,
} from './states';

/** Where a report stands, who asks, and the times that matter. */
export interface ReportSituation {
  readonly state: ReportState;
  readonly role: Role;
  /** Of what the version that is in answers, the report's obligation or the short one of a return; only taking back asks. */
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly now: Instant;
  /** How the version that is in came; left out where none is. */
  readonly channel?: Channel | undefined;
  /** Whether that version answers a return. */
  readonly answersReturn?: boolean;
}

/** The state after an action, or why it cannot be done now. The transition table decides; buttons and server both ask here. */
export function decideAction(action: ReportAction, situation: ReportSituation): Outcome<ReportState> {
  const { state, role, dueAt, now } = situation;
  const transition = REPORT_TRANSITIONS.find((entry) => entry.action === action);
  if (transition?.by.includes(role) !== true) return refuse('reporting.not-your-role');
  if (!transition.from.includes(state)) return refuse(`reporting.not-possible-${state}`);
  if (transition.beforeDue === true && now >= dueAt) return refuse('reporting.past-due', { dueAt });
  if (isShut(transition, situation)) return refuse('reporting.closed');
  if (transition.notEntered === true && isEntered(situation)) return refuse('reporting.entered-for-unit');
  return allow(targetOf(transition, situation));
}

function isEntered({ channel }: ReportSituation): boolean {
  return channel !== undefined && channel !== 'app';
}

function targetOf({ to, toAfterReturn }: ReportTransition, { state, answersReturn }: ReportSituation): ReportState {
  return (answersReturn === true ? toAfterReturn : undefined) ?? to ?? state;
}

/** Closing ends what the unit may do of itself; a report that was sent back can still be corrected. */
function isShut(transition: ReportTransition, { state, closesAt, now }: ReportSituation): boolean {
  const isUnits = transition.action === 'edit' || transition.action === 'submit';
  return isUnits && state !== 'returned' && isClosed(closesAt, now);
}

/** Everything the asker may do to a report now, in the order of the table. */
export function allowedActions(situation: ReportSituation): readonly ReportAction[] {
  return REPORT_ACTIONS.filter((action) => decideAction(action, situation).ok);
}

/** `YB-202205-0011`, from the second version on `YB-202205-0011-2`. Unit numbers are unique within a group. */
export function receiptNumber(period: Period, unitNumber: number, version: number): string {
  const base = `YB-${period.replace('-', '')}-${String(unitNumber).padStart(4, '0')}`;
  return version > 1 ? `${base}-${String(version)}` : base;
}
