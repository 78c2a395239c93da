import type { MessagePurpose } from './api';

/** One-time: each acceptance is one message. Long-term: accepted once, for ever until withdrawn. */
export type ConsentKind = 'one-time' | 'long-term';

const ACCEPTED = 'accept';

/**
 * How many messages WeChat will still take after its sheet answered `status` for a template. Any `accept…` adds one
 * (for a long-term template it is one), `reject` empties the ledger, anything else (ban, filter, unknown) changes nothing.
 */
export function balanceAfterSheet(kind: ConsentKind, balance: number, status: string): number {
  if (status.startsWith(ACCEPTED)) return kind === 'long-term' ? 1 : balance + 1;
  return status === 'reject' ? 0 : balance;
}

/** WeChat's answer for "not subscribed, used up or refused": the truth that corrects our estimate. */
export const NOT_SUBSCRIBED = 43101;

/** The balance after WeChat answered a send: used up by one on success (0), empty on 43101, else unchanged. Never below zero. */
export function balanceAfterSend(kind: ConsentKind, balance: number, errorCode: number): number {
  if (errorCode === NOT_SUBSCRIBED) return 0;
  return errorCode === 0 && kind === 'one-time' ? Math.max(0, balance - 1) : balance;
}

/** Sheet results as the phone reported them: template id → status. Entries for unknown templates and non-texts are dropped. */
export function readSheetResults(
  results: Readonly<Record<string, unknown>>,
  templateIds: readonly string[],
): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const id of templateIds) {
    const status = Object.prototype.hasOwnProperty.call(results, id) ? results[id] : undefined;
    if (typeof status === 'string') read.set(id, status);
  }
  return read;
}

const RESERVED: readonly MessagePurpose[] = ['warning', 'ticket'];

/** Whether a grant may be spent: any that is there, but the last one for a warning or a ticket never on a courtesy. */
export function maySpendGrant(purpose: MessagePurpose, balance: number, isCourtesy: boolean): boolean {
  const kept = isCourtesy && RESERVED.includes(purpose) ? 1 : 0;
  return balance > kept;
}
