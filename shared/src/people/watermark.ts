import { beijingDate, beijingTime, formatFullDate, type Instant } from '../kernel';
import { ROLE_NAMES } from './names';
import type { Role } from './roles';

/** What stands over a confidential matter (限知悉) while it is read: who opened it, and when, in Beijing time. */
export function watermarkOf(personName: string, at: Instant): string {
  return `${personName} ${formatFullDate(beijingDate(at))} ${beijingTime(at)}`;
}

/** What is printed over the file of such a matter, line by line: besides that, the post of whoever opened it. */
export function fileWatermarkOf(
  { personName, unitName, role }: { readonly personName: string; readonly unitName: string; readonly role: Role },
  at: Instant,
): readonly string[] {
  return [`${unitName}${ROLE_NAMES[role]}`, watermarkOf(personName, at)];
}
