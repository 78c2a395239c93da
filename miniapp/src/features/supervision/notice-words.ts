import { remaining } from '@jiannuo/shared/kernel';
import { progressWords, type NoticeRow } from '@jiannuo/shared/supervision';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import type { DueWords } from '../../ui/status/status-word';
import { noticeWords } from './supervision-words';

type Row = Pick<NoticeRow, 'state' | 'tickets' | 'answer' | 'reviewDueAt'>;

/** How a notice of a list stands: what waits for the lead unit, then who is late, then how many are done. */
export function rowWords({ state, tickets, answer, reviewDueAt }: Row, at: string): DueWords {
  const { asked, over, waiting, overdue, copies, withdrawn } = tickets;
  if (state !== 'issued' || asked + copies + withdrawn === 0) return noticeWords(state);
  if (waiting > 0) return waitingWords(waiting, reviewDueAt, at);
  if (overdue > 0) return { shape: 'late', text: `${String(overdue)}家超期` };
  return { shape: over === asked ? 'done' : 'not-yet', text: progressWords(tickets, answer) };
}

function waitingWords(waiting: number, reviewDueAt: string | null, at: string): DueWords {
  const words = `${String(waiting)}家等您看`;
  if (reviewDueAt === null || at < reviewDueAt) return { shape: 'doing', text: words };
  const { shape, text } = dueWords(remaining(reviewDueAt, at));
  return { shape, text: factsInLine(words, text) };
}
