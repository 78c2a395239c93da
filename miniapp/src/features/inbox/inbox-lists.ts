import { toDoLines, toKnowLines, type InboxView, type NoticeView, type ToDoLine } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { aboutOf, isOpen } from './follow';

/** The two lists of an inbox: what waits for the reader, and what is for knowing. */
export interface InboxLists {
  readonly toDo: readonly ToDoLine[];
  readonly toKnow: readonly NoticeView[];
}

function isHandedIn({ target }: ToDoLine, owed: readonly ObligationView[]): boolean {
  const about = aboutOf(target, owed);
  return about !== undefined && !isOpen(about);
}

/** What was handed in since the inbox was read asks nothing any more: word of it is for knowing. */
export function listsOf(inbox: InboxView, owed: readonly ObligationView[]): InboxLists {
  const lines = toDoLines(inbox);
  const done = lines.filter((line) => isHandedIn(line, owed));
  const told = done.flatMap(({ notice }) => notice ?? []);
  return {
    toDo: lines.filter((line) => !done.includes(line)),
    toKnow: [...told, ...toKnowLines(inbox)].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** Whether nothing is asked and something unread is told: then that is what the reader came for. */
export function hasNewsOnly({ toDo, toKnow }: InboxLists): boolean {
  return toDo.length === 0 && toKnow.some(({ isUnread }) => isUnread);
}
