import { addMonths, type Period } from '../kernel';
import type { Regulation } from './regulation';

/** The months of a cycle (考评时间周期), first to last. */
export function monthsOf({ first, last }: Regulation['cycle']): readonly Period[] {
  const months: Period[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
