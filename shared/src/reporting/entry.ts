import {
  atBeijing,
  cleanText,
  codePointLength,
  isInstant,
  refuseAll,
  type Instant,
  type Outcome,
  type Period,
  type Refusal,
} from '../kernel';

/** Longest basis of a hand-in that was entered for a unit, in code points, inclusive. */
export const BASIS_LIMIT = 200;

/** When a hand-in truly arrived, and what that rests on. */
export interface Entry {
  readonly receivedAt: Instant;
  readonly basis: string;
}

/** What bounds the true time of receipt. */
export interface EntryBounds {
  readonly period: Period;
  /** For what answers a return: the instant of the return; otherwise null. */
  readonly returnedAt: Instant | null;
  readonly now: Instant;
}

/**
 * Whether a hand-in that came by e-mail, paper, fax or telephone may be entered (代录) with its true time of receipt:
 * not in the future, not before its month in Beijing, not before the return it answers, and with a basis.
 */
export function decideEntry(
  entry: { readonly receivedAt: unknown; readonly basis: unknown },
  bounds: EntryBounds,
): Outcome<Entry> {
  const refusals = [...receiptRefusals(entry.receivedAt, bounds), ...basisRefusals(entry.basis)];
  return refuseAll(refusals, () => ({
    receivedAt: entry.receivedAt as Instant,
    basis: cleanText(entry.basis as string),
  }));
}

function receiptRefusals(receivedAt: unknown, { period, returnedAt, now }: EntryBounds): readonly Refusal[] {
  if (!isInstant(receivedAt)) return [{ code: 'reporting.received-unreadable', facts: {} }];
  if (receivedAt > now) return [{ code: 'reporting.received-in-future', facts: {} }];
  if (receivedAt < atBeijing(`${period}-01`, '00:00')) return [{ code: 'reporting.received-before-period', facts: {} }];
  if (returnedAt === null || receivedAt >= returnedAt) return [];
  return [{ code: 'reporting.received-before-return', facts: { returnedAt } }];
}

function basisRefusals(basis: unknown): readonly Refusal[] {
  if (typeof basis !== 'string') return [{ code: 'reporting.basis-missing', facts: {} }];
  if (basis.length > BASIS_LIMIT * 20) return [{ code: 'reporting.basis-too-long', facts: { limit: BASIS_LIMIT } }];
  const text = cleanText(basis);
  if (text === '') return [{ code: 'reporting.basis-missing', facts: {} }];
  return codePointLength(text) <= BASIS_LIMIT
    ? []
    : [{ code: 'reporting.basis-too-long', facts: { limit: BASIS_LIMIT } }];
}
