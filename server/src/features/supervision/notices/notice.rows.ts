import {
  noticeNumber,
  type NoticeContent,
  type NoticeSituation,
  type NoticeStanding,
  heldAtOf,
} from '@jiannuo/shared/supervision';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import type { LockedNotice } from '../supervision.lock';

/** What of a notice a decision about it asks, as its row was read. */
type Situated = Pick<LockedNotice, 'kind' | 'state' | 'writerPersonId' | 'findingClearedAt'> & {
  readonly hasGoneReader: boolean | number;
  readonly isShaken: boolean | number;
  readonly unfinished: number | string;
};

/** The asker's part in a decision about a notice. */
export function situationOf(
  actor: Actor,
  { kind, state, writerPersonId, findingClearedAt, hasGoneReader, isShaken, unfinished }: Situated,
): NoticeSituation {
  return {
    ...{ kind, state, role: actor.role, isWriter: writerPersonId === actor.personId },
    isCleared: findingClearedAt !== null,
    hasGoneReader: Number(hasGoneReader) === 1,
    isShaken: Number(isShaken) === 1,
    unfinished: Number(unfinished),
  };
}

/** Turns away whoever read an older version. */
export function checkVersion({ version }: LockedNotice, read: number): void {
  if (version !== read) throw DomainError.conflict('supervision.stale');
}

/** What a draft says, as its row holds it. */
export function columnsOf(content: NoticeContent): Readonly<Record<string, string | null>> {
  return {
    title: content.title,
    content: JSON.stringify(content),
    answer: content.answer,
    due_at: content.dueAt,
    held_at: heldAtOf(content),
    earlier_id: content.earlierId,
    link_id: content.link?.id ?? null,
  };
}

/** Who wrote it last, as its row holds it. */
export function writtenBy(actor: Actor): Readonly<Record<string, string>> {
  return {
    writer_person_id: actor.personId,
    writer_appointment_id: actor.appointmentId,
    writer_name: actor.personName,
  };
}

/** Where a notice stands once it has moved on by a version. */
export function standingOf({ id, state, version, kind, year, number }: LockedNotice): NoticeStanding {
  return { id, state, version: version + 1, number: noticeNumber(kind, year, number) };
}
