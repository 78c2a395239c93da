import type { Role } from '../people';
import type { Answer, NoticeKind } from './kinds';

/**
 * Where a notice stands: 建议, 起草, 等核对, 已核对, 已签发, 已更正, 已摘牌, 作废, 没采纳, 不发了, 已收回. What was issued never changes
 * its text, and keeps its number whatever becomes of it.
 */
export const NOTICE_STATES = [
  'proposed',
  'draft',
  'checking',
  'checked',
  'issued',
  'corrected',
  'delisted',
  'voided',
  'declined',
  'discarded',
  'lapsed',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_ACTIONS = [
  'adopt',
  'decline',
  'lapse',
  'edit',
  'send',
  'send-back',
  'check',
  'issue',
  'discard',
  'correct',
  'void',
  'delist',
  'succeed',
  'shake',
  'keep',
] as const;
export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

export interface NoticeTransition {
  readonly action: NoticeAction;
  readonly from: readonly NoticeState[];
  /** null: it stays as it is. */
  readonly to: NoticeState | null;
  /** Nobody: it comes of something else, as of what the ladder sees. */
  readonly by: readonly Role[];
  readonly article: string;
  /** Only for these kinds; for all when left out. */
  readonly kinds?: readonly NoticeKind[];
  /** Not by whoever wrote it last. */
  readonly bySecond?: true;
}

const LEAD: readonly Role[] = ['lead-officer'];
const ARTICLE = '第二条第一项';
/** What rests on what was issued before, or on the record that it is about; a leader's instruction rests on his word. */
const RESTING: readonly NoticeKind[] = ['slip', 'warning', 'order', 'listing', 'talk', 'clue'];

/** The one table of a notice's life, read by buttons, server checks, tests and the diagram in docs. */
export const NOTICE_TRANSITIONS: readonly NoticeTransition[] = [
  { action: 'adopt', from: ['proposed'], to: 'draft', by: LEAD, article: '第十三条' },
  { action: 'decline', from: ['proposed'], to: 'declined', by: LEAD, article: '第十三条' },
  { action: 'lapse', from: ['proposed', 'declined'], to: 'lapsed', by: [], article: '第十三条' },
  { action: 'edit', from: ['draft'], to: null, by: LEAD, article: ARTICLE },
  { action: 'send', from: ['draft'], to: 'checking', by: LEAD, article: ARTICLE },
  { action: 'send-back', from: ['checking', 'checked'], to: 'draft', by: LEAD, article: ARTICLE },
  { action: 'check', from: ['checking'], to: 'checked', by: LEAD, article: ARTICLE, bySecond: true },
  { action: 'issue', from: ['checked'], to: 'issued', by: LEAD, article: ARTICLE },
  { action: 'discard', from: ['draft', 'checking', 'checked'], to: 'discarded', by: LEAD, article: ARTICLE },
  { action: 'correct', from: ['issued'], to: 'corrected', by: LEAD, article: ARTICLE },
  { action: 'void', from: ['issued'], to: 'voided', by: LEAD, article: ARTICLE },
  { action: 'delist', from: ['issued'], to: 'delisted', by: LEAD, article: '第十四条', kinds: ['listing'] },
  { action: 'succeed', from: ['issued'], to: null, by: LEAD, article: '第三条', kinds: ['instruction', 'clue'] },
  { action: 'shake', from: ['issued'], to: null, by: [], article: '第十六条', kinds: RESTING },
  { action: 'keep', from: ['issued'], to: null, by: LEAD, article: '第十六条', kinds: RESTING },
];

/** Whether a notice of that kind is looked at again once what it rests on falls away (依据有变). */
export function canShake(kind: NoticeKind): boolean {
  return RESTING.includes(kind);
}

/** Where a ticket (one unit's copy of a notice) stands: 知悉, 待签收, 办理中, 待复核, 退回, 办结, 撤回. */
export const TICKET_STATES = [
  'informed',
  'to-sign',
  'working',
  'answered',
  'returned',
  'finished',
  'withdrawn',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Where somebody has still to do something about it: the unit, or the lead unit with its answer. */
export const OPEN_TICKET_STATES = [
  'to-sign',
  'working',
  'answered',
  'returned',
] as const satisfies readonly TicketState[];

/** Whether somebody has still to do something about a ticket in that state. */
export function isTicketOpen(state: TicketState): boolean {
  return OPEN_TICKET_STATES.some((open) => open === state);
}

export const TICKET_ACTIONS = [
  'sign',
  'note',
  'outcome',
  'hand-over',
  'ask-extension',
  'drop-extension',
  'answer',
  'take-back',
  'grant-extension',
  'refuse-extension',
  'finish',
  'return',
  'urge',
  'withdraw',
  'enter-sign',
  'enter-answer',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

export interface TicketTransition {
  readonly action: TicketAction;
  readonly from: readonly TicketState[];
  /** null: it stays as it is. */
  readonly to: TicketState | null;
  readonly by: readonly Role[];
  readonly article: string;
  /** Only where the notice asks this. */
  readonly answers: readonly Answer[];
  readonly beforeDue?: true;
}

const ALIVE: readonly TicketState[] = ['working', 'returned'];
const UNSIGNED: readonly TicketState[] = ['to-sign'];
/** Where a request for more time may wait: also after a hand-in that came late meanwhile. */
const ASKED: readonly TicketState[] = [...UNSIGNED, ...ALIVE, 'answered'];
const FULL: readonly Answer[] = ['feedback', 'material'];
const UNIT: readonly Role[] = ['liaison'];
const HANDLED = '第十四条';
const PUSHED = '第十三条';

/** The one table of a ticket's life, read by buttons, server checks, tests and the diagram in docs. */
export const TICKET_TRANSITIONS: readonly TicketTransition[] = [
  { action: 'sign', from: UNSIGNED, to: 'working', by: UNIT, article: PUSHED, answers: FULL },
  { action: 'sign', from: UNSIGNED, to: 'finished', by: UNIT, article: '第十五条', answers: ['receipt'] },
  { action: 'note', from: ALIVE, to: null, by: UNIT, article: HANDLED, answers: FULL },
  {
    action: 'outcome',
    from: ['finished'],
    to: null,
    by: [...UNIT, ...LEAD],
    article: '第十五条',
    answers: ['receipt'],
  },
  { action: 'hand-over', from: [...UNSIGNED, ...ALIVE], to: null, by: UNIT, article: '第三条', answers: FULL },
  { action: 'ask-extension', from: ALIVE, to: null, by: UNIT, article: HANDLED, answers: FULL },
  { action: 'drop-extension', from: ASKED, to: null, by: UNIT, article: HANDLED, answers: FULL },
  { action: 'answer', from: ALIVE, to: 'answered', by: UNIT, article: HANDLED, answers: FULL },
  {
    action: 'take-back',
    from: ['answered'],
    to: 'working',
    by: UNIT,
    article: HANDLED,
    answers: FULL,
    beforeDue: true,
  },
  { action: 'grant-extension', from: ASKED, to: null, by: LEAD, article: HANDLED, answers: FULL },
  { action: 'refuse-extension', from: ASKED, to: null, by: LEAD, article: HANDLED, answers: FULL },
  { action: 'finish', from: ['answered'], to: 'finished', by: LEAD, article: HANDLED, answers: FULL },
  { action: 'return', from: ['answered'], to: 'returned', by: LEAD, article: HANDLED, answers: FULL },
  {
    action: 'urge',
    from: [...UNSIGNED, ...ALIVE],
    to: null,
    by: LEAD,
    article: PUSHED,
    answers: FULL,
  },
  { action: 'withdraw', from: UNSIGNED, to: 'withdrawn', by: LEAD, article: PUSHED, answers: [...FULL, 'receipt'] },
  { action: 'enter-sign', from: UNSIGNED, to: 'working', by: LEAD, article: PUSHED, answers: FULL },
  { action: 'enter-sign', from: UNSIGNED, to: 'finished', by: LEAD, article: '第十五条', answers: ['receipt'] },
  { action: 'enter-answer', from: ALIVE, to: 'answered', by: LEAD, article: HANDLED, answers: FULL },
];
