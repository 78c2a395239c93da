import { formatWhole, formatDue, formatMoment, remaining } from '@jiannuo/shared/kernel';
import { UNDECIDED } from '@jiannuo/shared/obligations';
import {
  PARTS,
  ruleOf,
  type Answer,
  type NoticeLink,
  type NoticeRow,
  type NoticeState,
  type NoticeView,
  type Part,
  type Party,
  type SupervisionEvent,
  type TicketRow,
  type TicketState,
} from '@jiannuo/shared/supervision';
import { dueWords } from '../../ui/due/due-words';
import type { DueWords } from '../../ui/status/status-word';

/** A ticket of a notice that came to an end, by how it did: whoever was done with it reads so too. */
const ENDED: Readonly<Partial<Record<NoticeState, DueWords>>> = {
  corrected: { shape: 'waived', text: '已更正' },
  delisted: { shape: 'done', text: '已摘牌' },
  voided: { shape: 'waived', text: '已作废' },
};

const TICKET_WORDS: Readonly<Record<TicketState, DueWords>> = {
  informed: { shape: 'done', text: '知悉' },
  'to-sign': { shape: 'not-yet', text: '待签收' },
  working: { shape: 'doing', text: '办理中' },
  answered: { shape: 'doing', text: '待复核' },
  returned: { shape: 'returned', text: '退回修改' },
  finished: { shape: 'done', text: '办结' },
  withdrawn: { shape: 'waived', text: '已撤回' },
};

const NOTICE_WORDS: Readonly<Record<NoticeState, DueWords>> = {
  proposed: { shape: 'info', text: '建议' },
  draft: { shape: 'not-yet', text: '起草' },
  checking: { shape: 'doing', text: '等核对' },
  checked: { shape: 'done', text: '已核对' },
  issued: { shape: 'done', text: '已签发' },
  corrected: { shape: 'waived', text: '已更正' },
  delisted: { shape: 'done', text: '已摘牌' },
  voided: { shape: 'waived', text: '作废' },
  declined: { shape: 'waived', text: '没采纳' },
  discarded: { shape: 'waived', text: '不发了' },
  lapsed: { shape: 'waived', text: '已收回' },
};

/** What became of what: each event of a timeline in a word. */
const EVENT_WORDS: Readonly<Record<SupervisionEvent['action'], string>> = {
  propose: '提出建议',
  draft: '起草',
  edit: '修改',
  adopt: '采纳建议',
  decline: '没采纳',
  lapse: '收回建议',
  send: '送核对',
  'send-back': '退回起草',
  check: '核对',
  issue: '签发',
  discard: '不发了',
  correct: '另发更正',
  void: '作废',
  delist: '摘牌',
  succeed: '换知悉人',
  shake: '依据有变',
  keep: '维持',
  sign: '签收',
  note: '办理进展',
  outcome: '处理结果',
  'hand-over': '转办',
  'ask-extension': '申请延期',
  'drop-extension': '收回延期申请',
  answer: '反馈',
  'take-back': '撤回反馈',
  'grant-extension': '同意延期',
  'refuse-extension': '没有同意延期',
  finish: '办结',
  return: '退回修改',
  urge: '催办',
  withdraw: '撤回',
  'enter-sign': '代录签收',
  'enter-answer': '代录反馈',
  'finding-cleared': '所依据的瞒报不算了',
  carry: '更正前的照旧',
  'carry-extension': '更正前的延期申请照旧',
};

/** How a unit is addressed. */
export const PART_WORDS: Readonly<Record<Part, string>> = { main: '主办', co: '协办', copy: '抄送' };

/** What a notice asks of whom it is addressed to. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  none: '只要知悉',
  receipt: '要签收',
  feedback: '要反馈',
  material: '要交材料',
};

/** What a notice is about, where it has no name of its own. */
export const LINK_WORDS: Readonly<Record<NoticeLink['kind'], string>> = {
  obligation: '应报应办',
  measure: '台账任务',
  matter: '协调事项',
  finding: '督导发现的问题',
  circular: '通报点名',
};

/** How a unit is addressed by this notice: where nothing is to be handled, it is sent to whom it goes, a clue is reported. */
export function partWord(part: Part, { kind, answer }: Pick<NoticeRow, 'kind' | 'answer'>): string {
  if (part !== 'main') return PART_WORDS[part];
  if (ruleOf(kind).accuses === true) return '报给';
  return answer === 'none' ? '发给' : PART_WORDS.main;
}

