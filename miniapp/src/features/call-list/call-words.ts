import type { CallRow } from '@jiannuo/shared/notifications';
import { factsInLine } from '../../ui/ideographic-space';
import { spokenPhone } from '../../ui/row/spoken-phone';

/** Number of whoever is to be called, or that there is none. */
export function numberOf({ phone }: Pick<CallRow, 'phone'>): string {
  return phone === '' ? '没有电话' : spokenPhone(phone);
}

/** Name and post of whoever is to be called. */
export function nameOf({ personName, post }: Pick<CallRow, 'post' | 'personName'>): string {
  const name = personName === '' ? '没有登记人' : personName;
  return post === '' ? name : `${name}（${post}）`;
}

/** Name, post and number of whoever is to be called. */
export function callTo(row: Pick<CallRow, 'post' | 'personName' | 'phone'>): string {
  return factsInLine(nameOf(row), numberOf(row));
}

/** How many units are in a list of calls, and how many calls that is when a unit has several people to call. */
export function countOf(rows: readonly CallRow[]): string {
  const units = new Set(rows.map(({ unitId }) => unitId)).size;
  const calls = units === rows.length ? '' : `，${String(rows.length)}个电话`;
  return `${String(units)}家${calls}`;
}

/** Whether somebody is still to be called: not called yet, or the last call did not get through. */
export function isToCall({ result }: Pick<CallRow, 'result'>): boolean {
  return result === null || result.isReached === false;
}
