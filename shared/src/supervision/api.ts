import type { DateText, Instant } from '../kernel';
import type { Channel } from '../obligations';
import type { AttachmentView, Evidence } from '../reporting';
import type { NoticeContent, Part } from './draft';
import type { Correcting } from './correcting';
import { NOTICE_KINDS, type Answer, type NoticeKind } from './kinds';
import type { LastLook } from './issuing';
import type { LinkView } from './link';
import type { Paper } from './paper';
import type { ChainChange, ChainNotice, CircularReference, NoticeReference } from './prior';
import type { NoticeOpening, NoticeReader } from './readers';
import type { NoticeProgress } from './progress';
import type { NoticeAction, NoticeState, TicketAction, TicketState } from './states';

/** POST /api/supervision/notices. The text may be incomplete; sending it for a check asks for the rest. */
export interface NoticeDraftRequest {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  /** The issued notice that this one corrects. */
  readonly correctsId: string | null;
}

/** POST /api/supervision/notices/:id/edit, with the version that was read. */
export interface NoticeEditRequest {
  readonly version: number;
  readonly content: NoticeContent;
}

/** POST /api/supervision/notices/:id/steps. */
export interface NoticeStepRequest {
  readonly action: Exclude<NoticeAction, 'edit' | 'correct' | 'lapse' | 'succeed' | 'shake'>;
  /** The version that was read. */
  readonly version: number;
  /** For what needs one: sending back, declining, discarding, declaring void, taking off the list, letting a clue stand. */
  readonly reason: string;
  /** Of a proposal that is declined for now: the day on which to look at it again. */
  readonly againOn?: DateText;
}

/** Where a notice stands after a command. */
export interface NoticeStanding {
  readonly id: string;
  readonly state: NoticeState;
  readonly version: number;
  /** 督办单〔2022〕3号, or that its number is not settled. */
  readonly number: string;
}

/** POST /api/supervision/tickets/:id/steps. */
export interface TicketStepRequest {
  readonly action: TicketAction;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly dueAt: Instant | null;
  readonly handler: string;
  /** Why it was not done in time, where more time is asked for after it was due. */
  readonly lateReason: string;
  readonly receivedAt: Instant | null;
  readonly channel: Channel | null;
}

/** Where a ticket stands after a command. */
export interface TicketStanding {
  readonly id: string;
  readonly state: TicketState;
}

/** A notice as the lead unit's list shows it. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly number: string;
  readonly title: string;
  readonly state: NoticeState;
  /** Whether the ladder proposed it, whatever became of it. */
  readonly isProposed: boolean;
  readonly isConfidential: boolean;
  readonly answer: Answer;
  readonly dueAt: Instant | null;
  readonly at: Instant;
  /** The first of the units addressed, and how many there are. */
  readonly unitNames: readonly string[];
  readonly unitCount: number;
  readonly tickets: NoticeProgress;
  /** By when the lead unit means to have reviewed or answered the first that waits; null when none does. */
  readonly reviewDueAt: Instant | null;
  /** Since when the first of its units is late; null when none is. */
  readonly overdueSince: Instant | null;
  /** When the finding of 瞒报 was cleared that it stands on; null where that stands. */
  readonly findingClearedAt: Instant | null;
  /** Whether something that it rests on fell away, and nobody has said yet that it stands. */
  readonly isShaken: boolean;
  /** Whether it waits for the reader: a draft for his step, or units for his review or answer. */
  readonly isYours: boolean;
}

/** What a list of notices may be narrowed to: what waits for a review or an answer, what the ladder proposed, or one kind. */
export const NOTICE_SORTS = ['review', 'proposal', ...NOTICE_KINDS] as const;
export type NoticeSort = (typeof NOTICE_SORTS)[number];

/** GET /api/supervision/notices?unitId=&sort=: what waits for the reader first, the soonest before. */
export interface NoticeListView {
  readonly serverNow: Instant;
  readonly rows: readonly NoticeRow[];
  /** Whether there are older ones than these. */
  readonly hasMore: boolean;
  /** Of the list of one unit: the gravest rung on which it stands, 走到哪一级; null where it stands on none, and of every other list. */
  readonly reached: { readonly kind: NoticeKind; readonly number: string; readonly issuedAt: Instant } | null;
}

/** Something that happened to a notice or a ticket. */
export interface SupervisionEvent {
  readonly action: NoticeAction | TicketAction | 'draft' | 'propose' | 'finding-cleared' | 'carry' | 'carry-extension';
  readonly at: Instant;
  /** When it really happened, where it was entered for the unit; otherwise the same. */
  readonly happenedAt: Instant;
  readonly by: string;
  readonly unitName: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly dueAt: Instant | null;
  /** Counts the answers of a ticket; of what was done to a notice, says in which of its texts (第几稿). */
  readonly version: number;
}

/** A unit that a notice is addressed to, by name. */
export interface Party {
  readonly unitName: string;
  readonly part: Part;
}

/** What a notice said once it was written so far. */
export interface NoticeText {
  /** 第几稿. */
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  readonly content: NoticeContent;
  readonly parties: readonly Party[];
}

/** GET /api/supervision/notices/:id/texts: the earliest first. */
export interface NoticeTextsView {
  readonly texts: readonly NoticeText[];
}

