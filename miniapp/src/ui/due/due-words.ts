import type { Remaining } from '@jiannuo/shared/kernel';
import type { DueWords } from '../status/status-word';

const SOON_DAYS = 3;

/** Whether a due time is so near that it shows amber: within three days. */
export function isSoon({ kind, n }: Remaining): boolean {
  return kind === 'hours' || kind === 'minutes' || (kind === 'days' && n <= SOON_DAYS);
}

/** A time left or overrun as chip: grey ring beyond three days, amber clock within, red triangle when over. */
export function dueWords(left: Remaining): DueWords {
  if (left.kind.startsWith('overdue')) return { shape: 'late', text: left.text };
  return { shape: isSoon(left) ? 'soon' : 'not-yet', text: left.text };
}
