import type { Instant } from '../kernel';
import type { CircularItem } from './circular';
import type { Answer, NoticeKind } from './kinds';
import type { LadderDeed } from './ladder-record';
import type { NoticeLink } from './link';
import { isTicketOpen, type NoticeAction, type NoticeState, type TicketAction, type TicketState } from './states';

/** How a notice reached a unit, and what it and the lead unit did about it: 送达、签收、反馈、退回. */
export interface Delivery {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: TicketState;
  /** What the notice asks of it: material is handed in (报送), everything else answered (反馈). */
  readonly answer: Answer;
  readonly openedAt: Instant | null;
  /** The earliest first. */
  readonly deeds: readonly LadderDeed[];
  readonly answerDueAt: Instant | null;
  /** The later due time that was granted for that answer (延期); null where none was. */
  readonly grantedUntil: Instant | null;
  readonly shelteredUntil: Instant | null;
  /** What the unit owes as its answer; null where none is asked. */
  readonly answerId: string | null;
}

/** Whether nobody has anything to do about a notice any more: it was handled, or taken back. */
export function isMetBy(tickets: readonly Pick<Delivery, 'state'>[]): boolean {
  return !tickets.some(({ state }) => isTicketOpen(state));
}

/** A notice that another one refers to. */
export interface NoticeReference {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: NoticeState;
  readonly issuedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** When a talk is held (约谈时间); null or left out of every other, and of talks that said it in words. */
  readonly heldAt?: Instant | null;
  /** Whether none of its units has anything to do about it any more. */
  readonly isMet: boolean;
  /** Whether it was taken back because the finding of 瞒报 that it stood on was cleared; left out where it was not. */
  readonly isCleared?: true;
  /** Whether what it rests on fell away, and the lead unit has not said yet what holds; left out where it stands. */
  readonly isShaken?: true;
}

/** A notice in the chain before another, with how it reached the units that the other is about. */
export interface ChainNotice extends NoticeReference {
  readonly deliveries: readonly Delivery[];
}

/** What a circular named of a unit, in the chain of prior notices. */
export interface CircularReference extends CircularItem {
  readonly id: string;
  readonly unitName: string;
}

/** What a clue rested on when it was issued, the earliest first: kept as it stood, so that what was sent never changes. */
export interface IssuedChain {
  readonly chain: readonly ChainNotice[];
  readonly circulars: readonly CircularReference[];
}

/** What became of a prior notice or an item after the clue that rests on it was issued; the clue itself says what was before. */
export interface ChainChange {
  /** The notice or the item. */
  readonly id: string;
  readonly action: NoticeAction | TicketAction;
  readonly at: Instant;
  /** The time that was asked for or given; null for everything else. */
  readonly dueAt: Instant | null;
  /** Whose ticket it was; null for what was done to the whole. */
  readonly unitName: string | null;
}

/** A notice that was issued to a unit before, with how it stands there. */
export interface PriorNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly number: string;
  readonly title: string;
  readonly state: NoticeState;
  readonly issuedAt: Instant;
  readonly dueAt: Instant | null;
  readonly heldAt?: Instant | null;
  readonly earlierId: string | null;
  readonly linkId: string | null;
  /** Whether what it rests on fell away, and the lead unit has not said yet what holds; left out where it stands. */
  readonly isShaken?: true;
  /** One for each of the units asked about. */
  readonly deliveries: readonly Delivery[];
}

/** What a circular named of a unit before. */
export interface PriorCircular extends CircularReference {
  readonly unitId: string;
  readonly obligationId: string | null;
}

/** GET /api/supervision/prior?units=: what was issued to units and named of them before, the latest first. */
export interface Prior {
  readonly notices: readonly PriorNotice[];
  readonly circulars: readonly PriorCircular[];
  /** Notices declared void or corrected: none of them counts, but they tie those together that do; left out where none are. */
  readonly ended?: readonly TiedNotice[];
}

/** By what a notice belongs to a matter. */
export interface TiedNotice extends Pick<PriorNotice, 'id' | 'earlierId' | 'linkId'> {
  readonly answerIds: readonly string[];
}

/** A matter (同一件事), by the record that it is about or by a notice about it. */
export interface Matter {
  readonly link: Pick<NoticeLink, 'id'> | null;
  readonly earlierId: string | null;
}

/**
 * What of everything before is about one matter, in the order given: notices about the same record, those that they
 * follow or that follow them, those about an answer that one of them asked for, and the circulars that named any of it.
 * What was declared void or corrected is none of it, and cuts nothing off.
 */
export function priorOfMatter({ notices, circulars, ended = [] }: Prior, { link, earlierId }: Matter): Prior {
  const all = [...notices.map(tiedOf), ...ended].map((each) => ({ id: each.id, ties: tiesOf(each) }));
  const records = new Set([link?.id, earlierId].flatMap((id) => id ?? []));
  const found = new Set<string>();
  for (let count = -1; count < found.size;) {
    count = found.size;
    for (const { id, ties } of all) {
      if (!found.has(id) && ties.some((tie) => records.has(tie))) {
        found.add(id);
        for (const tie of ties) records.add(tie);
      }
    }
  }
  return {
    notices: notices.filter(({ id }) => found.has(id)),
    circulars: circulars.filter(({ id, obligationId }) => {
      return records.has(id) || (obligationId !== null && records.has(obligationId));
    }),
  };
}

function tiedOf({ id, earlierId, linkId, deliveries }: PriorNotice): TiedNotice {
  return { id, earlierId, linkId, answerIds: deliveries.flatMap(({ answerId }) => answerId ?? []) };
}

/** Everything by which a notice belongs to a matter. */
function tiesOf({ id, earlierId, linkId, answerIds }: TiedNotice): readonly string[] {
  return [id, earlierId, linkId, ...answerIds].flatMap((tie) => tie ?? []);
}
