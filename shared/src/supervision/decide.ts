import { allow, beijingDate, refuse, type Instant, type Outcome, type Refusal } from '../kernel';
import type { Role } from '../people';
import type { Answer, NoticeKind } from './kinds';
import {
  NOTICE_ACTIONS,
  NOTICE_TRANSITIONS,
  TICKET_ACTIONS,
  TICKET_TRANSITIONS,
  type NoticeAction,
  type NoticeState,
  type NoticeTransition,
  type TicketAction,
  type TicketState,
  type TicketTransition,
} from './states';

/** Where a notice stands, and who asks. */
export interface NoticeSituation {
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly role: Role;
  /** Whether the asker wrote it last; a second person of the lead unit has to check it. */
  readonly isWriter: boolean;
  /** Whether the finding of 瞒报 that it stands on was cleared: then it cannot go out any more. */
  readonly isCleared: boolean;
  /** Of a confidential one: whether somebody named is no longer in his post, and nobody follows him yet. */
  readonly hasGoneReader: boolean;
  /** Whether something that it rests on fell away since, and nobody has said that it stands. */
  readonly isShaken: boolean;
  /** Of a 挂牌: how many of its units are not done. */
  readonly unfinished: number;
}

/** What takes a notice on its way, or lets it stand; one that stands on nothing any more is only ended. */
const ONWARD: readonly NoticeAction[] = ['edit', 'send', 'send-back', 'check', 'issue', 'keep'];

/** The state after an action on a notice, or why it cannot be done now. Buttons and server both ask here. */
export function decideNotice(action: NoticeAction, situation: NoticeSituation): Outcome<NoticeState> {
  const { kind, state, role } = situation;
  const rows = NOTICE_TRANSITIONS.filter((row) => row.action === action && row.by.includes(role));
  if (rows.length === 0) return refuse('supervision.not-your-role');
  const row = rows.find(({ from, kinds }) => from.includes(state) && (kinds?.includes(kind) ?? true));
  if (row === undefined) return refuse(`supervision.notice-not-possible-${state}`);
  const hindrance = hindranceToNotice(row, situation);
  if (hindrance === null) return allow(row.to ?? state);
  return refuse(hindrance, action === 'delist' ? { count: situation.unfinished } : {});
}

/** Whether what stands like this can still be corrected (另发更正), or why not. */
export function decideCorrecting(state: NoticeState): Outcome<null> {
  const row = NOTICE_TRANSITIONS.find(({ action }) => action === 'correct');
  return row?.from.includes(state) === true ? allow(null) : refuse(`supervision.notice-not-possible-${state}`);
}

/** What stands against single steps, beyond where the notice stands and who asks. */
const HINDRANCES: Readonly<Partial<Record<NoticeAction, (situation: NoticeSituation) => string | null>>> = {
  succeed: ({ hasGoneReader }) => (hasGoneReader ? null : 'supervision.readers-in-post'),
  keep: ({ isShaken }) => (isShaken ? null : 'supervision.not-shaken'),
  // What was listed comes off the list once its units have met the condition, and that was reviewed (R28).
  delist: ({ unfinished }) => (unfinished === 0 ? null : 'supervision.delist-unfinished'),
};

function hindranceToNotice({ action, bySecond }: NoticeTransition, situation: NoticeSituation): string | null {
  if (situation.isCleared && ONWARD.includes(action)) return 'supervision.finding-cleared';
  if (bySecond === true && situation.isWriter) return 'supervision.own-draft';
  return HINDRANCES[action]?.(situation) ?? null;
}

/** Everything the asker may do to a notice now, in the order of the table. */
export function noticeActions(situation: NoticeSituation): readonly NoticeAction[] {
  return NOTICE_ACTIONS.filter((action) => decideNotice(action, situation).ok);
}

/** Where a ticket stands, and who asks. */
export interface TicketSituation {
  readonly state: TicketState;
  readonly answer: Answer;
  readonly role: Role;
  /** Whether it was issued to the asker's own unit. */
  readonly isOwn: boolean;
  /** Whether the unit has asked for more time and nobody has answered yet. */
  readonly isExtensionAsked: boolean;
  /** When it asked; null where it does not. */
  readonly askedAt: Instant | null;
  /** Whether the lead unit entered the last answer for the unit (代录). */
  readonly isEntered: boolean;
  /** When the answer is due; null where none is asked. */
  readonly dueAt: Instant | null;
  /** When what it owes as its answer came in, also for a notice that this one corrects; null while it has not. */
  readonly metAt: Instant | null;
  /** When what the unit owes next is due, to sign or to answer; null when nothing is. */
  readonly nextDueAt: Instant | null;
  /** Whether what its notice rests on fell away, and the lead unit has not said yet what holds. */
  readonly isShaken: boolean;
  /** From when it may be urged again (催办); null where it never was. */
  readonly urgeFrom: Instant | null;
  readonly now: Instant;
}

