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
  /** Until when that has more time by now on which the notice that asks for it stands; null where it has none. */
  readonly heldUntil: Instant | null;
  /** Whether what the notice that asks for it rests on fell away, and nobody has said yet that it stands. */
  readonly isShaken: boolean;
}

/** What decides whether something is still owed and past due. */
type Owed = Pick<
  LadderRecord,
  'unitName' | 'dueAt' | 'metAt' | 'waivedAt' | 'shelteredUntil' | 'heldUntil' | 'isShaken'
>;

/**
 * Why nothing rests on it any more: it was done, let off or withdrawn, it or what it stands on given more time, or a
 * request for more time still holds it, or the notice that asks for it waits to be looked at anew. Null while it is owed and past due.
 */
export function groundGone(owed: Owed, now: Instant): Refusal | null {
  const { unitName: unit, metAt, waivedAt, shelteredUntil, heldUntil, isShaken } = owed;
  const dueAt = heldUntil !== null && heldUntil > owed.dueAt ? heldUntil : owed.dueAt;
  if (metAt !== null) return { code: 'supervision.ground-met', facts: { unit, at: metAt } };
  if (waivedAt !== null) return { code: 'supervision.ground-released', facts: { unit } };
  if (dueAt > now) return { code: 'supervision.ground-extended', facts: { unit, dueAt } };
  if (shelteredUntil !== null && now < shelteredUntil) {
    return { code: 'supervision.ground-extension-asked', facts: { unit } };
  }
  return isShaken ? { code: 'supervision.ground-shaken', facts: { unit } } : null;
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