/** One unit's ticket as the lead unit's page and the unit's list show it. */
export interface TicketRow {
  readonly id: string;
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly number: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly part: Part;
  readonly state: TicketState;
  readonly handler: string;
  readonly noticeState: NoticeState;
  readonly issuedAt: Instant;
  /** When its unit first opened it: opening is the receipt (打开就算收到). Null while nobody has. */
  readonly openedAt: Instant | null;
  /** When the answer is due that is owed now or was the last; null where none is asked. */
  readonly answerDueAt: Instant | null;
  /** When that came in, also for a notice that this one corrects; null while it has not. */
  readonly metAt: Instant | null;
  /** What is due next: to sign, or to answer; null when nothing is. */
  readonly dueAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly isExtensionAsked: boolean;
  readonly askedDueAt: Instant | null;
  /** Whether what its notice rests on fell away, and the lead unit has not said yet what holds: nobody presses its unit. */
  readonly isShaken: boolean;
  /** By when the lead unit means to have reviewed the answer or answered the request; null when neither waits. */
  readonly reviewDueAt: Instant | null;
}

/** GET /api/supervision/tickets: one unit's, what is open first, the soonest before. */
export interface TicketListView {
  readonly serverNow: Instant;
  readonly rows: readonly TicketRow[];
  readonly hasMore: boolean;
}

/** An item of a circular as the lead unit's list shows it. */
export interface CircularRow extends CircularReference {
  readonly unitId: string;
  /** What the unit owed and the circular named, 5月月报; null where nothing was chosen. */
  readonly subject: string | null;
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
  readonly enteredAt: Instant;
  readonly by: string;
  /** Who took it back, when and why; null while it stands. */
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
}

/** GET /api/supervision/circulars: the latest entered first. */
export interface CircularListView {
  readonly serverNow: Instant;
  readonly rows: readonly CircularRow[];
  readonly hasMore: boolean;
}

/** POST /api/supervision/circulars/:id/withdraw. */
export interface CircularWithdrawal {
  readonly reason: string;
}

/** What a command on an item answers. */
export interface CircularStanding {
  readonly id: string;
}

/** GET /api/supervision/notices/:id. */
export interface NoticeView extends NoticeRow {
  readonly version: number;
  readonly content: NoticeContent;
  /** Everybody that it is addressed to. */
  readonly parties: readonly Party[];
  readonly clause: string;
  readonly attachments: readonly AttachmentView[];
  readonly actions: readonly NoticeAction[];
  readonly writer: string;
  /** What happened to the notice itself, the earliest first. */
  readonly history: readonly SupervisionEvent[];
  readonly units: readonly TicketRow[];
  /** Of these units, those that have no liaison and have still to do something: they are to be called. */
  readonly withoutOfficer: readonly string[];
  /** What it is about; null where it is about no record. */
  readonly about: LinkView | null;
  /** Of a clue: the units that it is about (责任单位). */
  readonly accused: readonly string[];
  /** The prior notices, the earliest first. */
  readonly chain: readonly ChainNotice[];
  /** What circulars named of it before it was issued, the earliest first. */
  readonly circulars: readonly CircularReference[];
  /** Of an issued clue: what became of all that since, the earliest first. */
  readonly since: readonly ChainChange[];
  readonly corrects: NoticeReference | null;
  /** Of a correction that is not issued yet: what it does to the units that have the notice which it corrects. */
  readonly correcting: Correcting | null;
  readonly correctedBy: NoticeReference | null;
  /** When the finding of 瞒报 was cleared that it stands on, or that it is to correct; null where that stands. */
  readonly findingClearedAt: Instant | null;
  /** As it goes out, or went out (发出去的样子). */
  readonly paper: Paper;
  /** Who alone may know of a confidential one, with those who no longer do. */
  readonly readers: readonly NoticeReader[];
  /** The clues that rest on it and that the reader may know of: declaring it void tells theirs. */
  readonly restedOn: readonly string[];
  /** Who looks and when, over what is for named persons alone; null for everything else. */
  readonly watermark: string | null;
  /** Of a confidential one: who opened it, the latest first; of every other nothing is kept. */
  readonly openings: readonly NoticeOpening[];
  /** What issuing it now would do; null while it cannot be issued. */
  readonly lastLook: LastLook | null;
}

/** GET /api/supervision/tickets/:id. */
export interface TicketView extends TicketRow {
  /** Who looks and when, over what is for named persons alone; null for everything else. */
  readonly watermark: string | null;
  readonly serverNow: Instant;
  readonly isConfidential: boolean;
  readonly answer: Answer;
  readonly clause: string;
  readonly requirement: string;
  readonly fields: NoticeContent['fields'];
  /** Who handles it, who helps: 主办、协办、抄送. Whoever leads the matter sees how far each has come (art. 15). */
  readonly parties: readonly (Party & { readonly state: TicketState | null })[];
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
  readonly signDueAt: Instant | null;
  /** By when the notice itself asked for an answer; more time given since, or a return, does not move it. */
  readonly firstDueAt: Instant | null;
  /** Until when that request holds the ladder back; null where it does not. */
  readonly shelteredUntil: Instant | null;
  /** The last answer, its own or that of the notice which this one corrects: what the next one starts from. */
  readonly lastAnswer: Pick<SupervisionEvent, 'text' | 'evidence'> | null;
  readonly actions: readonly TicketAction[];
  readonly history: readonly SupervisionEvent[];
  /** What it is about, where that is its unit's; null for every other. */
  readonly about: LinkView | null;
  readonly accused: readonly string[];
  /** Of a clue: the prior notices, the earliest first. */
  readonly chain: readonly ChainNotice[];
  readonly circulars: readonly CircularReference[];
  readonly since: readonly ChainChange[];
  /** The notice that this one corrects, in whose place it stands. */
  readonly corrects: NoticeReference | null;
  readonly correctedBy: NoticeReference | null;
  /** When the finding of 瞒报 was cleared that it stands on; null where that stands. */
  readonly findingClearedAt: Instant | null;
  /** The paper as this unit got it. */
  readonly paper: Paper;
}