/** The state after an action on a ticket, or why it cannot be done now. Buttons and server both ask here. */
export function decideTicket(action: TicketAction, situation: TicketSituation): Outcome<TicketState> {
  const { state, role, isOwn, answer } = situation;
  const rows = TICKET_TRANSITIONS.filter((row) => row.action === action && row.by.includes(role));
  if (rows.length === 0 || (role === 'liaison' && !isOwn)) return refuse('supervision.not-your-role');
  if (role === 'lead-officer' && isOwn) return refuse('supervision.own-ticket');
  const row = rows.find(({ from, answers }) => from.includes(state) && answers.includes(answer));
  if (row === undefined) return refuse(meanwhile(action, state) ?? `supervision.ticket-not-possible-${state}`);
  const hindrance = hindranceTo(row, situation);
  return hindrance === null ? allow(row.to ?? state) : refuse(hindrance, dayOf(situation));
}

/** From which day it may be urged again, where it was urged already. */
function dayOf({ urgeFrom }: TicketSituation): Refusal['facts'] {
  return urgeFrom === null ? {} : { day: beijingDate(urgeFrom) };
}

/** What the other side did meanwhile, where that is why a step of the lead unit comes too late. */
function meanwhile(action: TicketAction, state: TicketState): string | null {
  if (state === 'working' && (action === 'finish' || action === 'return')) return 'supervision.no-answer';
  if (action !== 'withdraw') return null;
  return ['working', 'answered', 'returned'].includes(state) ? 'supervision.withdraw-signed' : null;
}

function isOver({ dueAt, now }: TicketSituation): boolean {
  return dueAt !== null && now >= dueAt;
}

/** A unit is urged once it is late, not twice in a working day, and not while it waits for the lead unit itself. */
function hindranceToUrging({ nextDueAt, urgeFrom, isExtensionAsked, isShaken, now }: TicketSituation): string | null {
  if (isShaken) return 'supervision.urge-shaken';
  if (nextDueAt === null || now < nextDueAt) return 'supervision.urge-not-due';
  if (isExtensionAsked) return 'supervision.urge-extension-asked';
  return urgeFrom !== null && now < urgeFrom ? 'supervision.urged-already' : null;
}

function hindranceTo({ action, beforeDue }: TicketTransition, situation: TicketSituation): string | null {
  if (action === 'urge') return hindranceToUrging(situation);
  if (beforeDue === true && isOver(situation)) return 'supervision.take-back-late';
  if (action === 'take-back') return situation.isEntered ? 'supervision.take-back-entered' : null;
  if (action === 'finish' || action === 'return') return isRequestOpen(situation) ? 'supervision.request-first' : null;
  return action.endsWith('-extension') ? hindranceToExtending(action, situation) : null;
}

/** A request is answered before what came late meanwhile is reviewed: it decides whether that was late at all. */
function isRequestOpen({ isExtensionAsked, metAt, dueAt }: TicketSituation): boolean {
  return isExtensionAsked && isLate(metAt, dueAt);
}

function isLate(metAt: Instant | null, dueAt: Instant | null): boolean {
  return metAt !== null && dueAt !== null && metAt >= dueAt;
}

function hindranceToExtending(action: TicketAction, situation: TicketSituation): string | null {
  const { isExtensionAsked, metAt } = situation;
  if (action === 'ask-extension') {
    if (isExtensionAsked) return 'supervision.extension-asked-already';
    return metAt === null ? null : 'supervision.extension-met';
  }
  if (!isExtensionAsked) return 'supervision.extension-not-asked';
  return action === 'refuse-extension' && isLateBySilence(situation) ? 'supervision.refused-too-late' : null;
}

/** Whether a unit that asked in time would be late by the lead unit's silence: more time is given then, if only a day. */
function isLateBySilence(situation: TicketSituation): boolean {
  const { askedAt, dueAt, metAt } = situation;
  const wasInTime = askedAt !== null && dueAt !== null && askedAt < dueAt;
  return wasInTime && isOver(situation) && (metAt === null || isLate(metAt, dueAt));
}

/** Everything the asker may do to a ticket now, in the order of the table. */
export function ticketActions(situation: TicketSituation): readonly TicketAction[] {
  return TICKET_ACTIONS.filter((action) => decideTicket(action, situation).ok);
}
