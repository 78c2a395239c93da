import {
  addWholeDays,
  allow,
  cleanText,
  isInstant,
  isLongerThan,
  refuseAll,
  toInstant,
  toMilliseconds,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import type { Obligation } from './settings';

/** Longest reason for an extension or a waiver, in code points, inclusive. */
export const DECISION_REASON_LIMIT = 200;

/** How far a due time may be moved at once, in days, inclusive. */
export const EXTENSION_LIMIT_DAYS = 31;

/** A due time moved for one unit. What closes after the due time moves by the same span. */
export interface Extension {
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly reason: string;
}
/** A unit is let off (免报). */
export interface Waiver {
  readonly waivedAt: Instant;
  readonly reason: string;
}

/** Whether a unit gets more time: only for what is still owed, to a later moment that lies ahead, with a reason. */
export function decideExtend(
  obligation: Pick<Obligation, 'dueAt' | 'closesAt' | 'metAt' | 'waivedAt'>,
  newDueAt: unknown,
  reason: unknown,
  now: Instant,
): Outcome<Extension> {
  const refusals = [...openRefusals(obligation), ...newDueRefusals(obligation.dueAt, newDueAt, now)];
  return extendedUnless(refusals, obligation, newDueAt, reason);
}

/**
 * Whether more time that a unit asked for is given: as any other, and also for what came in while nobody answered. That
 * is judged by the time it then had, which may be over by now.
 */
export function decideGrant(
  obligation: Pick<Obligation, 'dueAt' | 'closesAt' | 'metAt' | 'waivedAt'>,
  newDueAt: unknown,
  reason: unknown,
  now: Instant,
): Outcome<Extension> {
  if (obligation.metAt === null) return decideExtend(obligation, newDueAt, reason, now);
  const refusals = [...openRefusals({ ...obligation, metAt: null }), ...laterRefusals(obligation.dueAt, newDueAt, now)];
  return extendedUnless(refusals, obligation, newDueAt, reason);
}

function extendedUnless(
  refusals: readonly Refusal[],
  obligation: Pick<Obligation, 'dueAt' | 'closesAt'>,
  newDueAt: unknown,
  reason: unknown,
): Outcome<Extension> {
  return refuseAll([...refusals, ...reasonRefusals(reason)], () => {
    const dueAt = newDueAt as Instant;
    return { dueAt, closesAt: shifted(obligation, dueAt), reason: cleanText(reason as string) };
  });
}

/**
 * Whether an extension is shortened or taken back (缩短、撤销宽限): only for what is still owed, to an earlier moment that
 * still lies ahead and is no earlier than `ownDueAt`, when the thing would be due had nobody extended it. With a reason.
 */
export function decideShorten(
  obligation: Pick<Obligation, 'dueAt' | 'closesAt' | 'metAt' | 'waivedAt'> & { readonly ownDueAt: Instant },
  newDueAt: unknown,
  reason: unknown,
  now: Instant,
): Outcome<Extension> {
  const refusals = [
    ...openRefusals(obligation),
    ...earlierDueRefusals(obligation, newDueAt, now),
    ...reasonRefusals(reason),
  ];
  return refuseAll(refusals, () => {
    const dueAt = newDueAt as Instant;
    return { dueAt, closesAt: shifted(obligation, dueAt), reason: cleanText(reason as string) };
  });
}

function earlierDueRefusals(
  { dueAt, ownDueAt }: { readonly dueAt: Instant; readonly ownDueAt: Instant },
  newDueAt: unknown,
  now: Instant,
): readonly Refusal[] {
  if (dueAt <= ownDueAt) return [{ code: 'obligations.not-extended', facts: {} }];
  if (!isInstant(newDueAt)) return [{ code: 'obligations.due-unreadable', facts: {} }];
  if (newDueAt <= now) return [{ code: 'obligations.due-in-past', facts: {} }];
  if (newDueAt >= dueAt) return [{ code: 'obligations.due-not-earlier', facts: { dueAt } }];
  return newDueAt >= ownDueAt ? [] : [{ code: 'obligations.due-before-own', facts: { dueAt: ownDueAt } }];
}

function shifted(obligation: Pick<Obligation, 'dueAt' | 'closesAt'>, dueAt: Instant): Instant | null {
  if (obligation.closesAt === null) return null;
  const span = toMilliseconds(obligation.closesAt) - toMilliseconds(obligation.dueAt);
  return toInstant(toMilliseconds(dueAt) + span);
}

/** Whether a unit is let off: only what is still owed, with a reason. */
export function decideWaive(
  obligation: Pick<Obligation, 'metAt' | 'waivedAt'>,
  reason: unknown,
  now: Instant,
): Outcome<Waiver> {
  const refusals = [...openRefusals(obligation), ...reasonRefusals(reason)];
  return refuseAll(refusals, () => ({ waivedAt: now, reason: cleanText(reason as string) }));
}

/** Whether a waiver is taken back; the thing is owed again by its due time. */
export function decideUnwaive(obligation: Pick<Obligation, 'waivedAt'>): Outcome<{ readonly waivedAt: null }> {
  if (obligation.waivedAt !== null) return allow({ waivedAt: null });
  return refuseAll([{ code: 'obligations.not-waived', facts: {} }], () => ({ waivedAt: null }));
}

function openRefusals(obligation: Pick<Obligation, 'metAt' | 'waivedAt'>): readonly Refusal[] {
  if (obligation.metAt !== null) return [{ code: 'obligations.already-handed-in', facts: {} }];
  return obligation.waivedAt === null ? [] : [{ code: 'obligations.already-waived', facts: {} }];
}

function newDueRefusals(dueAt: Instant, newDueAt: unknown, now: Instant): readonly Refusal[] {
  if (isInstant(newDueAt) && newDueAt <= now) return [{ code: 'obligations.due-in-past', facts: {} }];
  return laterRefusals(dueAt, newDueAt, now);
}

function laterRefusals(dueAt: Instant, newDueAt: unknown, now: Instant): readonly Refusal[] {
  if (!isInstant(newDueAt)) return [{ code: 'obligations.due-unreadable', facts: {} }];
  if (newDueAt <= dueAt) return [{ code: 'obligations.due-not-later', facts: { dueAt } }];
  const furthest = addWholeDays(now > dueAt ? now : dueAt, EXTENSION_LIMIT_DAYS);
  return newDueAt <= furthest ? [] : [{ code: 'obligations.due-too-far', facts: { limit: EXTENSION_LIMIT_DAYS } }];
}

function reasonRefusals(reason: unknown): readonly Refusal[] {
  const text = typeof reason === 'string' && reason.length <= DECISION_REASON_LIMIT * 10 ? cleanText(reason) : reason;
  if (typeof text !== 'string' || text === '') return [{ code: 'obligations.reason-missing', facts: {} }];
  if (!isLongerThan(text, DECISION_REASON_LIMIT)) return [];
  return [{ code: 'obligations.reason-too-long', facts: { limit: DECISION_REASON_LIMIT } }];
}
