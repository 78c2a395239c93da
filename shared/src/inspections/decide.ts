import { allow, refuse, type Instant, type Outcome } from '../kernel';
import type { Role } from '../people';
import {
  FINDING_ACTIONS,
  FINDING_TRANSITIONS,
  INSPECTION_ACTIONS,
  INSPECTION_TRANSITIONS,
  type FindingAction,
  type FindingState,
  type FindingTransition,
  type InspectionAction,
  type InspectionState,
} from './states';

/** Where an inspection stands, and who asks. */
export interface InspectionSituation {
  readonly state: InspectionState;
  readonly role: Role;
  /** Whether a finding that stands asks a unit to put something right. */
  readonly asksRectification: boolean;
  /** How many findings are not put right yet. */
  readonly openFindings: number;
}

/** The state after an action on an inspection, or why it cannot be done now. Buttons and server both ask here. */
export function decideInspection(action: InspectionAction, situation: InspectionSituation): Outcome<InspectionState> {
  const { state, role, asksRectification, openFindings } = situation;
  const rows = INSPECTION_TRANSITIONS.filter((row) => row.action === action && row.by.includes(role));
  if (rows.length === 0) return refuse('inspections.not-your-role');
  const row = rows.find(({ from, asksRectification: asks = asksRectification }) => {
    return from.includes(state) && asks === asksRectification;
  });
  if (row === undefined) return refuse(`inspections.not-possible-${state}`);
  if (row.whenSettled === true && openFindings > 0) return refuse('inspections.still-open', { count: openFindings });
  return allow(row.to ?? state);
}

/** Everything the asker may do to an inspection now, in the order of the table. */
export function inspectionActions(situation: InspectionSituation): readonly InspectionAction[] {
  return INSPECTION_ACTIONS.filter((action) => decideInspection(action, situation).ok);
}

/** Where a finding stands, and who asks. */
export interface FindingSituation {
  readonly state: FindingState;
  readonly inspection: InspectionState;
  readonly role: Role;
  /** Whether it is about the asker's own unit. */
  readonly isOwn: boolean;
  readonly asksRectification: boolean;
  /** Whether its unit is said to have hidden something (瞒报). */
  readonly isConcealed: boolean;
  /** When it is to be put right; null where nothing is asked. */
  readonly dueAt: Instant | null;
  readonly now: Instant;
}

/** The state after an action on a finding, or why it cannot be done now. Buttons and server both ask here. */
export function decideFinding(action: FindingAction, situation: FindingSituation): Outcome<FindingState> {
  const { state, role, isOwn, isConcealed } = situation;
  const rows = FINDING_TRANSITIONS.filter((row) => row.action === action && row.by.includes(role));
  if (rows.length === 0 || (role === 'liaison' && !isOwn)) return refuse('inspections.not-your-role');
  const stands = rows.filter((row) => isInPlace(row, situation));
  if (stands.length === 0) return refuse(outOfPlace(situation));
  const row = stands.find((each) => each.isConcealed === undefined || each.isConcealed === isConcealed);
  if (row === undefined) return refuse(isConcealed ? 'inspections.to-be-judged' : 'inspections.not-concealed');
  const hindrance = hindranceInTime(row, situation);
  return hindrance === null ? allow(row.to ?? state) : refuse(hindrance);
}

/** Why a step cannot be taken where it stands; what waits for its release is changed by going back to the inspection. */
function outOfPlace({ state, inspection }: FindingSituation): string {
  if (state === 'noted' && inspection === 'findings') return 'inspections.not-possible-findings';
  return `inspections.finding-not-possible-${state}`;
}

function isInPlace(
  { from, during, asksRectification: asks }: FindingTransition,
  { state, inspection, asksRectification }: FindingSituation,
): boolean {
  return from.includes(state) && during.includes(inspection) && (asks ?? asksRectification) === asksRectification;
}

function hindranceInTime(row: FindingTransition, { dueAt, now }: FindingSituation): string | null {
  const isOver = dueAt !== null && now >= dueAt;
  if (row.beforeDue === true && isOver) return 'inspections.take-back-late';
  return row.afterDue === true && !isOver ? 'inspections.not-heard' : null;
}

/** Everything the asker may do to a finding now, in the order of the table; what only comes with a release is no step of its own. */
export function findingActions(situation: FindingSituation): readonly FindingAction[] {
  return FINDING_ACTIONS.filter((action) => action !== 'release' && decideFinding(action, situation).ok);
}

/** Whether a finding still waits for its unit or for the lead unit. */
export function isFindingOpen(state: FindingState): boolean {
  return state === 'to-rectify' || state === 'answered' || state === 'returned';
}
