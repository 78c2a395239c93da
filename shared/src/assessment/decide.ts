import {
  addWorkingDays,
  allow,
  beijingDate,
  endOfDay,
  refuse,
  type Instant,
  type Outcome,
  type Refusal,
  type WorkingCalendar,
} from '../kernel';
import type { Channel, ObligationSettings } from '../obligations';
import type { Role } from '../people';
import type { ReviewedLine } from './lines';
import {
  ASSESSMENT_ACTIONS,
  ASSESSMENT_TRANSITIONS,
  type AssessmentAction,
  type AssessmentState,
  type AssessmentTransition,
} from './states';

/** Where an assessment stands, who asks, and the times that matter. */
export interface AssessmentSituation {
  readonly state: AssessmentState;
  readonly role: Role;
  /** Whether the asker is of the unit that is assessed: nobody decides on their own unit's matter. */
  readonly isOwn: boolean;
  readonly dueAt: Instant;
  /** When the self-assessment came in; null while it has not. */
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  /** The first instant at which no objection is taken any more; null before a review. */
  readonly objectionClosesAt: Instant | null;
  /** Until when the county may put right the sheet that the lead unit entered for it; null where it handed in itself. */
  readonly checkedUntil?: Instant | null;
  /** Whether the sheet that is in is the lead unit's copy, which the county has not sent itself; it is not when left out. */
  readonly isCopied?: boolean;
  /** Whether the records say otherwise than the published score (要更正); it is not when left out. */
  readonly isCorrectionDue?: boolean;
  readonly now: Instant;
}

/** The state after an action, or why it cannot be done now. The transition table decides; buttons and server both ask here. */
export function decideAssessment(action: AssessmentAction, situation: AssessmentSituation): Outcome<AssessmentState> {
  const rows = ASSESSMENT_TRANSITIONS.filter((entry) => entry.action === action);
  const isOwnAction = rows.some(({ by }) => by.includes('liaison'));
  const isTheirs = rows.some(({ by }) => by.includes(situation.role)) && isOwnAction === situation.isOwn;
  if (!isTheirs) return refuse('assessment.not-your-role');
  const row = rows.find(({ from }) => from.includes(situation.state));
  if (row === undefined) return refuse(`assessment.not-possible-${situation.state}`);
  return refusalOf(row, situation) ?? allow(row.to ?? situation.state);
}

/** What keeps a review that may be written from being confirmed now; null where nothing does, or none may be written. */
export function confirmRefusal(situation: AssessmentSituation): Refusal | null {
  if (!decideAssessment('review', situation).ok) return null;
  const outcome = decideAssessment('confirm', situation);
  return outcome.ok ? null : outcome.refusals[0];
}

/** What an objection's line and answer say to the next one. */
export interface HeardObjection {
  readonly number: number;
  /** The review that it is against. */
  readonly reviewNumber: number;
  readonly line: ReviewedLine;
  readonly answer: 'upheld' | 'refused' | null;
}

/** The state after an objection to one line of a review (Q18): each line once, as many lines as there are. */
export function decideObjection(
  situation: AssessmentSituation,
  line: ReviewedLine,
  heard: readonly HeardObjection[],
): Outcome<AssessmentState> {
  const state = decideAssessment('object', situation);
  return state.ok && heard.some((each) => each.line === line) ? refuse('assessment.objected-already') : state;
}

/**
 * The state after an answer to one of a review's objections. With another still open it is waited for; after the last one
 * the month is reviewed anew where any was upheld, and the review stands where none was.
 */
export function decideAnswer(
  isUpheld: boolean,
  situation: AssessmentSituation,
  answered: { readonly number: number; readonly heard: readonly HeardObjection[] },
): Outcome<AssessmentState> {
  const { number, heard } = answered;
  if (heard.every((each) => each.number !== number || each.answer !== null)) {
    return refuse('assessment.objection-answered');
  }
  const others = heard.filter((each) => each.number !== number);
  const isAnyUpheld = isUpheld || others.some(({ answer }) => answer === 'upheld');
  const state = decideAssessment(isAnyUpheld ? 'uphold' : 'refuse-objection', situation);
  return state.ok && others.some(({ answer }) => answer === null) ? allow(situation.state) : state;
}

