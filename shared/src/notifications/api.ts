import type { Instant } from '../kernel';

/** What a subscription message template is for; each has its own, differently titled template. */
export const MESSAGE_PURPOSES = ['due-soon', 'returned', 'warning', 'ticket', 'meeting'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** Where a reminder can end (M5). `planned` and `sending` are on the way; the other three are ends. `unknown` waits for WeChat's own event. */
export const REMINDER_STATES = ['planned', 'sending', 'unknown', 'delivered', 'already-done', 'call-list'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** The order in which channels are tried; inbox always happens first and alone does not count as reached. */
export const DELIVERY_CHANNELS = ['inbox', 'long-term', 'one-time', 'wecom', 'sms', 'call'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** GET /api/inbox. Opening is the receipt; no reply is asked. `toDoLines` and `toKnowLines` make the two lists of it. */
export interface InboxView {
  readonly toDo: readonly NoticeView[];
  readonly toKnow: readonly NoticeView[];
  /** What waits for the reader whether or not a notice told of it, as its subjects say at this moment. */
  readonly claims: readonly ClaimView[];
}
/** Something that waits for a reader. */
export interface ClaimView {
  /** The records that notices about it may name; the first is where it opens. */
  readonly targets: readonly [NoticeView['target'], ...NoticeView['target'][]];
  /** What it is about: the matter of a ticket, 5月月报. */
  readonly title: string;
  /** Its number, and what there is to do; empty where the title says all. */
  readonly about: string;
  readonly dueAt: Instant | null;
}
/** Where a notice opens. */
export type NoticeTarget =
  | 'report'
  | 'receipt'
  | 'entry'
  | 'entered-receipt'
  | 'entered-time'
  | 'obligation'
  | 'board'
  | 'call-list'
  | 'work-update'
  | 'application'
  | 'ledger'
  | 'ruling'
  | 'spot-check'
  | 'assessment'
  | 'objection'
  | 'correction'
  | 'review-month'
  | 'annual-result'
  | 'quarter-result'
  | 'scores'
  | 'feedback'
  | 'matter'
  | 'notice'
  | 'ticket'
  | 'inspection'
  | 'inspected'
  | 'finding'
  | 'none';

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly from: string;
  readonly at: Instant;
  readonly openedAt: Instant | null;
  /** Whether it still waits to be opened: what it asked for may be done without that. */
  readonly isUnread: boolean;
  /** Whether it asked for something that is done. */
  readonly isDone: boolean;
  /** Whether it asked for something that never came and is no longer accepted (漏报，已关闭). */
  readonly isMissed: boolean;
  /** Where it opens: a record's kind and id. */
  readonly target: {
    readonly kind: NoticeTarget;
    readonly id: string;
  };
}

/** GET /api/consents: how many one-time messages WeChat will still take, as far as we know. */
export interface ConsentsView {
  readonly templates: readonly ConsentView[];
}
export interface ConsentView {
  readonly purpose: MessagePurpose;
  readonly title: string;
  readonly templateId: string;
  readonly kind: 'one-time' | 'long-term';
  readonly balance: number;
}
/** POST /api/consents `{ results: { [templateId]: status } }`: what WeChat's sheet answered, as it answered it. */
export interface ConsentReport {
  readonly results: Readonly<Record<string, string>>;
}

/** GET /api/call-list: who could not be reached, with telephone. */
export interface CallListView {
  readonly rows: readonly CallRow[];
}
export interface CallRow {
  readonly reminderId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly personName: string;
  readonly post: string;
  readonly phone: string;
  readonly about: string;
  /** By when the first of it is due. */
  readonly dueAt: Instant;
  readonly reason: string;
  readonly at: Instant;
  readonly result: CallResultView | null;
}
/** What the last call came to. */
export interface CallResultView {
  readonly text: string;
  /** Whether it got through; null when nobody said, as in former entries. */
  readonly isReached: boolean | null;
  readonly at: Instant;
  readonly by: string;
}
/** GET /api/reminder-readiness: on the 10th, who has no grant left. */
export interface ReadinessView {
  readonly rows: readonly {
    readonly unitName: string;
    readonly personName: string;
    readonly phone: string;
    readonly isBound: boolean;
    readonly balance: number;
  }[];
}
/** POST /api/reminders `{ obligationIds }` or `{ period, kind }`: what became of each. */
export interface RemindResultView {
  readonly queued: number;
  readonly alreadyTonight: number;
  readonly alreadyDone: number;
}
/** GET /api/reminders?period=2022-05: what went out for a month, latest first. */
export interface SentRemindersView {
  readonly rows: readonly SentReminder[];
}
export interface SentReminder {
  readonly reminderId: string;
  readonly obligationId: string;
  readonly unitName: string;
  readonly personName: string;
  readonly about: string;
  /** Which rung of the plan, or 牵头单位提醒, 退回修改. */
  readonly occasion: string;
  readonly state: ReminderState;
  /** Why it is on the call list; null otherwise. */
  readonly reason: string | null;
  readonly at: Instant;
}
