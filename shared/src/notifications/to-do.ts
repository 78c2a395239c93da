import type { Instant } from '../kernel';
import type { ClaimView, InboxView, NoticeView } from './api';

type Target = NoticeView['target'];

/** One line of 要我办: something that waits for the reader, with the notice that told of it last, if one did. */
export interface ToDoLine {
  readonly target: Target;
  readonly title: string;
  /** Its number, and what there is to do; empty where nothing but its notice tells of it. */
  readonly about: string;
  readonly dueAt: Instant | null;
  readonly notice: NoticeView | null;
}

/**
 * 要我办: what waits for the reader, each thing once, the soonest due first and what has no due time last. What its
 * subject says of it goes before the words of a notice, which were true when it was written.
 */
export function toDoLines({ toDo, claims }: InboxView): readonly ToDoLine[] {
  const claimed = claims.map(({ targets, title, about, dueAt }): ToDoLine => {
    const notice = toDo.find(({ target }) => isAmong(target, targets)) ?? null;
    return { target: targets[0], title, about, dueAt, notice };
  });
  const others = toDo
    .filter(({ target }) => !isClaimed(target, claims))
    .map((notice): ToDoLine => ({ target: notice.target, title: notice.title, about: '', dueAt: null, notice }));
  return [...claimed, ...others].sort(soonestFirst);
}

/** 给我看: what is for knowing. What was asked and is done stands there too, unless the same thing still waits for the reader. */
export function toKnowLines({ toKnow, claims }: InboxView): readonly NoticeView[] {
  return toKnow.filter(({ isDone, target }) => !isDone || !isClaimed(target, claims));
}

function isClaimed(target: Target, claims: readonly ClaimView[]): boolean {
  return claims.some(({ targets }) => isAmong(target, targets));
}

function isAmong({ kind, id }: Target, targets: readonly Target[]): boolean {
  return targets.some((each) => each.kind === kind && each.id === id);
}

function soonestFirst(one: ToDoLine, other: ToDoLine): number {
  if (one.dueAt === other.dueAt) return 0;
  if (one.dueAt === null) return 1;
  return other.dueAt === null || one.dueAt < other.dueAt ? -1 : 1;
}
