import type { CallRow } from '@jiannuo/shared/notifications';
import { factsInLine } from '../../ui/ideographic-space';

/** A number as one reads it out: `138 0000 0107`; landlines stay as they are. */
export function spokenPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

/** Number of whoever is to be called, or that there is none. */
export function numberOf({ phone }: Pick<CallRow, 'phone'>): string {
  return phone === '' ? '没有电话' : spokenPhone(phone);
}

/** Name, post and number of whoever is to be called. */
export function callTo(row: Pick<CallRow, 'post' | 'personName' | 'phone'>): string {
  const name = row.personName === '' ? '没有登记人' : row.personName;
  return factsInLine(row.post === '' ? name : `${name}（${row.post}）`, numberOf(row));
}
