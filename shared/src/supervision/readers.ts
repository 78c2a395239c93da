import { allow, refuse, type Instant, type Outcome } from '../kernel';
import type { Role } from '../people';

/** A person named as reader of a confidential notice (限知悉人员). */
export interface NoticeReader {
  /** His appointment. */
  readonly id: string;
  /** By unit and name. */
  readonly name: string;
  readonly unitId: string;
  readonly role: Role;
  /** Whether he still holds his post; whoever does not reads no more. */
  readonly isInPost: boolean;
  /** Who was named in his place; null where nobody was. */
  readonly successor: string | null;
}

/** Who opened a confidential notice, and how often; downloads of its files count among the times. */
export interface NoticeOpening {
  readonly by: string;
  readonly unitName: string;
  readonly times: number;
  readonly files: number;
  readonly lastAt: Instant;
}

/** POST /api/supervision/notices/:id/successors (换知悉人). */
export interface SuccessionRequest {
  /** The appointments of whoever is no longer in his post, and of whoever follows him as a reader. */
  readonly formerId: string;
  readonly successorId: string;
  readonly reason: string;
}

/** A post that somebody holds. */
export type Post = Pick<NoticeReader, 'unitId' | 'role' | 'isInPost'>;

/**
 * Whether one may follow another as reader of a confidential notice: a named person who left his post without a successor,
 * and somebody who holds the same post in the same unit now. Nobody else ever learns of it that way.
 */
export function decideSuccession(
  former: Pick<NoticeReader, 'unitId' | 'role' | 'isInPost' | 'successor'> | null,
  successor: Post | null,
): Outcome<null> {
  if (former?.isInPost !== false || former.successor !== null) return refuse('supervision.readers-in-post');
  const isFit = successor?.isInPost === true && successor.unitId === former.unitId && successor.role === former.role;
  return isFit ? allow(null) : refuse('supervision.successor-unfit');
}
