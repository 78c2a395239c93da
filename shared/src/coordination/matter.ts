import {
  addWorkingDays,
  allow,
  beijingDate,
  beijingTime,
  endOfDay,
  formatMoment,
  refuse,
  toMilliseconds,
  type Instant,
  type Outcome,
} from '../kernel';
import type { ObligationSettings } from '../obligations';
import { isPermitted, type Role } from '../people';
import {
  MATTER_ACTIONS,
  MATTER_TRANSITIONS,
  type MatterAction,
  type MatterParty,
  type MatterState,
} from './matter.states';

/** Where a matter stands, and who asks. Whoever is not concerned by it at all never learns that there is one. */
export interface MatterSituation {
  readonly state: MatterState;
  readonly raisedByUnitId: string;
  readonly doerUnitId: string | null;
  /** The first instant at which it can no longer be reopened; null while it is open. */
  readonly reopenUntil: Instant | null;
  readonly asker: { readonly role: Role; readonly unitId: string };
  readonly now: Instant;
}

/** The state after an action, or why it cannot be done now. Buttons and server both ask here. */
export function decideMatter(action: MatterAction, situation: MatterSituation): Outcome<MatterState> {
  const { state, reopenUntil, now } = situation;
  const row = MATTER_TRANSITIONS.find(
    (each) => each.action === action && each.by.some((party) => isParty(party, situation)),
  );
  if (row === undefined) return refuse('coordination.not-your-role');
  if (!row.from.includes(state)) return refuse(`coordination.not-possible-${state}`);
  if (action === 'reopen' && (reopenUntil === null || now >= reopenUntil)) return refuse('coordination.reopen-late');
  return allow(row.to ?? state);
}

/** Everything the asker may do to a matter now, in the order of the table. */
export function matterActions(situation: MatterSituation): readonly MatterAction[] {
  return MATTER_ACTIONS.filter((action) => decideMatter(action, situation).ok);
}

/** How a matter begins: what the lead unit raises itself waits for nobody to take it up. */
export function firstMatterState(role: Role): MatterState {
  return isLead(role) ? 'taken-up' : 'raised';
}

function isParty(party: MatterParty, { asker, raisedByUnitId, doerUnitId }: MatterSituation): boolean {
  switch (party) {
    case 'lead':
      return isLead(asker.role);
    case 'raiser':
      return asker.unitId === raisedByUnitId;
    case 'doer':
      return asker.unitId === doerUnitId;
    case 'concerned':
      return true;
  }
}

function isLead(role: Role): boolean {
  return isPermitted(role, 'matter.decide');
}

/** Working days in which the unit that raised a matter can say that it is not solved, where the year does not say otherwise. */
const REOPEN_WORKING_DAYS = 5;

/** When a matter closed now can no longer be reopened: 24:00 of the n-th working day after. */
export function reopenUntil(
  closedAt: Instant,
  settings: Pick<ObligationSettings, 'calendar' | 'matterReopenWorkingDays'> | null,
): Instant {
  const calendar = settings?.calendar ?? { holidays: [], makeUpDays: [] };
  const days = settings?.matterReopenWorkingDays ?? REOPEN_WORKING_DAYS;
  return endOfDay(addWorkingDays(beijingDate(closedAt), days, calendar));
}

/** `10:02提出，10:09答复，7分钟`: when the other side was asked, when it first answered, and how long that took (art. 4). */
export function answerWords(raisedAt: Instant, answeredAt: Instant | null, now: Instant): string {
  const asked = `${momentOn(raisedAt, now)}提出`;
  const minutes = Math.floor((toMilliseconds(answeredAt ?? now) - toMilliseconds(raisedAt)) / 60_000);
  if (answeredAt === null) return `${asked}，还没答复${minutes < 1 ? '' : `，已经${spanWords(minutes)}`}`;
  const isSameDay = beijingDate(answeredAt) === beijingDate(raisedAt);
  const answered = isSameDay ? beijingTime(answeredAt) : momentOn(answeredAt, now);
  return `${asked}，${answered}答复，${minutes < 1 ? '不到1分钟' : spanWords(minutes)}`;
}

function momentOn(instant: Instant, now: Instant): string {
  return beijingDate(instant) === beijingDate(now) ? beijingTime(instant) : formatMoment(instant, now);
}

function spanWords(minutes: number): string {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return `${String(days)}天${hours === 0 ? '' : `${String(hours)}小时`}`;
  const rest = minutes % 60;
  if (hours === 0) return `${String(rest)}分钟`;
  return `${String(hours)}小时${rest === 0 ? '' : `${String(rest)}分`}`;
}
