import type { CallRow } from '@jiannuo/shared/notifications';
import { factsInLine } from '../../ui/ideographic-space';

/** A number as one reads it out: `138 0000 0107`; landlines stay as they are. */
export function spokenPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

/** Post, name and number of whoever is to be called. */
export function callTo({ post, personName, phone }: Pick<CallRow, 'post' | 'personName' | 'phone'>): string {
  return factsInLine(`${post === '' ? '联络员' : post}${personName}`, phone === '' ? '没有电话' : spokenPhone(phone));
}
