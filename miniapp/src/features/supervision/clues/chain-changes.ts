import { beijingDate, formatDate, formatDue, type Instant } from '@jiannuo/shared/kernel';
import type { ChainChange } from '@jiannuo/shared/supervision';
import { eventWords } from '../supervision-words';

/** What became of one of the prior notices since the clue was sent, in one line with its days; empty where nothing did. */
export function changesWords(changes: readonly ChainChange[], id: string, at: Instant): string {
  const words = changes.filter((change) => change.id === id).map((change) => changeWords(change, at));
  return words.length === 0 ? '' : `发出以后：${words.join('，')}。`;
}

function changeWords({ action, at: happenedAt, dueAt, unitName }: ChainChange, at: Instant): string {
  const until = dueAt === null ? '' : untilWords(action, formatDue(dueAt, at));
  return `${formatDate(beijingDate(happenedAt), at)}${unitName ?? ''}${eventWords({ action, version: 0 })}${until}`;
}

function untilWords(action: ChainChange['action'], due: string): string {
  if (action === 'keep') return `，延到${due}`;
  return action.endsWith('-extension') ? `到${due}` : '';
}
