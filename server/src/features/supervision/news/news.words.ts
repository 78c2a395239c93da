import { asSentence, formatDayAndHour, formatDue, type Instant } from '@jiannuo/shared/kernel';
import {
  answerVerb,
  nextDueAt,
  noticeNumber,
  ruleOf,
  type NoticeState,
  type TicketState,
} from '@jiannuo/shared/supervision';
import type { NewNotice } from '../../../platform/notifications';
import type { MovedEvent } from '../supervision.journal';
import type { TicketRecord } from '../tickets/ticket.queries';

/** A line for an inbox before it is known whose. */
export type News = Omit<NewNotice, 'groupId' | 'appointmentId' | 'key'>;

/** A notice as news of it is told. */
export interface ToldNotice {
  readonly id: string;
  readonly groupId: string;
  readonly kind: TicketRecord['kind'];
  readonly year: number;
  /** Null until it is issued. */
  readonly number: number | null;
  readonly title: string;
  readonly state: NoticeState;
  readonly isConfidential: boolean;
  readonly writerAppointmentId: string | null;
}

/** How an issued notice ended, or what it rests on: the words after its number, what that means for a unit that handles it, and for a copy. */
const ENDS: Readonly<Record<string, readonly [string, string, string]>> = {
  void: ['已作废', '这一份不再作数，没办完的不用再办。', '抄送您单位的这一份作废。'],
  correct: ['已发更正', '以新的一份为准，交过的反馈、同意的延期会带过去。', '以新的一份为准。'],
  'left-out': ['已撤回', '更正没有再发给您单位，不用再办。', '更正没有再抄送您单位。'],
  'finding-cleared': ['不用再办', '所依据的瞒报已认可说明，不算瞒报。', '所依据的瞒报已认可说明，不算瞒报。'],
  shake: ['依据有变', '所依据的有变化，等牵头单位决定。', '等牵头单位决定。'],
  keep: ['照旧', '依据有变，牵头单位定了照旧办理。', '依据有变，牵头单位定了照旧。'],
  delist: ['已摘牌', '达到条件，不用再办。', '达到条件，已经摘牌。'],
};

/** What named persons read of a confidential notice after its number, by what was done. */
const SECRET_WORDS: Readonly<Partial<Record<MovedEvent['action'], string>>> = {
  issue: '限知悉，请打开签收。',
  succeed: '限知悉，请打开看。',
  shake: '依据有变，请打开看。',
  'finding-cleared': '依据有变，请打开看。',
  keep: '依据有变，牵头单位维持，请打开看。',
  void: '已作废，请打开看。',
  correct: '已更正，请打开看。',
};

/** What named persons hear of a confidential notice: which it is, and nothing of what it says. */
export function secretNews(
  { action }: Pick<MovedEvent, 'action'>,
  { kind, year, number }: Pick<ToldNotice, 'kind' | 'year' | 'number'>,
): Pick<News, 'title' | 'body'> {
  if (number === null) return { title: '有一件限知悉的件', body: '请打开看。' };
  return { title: noticeNumber(kind, year, number), body: SECRET_WORDS[action] ?? '请打开看。' };
}

/** What a unit hears of the end of a notice, and what it was about; one that only had a copy never had anything to do. */
export function endNews(ticket: TicketRecord, byUnit: string, ending: string, now: Instant): News {
  const [words = '', handled = '', copied = ''] = ENDS[ending] ?? [];
  const body = ticket.part === 'copy' ? copied : `${handled}${ending === 'keep' ? dueWords(ticket, now) : ''}`;
  return { ...informing(ticket, byUnit), title: nameOf(ticket, words), body };
}

/** By when its unit has to do what it owes next; empty where it owes nothing. */
function dueWords(ticket: TicketRecord, now: Instant): string {
  const dueAt = nextDueAt(ticket);
  if (dueAt === null) return '';
  return `${formatDue(dueAt, now)}${ticket.state === 'to-sign' ? '签收' : answerVerb(ticket)}。`;
}

/** What officers of the lead unit hear of a draft; null where nobody need hear, or it has moved on. */
export function draftNews({ action, reason, byUnit }: MovedEvent, notice: ToldNotice): News | null {
  const name = ruleOf(notice.kind).title;
  const shared = { sender: byUnit, target: { kind: 'notice', id: notice.id } as const };
  if (action === 'send' && notice.state === 'checking') {
    return { ...shared, list: 'to-do', kind: 'notice-check', title: `${name}等您核对`, body: notice.title };
  }
  if (action === 'check' && notice.state === 'checked') {
    return { ...shared, list: 'to-do', kind: 'notice-checked', title: `${name}已核对，等签发`, body: notice.title };
  }
  if (action !== 'send-back' || notice.state !== 'draft') return null;
  return { ...shared, list: 'to-do', kind: 'notice-back', title: `${name}退回起草`, body: reason || notice.title };
}

/** What every line about a ticket is called: its number with what was done, and then its matter, so that a list says what it is about. */
export function nameOf({ kind, year, number, title }: Named, words = ''): string {
  return `${noticeNumber(kind, year, number)}${words}　${title}`;
}
type Named = Pick<TicketRecord, 'kind' | 'year' | 'number' | 'title'>;

