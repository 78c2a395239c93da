import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { aboutOf, isOpen } from './follow';

/** The two lists of an inbox: what asks something, and what is for knowing. */
export type NoticeLists = Pick<InboxView, 'toDo' | 'toKnow'>;

function isDone(notice: NoticeView, owed: readonly ObligationView[]): boolean {
  const about = aboutOf(notice.target, owed);
  return about !== undefined && !isOpen(about);
}

/** What was asked and is done asks nothing any more, though the server has not said so yet: it is for knowing. */
export function sortNotices({ toDo, toKnow }: NoticeLists, owed: readonly ObligationView[]): NoticeLists {
  const done = toDo.filter((notice) => isDone(notice, owed));
  if (done.length === 0) return { toDo, toKnow };
  return {
    toDo: toDo.filter((notice) => !done.includes(notice)),
    toKnow: [...done, ...toKnow].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** Whether nothing is asked and something unread is told: then that is what the reader came for. */
export function hasNewsOnly({ toDo, toKnow }: NoticeLists): boolean {
  return toDo.length === 0 && toKnow.some(({ isUnread }) => isUnread);
}
