import type { NoticeRow } from './api';
import { NOTICE_KINDS } from './kinds';

/** After every instant. */
const NEVER = '9';

/**
 * Which of two rows of the lead unit's list stands first: what waits for the reader, the soonest due before, of proposals
 * the gravest before; then what units are late with, the longest before. Zero where the list keeps them as they are.
 */
export function byUrgency(one: NoticeRow, other: NoticeRow): number {
  const [first, second] = [urgencyOf(one), urgencyOf(other)];
  for (const [index, key] of first.entries()) {
    const against = second[index] ?? '';
    if (key !== against) return key < against ? -1 : 1;
  }
  return 0;
}

/** The keys of the order, the smaller one first. */
function urgencyOf({ isYours, reviewDueAt, overdueSince, state, kind, at }: NoticeRow): readonly string[] {
  if (!isYours) return ['1', overdueSince ?? NEVER];
  if (state !== 'proposed') return ['0', reviewDueAt ?? NEVER, '0'];
  return ['0', NEVER, '1', String(NOTICE_KINDS.length - NOTICE_KINDS.indexOf(kind)), at];
}
