import { beijingDate, beijingTime, formatFullDate, type Instant } from '../kernel';
import { ROLE_NAMES } from './names';
import type { Role } from './roles';

/** What stands over a confidential matter (限知悉) while it is read: who opened it, and when, in Beijing time. */
export function watermarkOf(personName: string, at: Instant): string {
  return `${personName} ${formatFullDate(beijingDate(at))} ${beijingTime(at)}`;
}

/** Who opens a file, in which appointment. */
interface Opener {
  readonly personName: string;
  readonly unitName: string;
  readonly role: Role;
  readonly appointmentId: string;
}

/** How much of an appointment's id tells it from the others. */
const MARK_LENGTH = 6;

/**
 * What is printed over the file of such a matter, line by line: besides that, the post of whoever opened it, with the end
 * of the appointment's id. Two readers of one post are told apart by that, also where no font knows their names.
 */
export function fileWatermarkOf({ personName, unitName, role, appointmentId }: Opener, at: Instant): readonly string[] {
  return [`${unitName}${ROLE_NAMES[role]} ${appointmentId.slice(-MARK_LENGTH)}`, watermarkOf(personName, at)];
}