/** How many units a record names of a notice to many. */
const MOST_NAMED = 20;

/** Units by name; of very many the first, and how many there are. */
export function namesInLine(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${named}等${formatWhole(String(names.length))}家` : named;
}

/** Who is addressed how, each part with its units. */
export function partyFacts(
  parties: readonly Party[],
  { kind, answer }: Pick<NoticeRow, 'kind' | 'answer'>,
): readonly { readonly label: string; readonly names: readonly string[] }[] {
  return PARTS.flatMap((part) => {
    const names = parties.filter((party) => party.part === part).map(({ unitName }) => unitName);
    return names.length === 0 ? [] : [{ label: partWord(part, { kind, answer }), names }];
  });
}

/** Who alone may know of a confidential notice. */
export function secretWords(readers: number): string {
  const who = readers === 0 ? '限知悉人员' : `限${String(readers)}人知悉`;
  return `${who}，不得转发和上传涉密内容`;
}

/** How a ticket stands, as shape and word; how its notice ended, where it did. What is only to be known stands as 知悉 once its unit has opened it. */
export function ticketWords({
  kind,
  state,
  noticeState,
  openedAt,
}: Pick<TicketRow, 'kind' | 'state' | 'noticeState' | 'openedAt'>): DueWords {
  if (state === 'informed' && openedAt === null) return { shape: 'not-yet', text: '没打开' };
  const isOver = state === 'withdrawn' || state === 'finished';
  const ended = isOver ? ENDED[noticeState] : undefined;
  if (ended !== undefined) return ended;
  // Whoever signed for a clue has it; what comes of it is told when it is known.
  if (state === 'finished' && ruleOf(kind).accuses === true) return { shape: 'done', text: '已签收' };
  return TICKET_WORDS[state];
}

/** Whether and when a unit opened what it has not answered yet; empty once it has, or where the state says so. */
export function openedWords({ state, openedAt }: Pick<TicketRow, 'state' | 'openedAt'>, at: string): string {
  if (openedAt === null) return state === 'to-sign' ? '没打开' : '';
  return state === 'to-sign' || state === 'informed' ? `${formatMoment(openedAt, at)}打开` : '';
}

/** Units in the order in which the lead unit has to turn to them: what waits for it, what is late, what is open, what is over. */
export function inTurn<T extends Pick<TicketRow, 'state' | 'dueAt' | 'reviewDueAt' | 'isShaken'>>(
  units: readonly T[],
  at: string,
): readonly T[] {
  const keyOf = ({ dueAt, reviewDueAt, isShaken }: T): string => {
    if (reviewDueAt !== null) return `0 ${reviewDueAt}`;
    if (dueAt === null) return '3';
    return dueAt <= at && !isShaken ? `1 ${dueAt}` : '2';
  };
  return units
    .map((unit) => ({ unit, key: keyOf(unit) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit);
}

/** How far a unit that handles the matter too has come. */
export function stateWords(state: TicketState): string {
  return TICKET_WORDS[state].text;
}

/** How a notice stands, as shape and word. */
export function noticeWords(state: NoticeState): DueWords {
  return NOTICE_WORDS[state];
}

/** Steps on a notice that say which of its texts they are about. */
const ON_TEXTS: readonly SupervisionEvent['action'][] = ['edit', 'send', 'check', 'issue'];

/** An event in a word; from the second on an answer says which, and a step on a draft in which text. */
export function eventWords({ action, version }: Pick<SupervisionEvent, 'action' | 'version'>): string {
  if (version < 2) return EVENT_WORDS[action];
  if (ON_TEXTS.includes(action)) return `${EVENT_WORDS[action]}（第${String(version)}稿）`;
  return action.endsWith('answer') ? `${EVENT_WORDS[action]}（第${String(version)}次）` : EVENT_WORDS[action];
}

const ANSWERS_TO_ASKING: readonly SupervisionEvent['action'][] = [
  'grant-extension',
  'refuse-extension',
  'drop-extension',
];

function isRequest({ action }: Pick<SupervisionEvent, 'action'>): boolean {
  return action === 'ask-extension' || action === 'carry-extension';
}

/**
 * What became of a request for more time, where no line of its own says so; empty for every other event. A hand-in ends
 * one that nobody answered, unless it came late: the last one goes on to wait then, as `isWaiting` says.
 */
export function askWords(
  events: readonly Pick<SupervisionEvent, 'action'>[],
  index: number,
  isWaiting: boolean,
): string {
  const event = events[index];
  if (event === undefined || !isRequest(event)) return '';
  const later = events.slice(index + 1);
  const again = later.findIndex(isRequest);
  const meanwhile = again < 0 ? later : later.slice(0, again);
  if (meanwhile.some(({ action }) => ANSWERS_TO_ASKING.includes(action))) return '';
  if (again < 0 && isWaiting) return '等答复';
  return meanwhile.some(({ action }) => action.endsWith('answer')) ? '没等答复，先交了反馈' : '等答复';
}

/** A time by which something is due, as chip and sentence. */
export interface Due {
  readonly chip: DueWords;
  readonly sentence: string;
}

/** What is due next of a ticket; null when nothing is. No days are counted while the lead unit has to say what holds. */
export function nextDue(
  { state, dueAt, isShaken }: Pick<TicketRow, 'state' | 'dueAt' | 'isShaken'>,
  at: string,
): Due | null {
  if (dueAt !== null && isShaken)
    return { chip: { shape: 'returned', text: UNDECIDED.word }, sentence: UNDECIDED.means };
  return dueOf(dueAt, at, state === 'to-sign' ? '签收' : '反馈');
}

/** By when a notice is to be answered, as its units stand now: more time may have been given to one of them. */
export function answerDueWords({ dueAt, units }: Pick<NoticeView, 'dueAt' | 'units'>, at: string): string {
  if (dueAt === null) return '';
  const [first = dueAt, ...others] = new Set(units.flatMap(({ answerDueAt }) => answerDueAt ?? []));
  return others.length === 0 ? `${formatDue(first, at)}反馈` : `${formatDue(dueAt, at)}反馈，有的单位另有时限`;
}

/** What the lead unit has to do about a ticket, before what its unit has; null when neither has anything. */
export function leadDue(
  ticket: Pick<TicketRow, 'state' | 'dueAt' | 'reviewDueAt' | 'isShaken' | 'isExtensionAsked'>,
  at: string,
): Due | null {
  const verb = ticket.isExtensionAsked ? '答复' : '复核';
  return dueOf(ticket.reviewDueAt, at, verb) ?? nextDue(ticket, at);
}

/** What its unit is late with while the lead unit itself has something to do about the ticket; empty otherwise. */
export function lateWords(ticket: Pick<TicketRow, 'state' | 'dueAt' | 'reviewDueAt' | 'isShaken'>, at: string): string {
  const { dueAt, reviewDueAt, state, isShaken } = ticket;
  if (reviewDueAt === null || dueAt === null || at < dueAt || isShaken) return '';
  return `${state === 'to-sign' ? '签收' : '反馈'}${remaining(dueAt, at).text}`;
}

/** Whether what a unit sent for the notice before stands for the corrected text, which it has still to sign and answer. */
export function standsBefore({ state, metAt }: Pick<TicketRow, 'state' | 'metAt'>): boolean {
  return metAt !== null && (state === 'to-sign' || state === 'working');
}

function dueOf(dueAt: string | null, at: string, verb: string): Due | null {
  return dueAt === null ? null : { chip: dueWords(remaining(dueAt, at)), sentence: `${formatDue(dueAt, at)}${verb}` };
}

/** What the unit and the lead unit are told of a request that waits: until when nobody is proceeded against meanwhile. */
export function shelterWords(shelteredUntil: string | null, at: string): string {
  if (shelteredUntil === null) return '没有同意过延期，再申请不影响往下督导。';
  const until = formatDue(shelteredUntil, at);
  return at < shelteredUntil ? `等答复时先不往下督导，${until}没答复就照常督导。` : `${until}没有答复，已经照常督导。`;
}

/** The units a notice goes to: the first by name, and how many there are. */
export function unitsWords({
  unitNames,
  unitCount,
}: {
  readonly unitNames: readonly string[];
  readonly unitCount: number;
}): string {
  if (unitCount === 0) return '还没选单位';
  const named = unitNames.join('、');
  return unitCount > unitNames.length ? `${named}等${formatWhole(String(unitCount))}家` : named;
}
