import { allow, refuse, type Outcome } from '../kernel';
import type { Role } from '../people';
import type { Credit } from './settings';
import { APPLICATION_ACTIONS, APPLICATION_TRANSITIONS, type ApplicationAction, type ApplicationState } from './states';

/** Where an application stands, and who asks. */
export interface ApplicationSituation {
  readonly state: ApplicationState;
  readonly role: Role;
  /** Whether it comes from the asker's own unit, which may not decide about itself. */
  readonly isOwn: boolean;
  readonly credit: Credit;
  /** Whether a later application already names this one. */
  readonly isAppliedAgain: boolean;
  /** What of it was told to all already; left out where a command looks at the very month. */
  readonly told?: ToldParts;
}

/** What of an application was told to all (通报、公布), so that a 更正 alone changes it. */
export interface ToldParts {
  /** No month is left in which it could be confirmed: it counts once, or the year was told. */
  readonly areMonthsClosed: boolean;
  /** A month, or the year, to which it was credited. */
  readonly isCreditTold: boolean;
  /** Every month from which it could stop to count (停止记分). */
  readonly isRestTold: boolean;
}

const OF_THE_UNIT: readonly ApplicationAction[] = ['submit', 'withdraw', 'apply-again'];

/**
 * The state after an action, or why it cannot be done now. The transition table decides; buttons and server both ask
 * here. Nobody decides what his own unit applied for, and only the unit itself withdraws or applies again. Months are
 * confirmed only for what counts month by month (Q15), and only that can stop to count.
 */
export function decideApplication(
  action: ApplicationAction,
  situation: ApplicationSituation,
): Outcome<ApplicationState> {
  const { state, role, isOwn } = situation;
  const transition = APPLICATION_TRANSITIONS.find((row) => row.action === action);
  if (transition?.by.includes(role) !== true) return refuse('applications.not-your-role');
  if (OF_THE_UNIT.includes(action) !== isOwn) {
    return refuse(isOwn ? 'applications.own-application' : 'applications.not-your-role');
  }
  if (!transition.from.includes(state)) return refuse(`applications.not-possible-${state}`);
  const hindrance = hindranceTo(action, situation);
  return hindrance === null ? allow(transition.to ?? state) : refuse(hindrance);
}

const OF_WHAT_COUNTS_MONTHLY: readonly ApplicationAction[] = ['confirm-month', 'end'];

/** What an action would change. */
const CHANGED_BY: Readonly<Partial<Record<ApplicationAction, keyof ToldParts>>> = {
  'confirm-month': 'areMonthsClosed',
  revoke: 'isCreditTold',
  end: 'isRestTold',
};

function hindranceTo(action: ApplicationAction, { credit, isAppliedAgain, told }: ApplicationSituation): string | null {
  const part = CHANGED_BY[action];
  if (part !== undefined && told?.[part] === true) return 'applications.told';
  if (OF_WHAT_COUNTS_MONTHLY.includes(action) && credit !== 'each-month') return 'applications.counts-once';
  return action === 'apply-again' && isAppliedAgain ? 'applications.applied-again' : null;
}

/** Everything the asker may do to an application now, in the order of the table. */
export function applicationActions(situation: ApplicationSituation): readonly ApplicationAction[] {
  return APPLICATION_ACTIONS.filter((action) => decideApplication(action, situation).ok);
}