function refusalOf(row: AssessmentTransition, situation: AssessmentSituation): Outcome<never> | null {
  const { dueAt, channel, now } = situation;
  if (row.beforeDue === true && now >= dueAt) return refuse('assessment.past-due', { dueAt });
  if (row.notEntered === true && channel !== null && channel !== 'app') return refuse('assessment.entered-for-unit');
  if (isTooEarly(row, situation)) return refuse('assessment.not-in-yet', { dueAt });
  return checkRefusal(row, situation) ?? entryRefusal(row, situation) ?? windowRefusal(row, situation);
}

/** What is entered for a county, and what the county may put right of it. */
function entryRefusal(row: AssessmentTransition, situation: AssessmentSituation): Outcome<never> | null {
  const { metAt, checkedUntil = null, now } = situation;
  if (row.notMet === true && metAt !== null) return refuse('assessment.in-already');
  if (row.whileChecked !== true) return null;
  if (checkedUntil === null) return refuse('assessment.not-possible-submitted');
  return now < checkedUntil ? null : refuse('assessment.entry-check-over');
}

/** A copied sheet is reviewed with the right to put it right, not over it: once the county sent it itself, or its days are over. */
function checkRefusal(
  { action }: AssessmentTransition,
  { isCopied, checkedUntil: until = null, now }: AssessmentSituation,
): Outcome<never> | null {
  if (action !== 'confirm' || isCopied !== true || until === null || now >= until) return null;
  return refuse('assessment.copy-being-checked', { dueAt: until });
}

/** A county that has handed in nothing is reviewed from the records, but not before the month is due. */
function isTooEarly({ action }: AssessmentTransition, { state, metAt, dueAt, now }: AssessmentSituation): boolean {
  const isReview = action === 'review' || action === 'confirm';
  return isReview && state === 'draft' && metAt === null && now < dueAt;
}

/** A score is let stand only where a correction is due, and the days for objections bind the county and 定稿. */
function windowRefusal(
  { window, whenDue }: AssessmentTransition,
  situation: AssessmentSituation,
): Outcome<never> | null {
  const { objectionClosesAt, isCorrectionDue, now } = situation;
  if (whenDue === true && isCorrectionDue !== true) return refuse('assessment.nothing-to-correct');
  const isOpen = objectionClosesAt !== null && now < objectionClosesAt;
  if (window === 'within' && !isOpen) return refuse('assessment.objection-closed');
  return window === 'after' && isOpen ? refuse('assessment.objection-open', { dueAt: objectionClosesAt }) : null;
}

/** Everything the asker may do to an assessment now, in the order of the table. Restating follows by itself, so it is no button. */
export function allowedAssessmentActions(situation: AssessmentSituation): readonly AssessmentAction[] {
  return ASSESSMENT_ACTIONS.filter((action) => action !== 'restate' && decideAssessment(action, situation).ok);
}

/**
 * Until when a county may object to a review (Q18): the end of the n-th working day after it. With no days, no objection
 * is taken and the review may be made final at once.
 */
export function objectionClosesAt(reviewedAt: Instant, workingDays: number, calendar: WorkingCalendar): Instant {
  if (workingDays === 0) return reviewedAt;
  return endOfDay(addWorkingDays(beijingDate(reviewedAt), workingDays, calendar));
}

/** The working days for objections that a year's settings give; three where they say nothing (Q18). */
export function objectionDays({ objectionWorkingDays }: Pick<ObligationSettings, 'objectionWorkingDays'>): number {
  return objectionWorkingDays ?? 3;
}

/** Whether a month may be told to all (附件2四): every county of it is final. Takes the states of all counties that are scored. */
export function decidePublication(states: readonly AssessmentState[]): Outcome<'publish'> {
  if (states.length === 0) return refuse('assessment.nobody-scored');
  if (states.every((state) => state === 'published')) return refuse('assessment.not-possible-published');
  const count = states.filter((state) => state !== 'final').length;
  return count === 0 ? allow('publish') : refuse('assessment.not-all-final', { count });
}
