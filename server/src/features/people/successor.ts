import type { DateText } from '@jiannuo/shared/kernel';
import { ROLE_NAMES, type Role, type Successor } from '@jiannuo/shared/people';
import type { AppointmentRecord } from './appointment.rows';

/** What a code says about whoever takes a post over. */
interface HandoverCode {
  readonly successor: Successor | null;
  readonly madeBy: string;
}

/** What is known of the post that changes hands. */
interface Post {
  readonly role: Role;
  readonly section: string;
  readonly post: string;
}

/** Stands in the list until the lead unit checks a handover in which nobody was named. */
const UNCHECKED = '交接时没有填写，请牵头单位核对';

/** The successor whom the present officer named, or else somebody called by the post: nobody has to be named to hand over. */
export function namedSuccessor(code: HandoverCode, post: Post, unitName: string): Successor {
  return (
    code.successor ?? {
      personName: `${unitName}${ROLE_NAMES[post.role]}`,
      section: post.section,
      post: post.post,
      isSectionHead: false,
      notHeadReason: post.role === 'liaison' ? UNCHECKED : null,
    }
  );
}

/** How the appointment will read once the post has changed hands today. */
export function successorOf(appointment: AppointmentRecord, code: HandoverCode, today: DateText): AppointmentRecord {
  const successor = namedSuccessor(code, appointment, appointment.unit.name);
  return {
    ...appointment,
    ...successor,
    personId: '',
    phone: null,
    validFrom: today,
    listedBy: code.madeBy,
    listedOn: today,
    isBound: false,
  };
}
