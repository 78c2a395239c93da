import type { DateText, Instant, Refusal } from '../kernel';
import { namesAfterDue, type CircularItem } from './circular';
import type { NoticeKind } from './kinds';
import type { TicketAction } from './states';

/**
 * Something that was done about what is owed; `move-due` is a due time moved where no ticket asks for it, `shake` that
 * the ground of its notice fell away, `keep` that the notice stands all the same, `renew` that a correction came in its
 * place, `carry` and `carry-extension` that more time, and a request for it, went over to that.
 */
export interface LadderDeed {
  readonly action: TicketAction | 'move-due' | 'shake' | 'keep' | 'renew' | 'carry' | 'carry-extension';
  readonly at: Instant;
  /** The time asked for or given; null for every other deed. */
  readonly dueAt: Instant | null;
  /** How the ground fell away; left out of every other deed. */
  readonly text?: string;
}

/** Something that a unit owes, what was done about it, and what was issued about it before. */
export interface LadderRecord {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** 5月月报, 督办单〔2022〕3号反馈. */
  readonly title: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
  /** The notice that asks for it, with what it is about; null where the regulation itself does. */
  readonly last: {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly title: string;
    readonly requirement: string;
    /** By when it asked for it at first; null where it named no time. */
    readonly dueAt: Instant | null;
    /** The facts that it stated; empty where it stated none. */
    readonly facts: string;
    /** Whether a warning, an order or a circular stands before about the same, it itself among them (art. 16). */
    readonly isPrompted: boolean;
  } | null;
  /** The earliest first. */
  readonly deeds: readonly LadderDeed[];
  /** What circulars named of it. */
  readonly circulars: readonly CircularItem[];
  /** Until when a request for more time that nobody answered holds it back; null where none does. */
  readonly shelteredUntil: Instant | null;
  /** What the notices before it rest on, where that is not owed any more as they say; null where it is. */
  readonly root: FallenRoot | null;
  /** Whether what the notice that asks for it rests on fell away, and nobody has said yet that it stands. */
  readonly isShaken: boolean;
}

/** Something at the bottom of a chain of notices that was let off, came in time after all, or has or had more time. */
export type FallenRoot = Pick<LadderRecord, 'dueAt' | 'metAt' | 'waivedAt'>;

/** What decides whether something is still owed and past due. */
type Owed = FallenRoot & Pick<LadderRecord, 'unitName' | 'shelteredUntil' | 'root' | 'isShaken'>;

/**
 * Why nothing rests on it any more: it or what it stands on was done, let off, withdrawn or given more time, or a
 * request for more time still holds it, or the notice that asks for it waits to be looked at anew. Null while it is owed and past due.
 */
export function groundGone(owed: Owed, now: Instant): Refusal | null {
  const { unitName: unit, dueAt, metAt, waivedAt, shelteredUntil, root, isShaken } = owed;
  if (metAt !== null) return { code: 'supervision.ground-met', facts: { unit, at: metAt } };
  if (waivedAt !== null) return { code: 'supervision.ground-released', facts: { unit } };
  if (dueAt > now) return { code: 'supervision.ground-extended', facts: { unit, dueAt } };
  if (shelteredUntil !== null && now < shelteredUntil) {
    return { code: 'supervision.ground-extension-asked', facts: { unit } };
  }
  return isShaken ? { code: 'supervision.ground-shaken', facts: { unit } } : rootGone(root, unit, now);
}

/**
 * Why nothing graver follows on a chain of notices, though each of them may stand (维持): what it rests on was let off,
 * came in time, or has more time by now. Null where it has to be there by now and is not, or came late.
 */
export function rootGone(root: FallenRoot | null, unit: string, now: Instant): Refusal | null {
  if (root === null) return null;
  const { dueAt, metAt, waivedAt } = root;
  if (waivedAt !== null) return { code: 'supervision.ground-released', facts: { unit } };
  if (metAt !== null) return metAt < dueAt ? { code: 'supervision.ground-met', facts: { unit, at: metAt } } : null;
  return dueAt > now ? { code: 'supervision.ground-extended', facts: { unit, dueAt } } : null;
}

/** What the ladder proposed as an order, and the latest day of a circular that names what it is about. */
export interface FirstOrder extends Pick<LadderRecord, 'unitName' | 'dueAt'> {
  readonly kind: NoticeKind;
  readonly earlierId: string | null;
  /** Null where none names it, or none any more. */
  readonly namedOn: DateText | null;
}

/** Why an order that was proposed with no notice before does not stand: no circular names the shortfall any more (Q25). */
export function namingGone({ kind, earlierId, namedOn, dueAt, unitName: unit }: FirstOrder): Refusal | null {
  if (kind !== 'order' || earlierId !== null) return null;
  const isNamed = namedOn !== null && namesAfterDue({ issuedOn: namedOn }, dueAt);
  return isNamed ? null : { code: 'supervision.ground-unnamed', facts: { unit } };
}

/** The circulars that count as prior notices: those that name the shortfall after it was due (Q25). */
export function countingCirculars(circulars: readonly CircularItem[], dueAt: Instant): readonly CircularItem[] {
  return circulars.filter((item) => namesAfterDue(item, dueAt));
}