/** When a talk is held, which whoever is called to it has to know before all else; empty of every other kind. */
export function heldWords({ heldAt }: Pick<TicketRecord, 'heldAt'>, now: Instant): string {
  return heldAt === null ? '' : `${formatDayAndHour(heldAt, now)}约谈`;
}

/** That there is a notice. */
export function informing(ticket: TicketRecord, byUnit: string): News {
  const target = { kind: 'ticket', id: ticket.id } as const;
  return { list: 'to-know', kind: 'ticket-issued', title: nameOf(ticket), body: ticket.title, sender: byUnit, target };
}

/** The same for whoever only has to know that it went out: by when its unit has to answer. */
export function issuedNews(ticket: TicketRecord, byUnit: string, now: Instant): News {
  const { part, answer, answerDueAt } = ticket;
  const title = nameOf(ticket, heldWords(ticket, now));
  const verb = answer === 'material' ? '报送材料' : '反馈';
  const asked = answerDueAt === null ? `不用${verb}。` : `${formatDue(answerDueAt, now)}${verb}。`;
  return { ...informing(ticket, byUnit), title, body: part === 'copy' ? '抄送您单位，看过就行。' : asked };
}

const LEAD_WORDS: Readonly<Partial<Record<MovedEvent['action'], readonly [TicketState[], string]>>> = {
  answer: [['answered'], ''],
  'ask-extension': [['working', 'returned'], '申请延期'],
};

/** What waits for the lead unit; null where nothing does, or it has moved on. */
export function leadNews({ action }: MovedEvent, ticket: TicketRecord): News | null {
  const [states = [], words = ''] = LEAD_WORDS[action] ?? [];
  if (!states.includes(ticket.state) || (action === 'ask-extension' && ticket.askedDueAt === null)) return null;
  const title = `${ticket.unitName}${nameOf(ticket, words === '' ? waitingWords(ticket) : words)}`;
  return { ...informing(ticket, ticket.unitName), list: 'to-do', kind: `ticket-${action}`, title };
}

/** What the lead unit has to do about a ticket that waits for it. */
export function waitingWords({ state, askedDueAt }: Pick<TicketRecord, 'state' | 'askedDueAt'>): string {
  if (state !== 'answered') return '申请延期，等您答复';
  return askedDueAt === null ? '反馈等您复核' : '反馈已交，延期申请等您答复';
}

/** What a unit is urged to (催办), in a word; null where it has moved on. */
export function urgeNews({ reason, byUnit }: MovedEvent, ticket: TicketRecord, now: Instant): News | null {
  const dueAt = nextDueAt(ticket);
  if (dueAt === null || Number(ticket.isShaken) === 1) return null;
  const title = nameOf(ticket, `请尽快${ticket.state === 'to-sign' ? '签收' : '反馈'}`);
  const body = `${formatDue(dueAt, now)}已超期。${reason}`;
  return { ...informing(ticket, byUnit), list: 'to-do', kind: 'ticket-urge', title, body };
}

/** What a unit's leader hears of more time for its ticket: he is told what was asked and what came of it, and decides nothing. */
export function leaderNews({ action, reason, byUnit }: MovedEvent, ticket: TicketRecord, now: Instant): News | null {
  const { askedDueAt } = ticket;
  if (action !== 'ask-extension' || askedDueAt === null) return null;
  const title = nameOf(ticket, `申请延到${formatDue(askedDueAt, now)}`);
  return { ...informing(ticket, byUnit), kind: 'ticket-asked', title, body: `等牵头单位答复。${reason}` };
}

/** What a unit hears of its ticket; null where it need not, or it has moved on. */
export function unitNews({ action, reason, byUnit }: MovedEvent, ticket: TicketRecord, now: Instant): News | null {
  const news = informing(ticket, byUnit);
  const due = ticket.answerDueAt === null ? '' : formatDue(ticket.answerDueAt, now);
  const said: Readonly<Partial<Record<MovedEvent['action'], readonly [string, string]>>> = {
    finish: ['已办结', '反馈已复核，不用再办。'],
    return: ['退回修改', `${asSentence(reason)}${due}再反馈。`],
    'grant-extension': [`延到${due}`, '同意延期。'],
    'refuse-extension': [
      '没有同意延期',
      `${asSentence(reason)}${ticket.state === 'answered' ? `时限仍是${due}。` : `仍是${due}反馈。`}`,
    ],
    withdraw: ['已撤回', '不用再办。'],
    'enter-sign': ['已代录签收', '牵头单位按真实时间登记，有不对的请打电话。'],
    'enter-answer': ['已代录反馈', '牵头单位按真实时间登记，有不对的请打电话。'],
  };
  const words = said[action];
  if (words === undefined || (action === 'return' && ticket.state !== 'returned')) return null;
  const [what, body] = words;
  const list = action === 'return' ? 'to-do' : 'to-know';
  return { ...news, list, kind: `ticket-${action}`.slice(0, 32), title: nameOf(ticket, what), body };
}
