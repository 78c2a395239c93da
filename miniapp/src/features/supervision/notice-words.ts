import { remaining } from '@jiannuo/shared/kernel';
import { progressWords, type NoticeRow } from '@jiannuo/shared/supervision';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import type { DueWords } from '../../ui/status/status-word';
import { noticeWords } from './supervision-words';

type Row = Pick<NoticeRow, 'state' | 'tickets' | 'answer' | 'reviewDueAt'>;

/** How a notice of a list stands, all of it: what waits for the lead unit, who is late, how many are done of several. */
export function rowWords({ state, tickets, answer, reviewDueAt }: Row, at: string): DueWords {
  const { asked, over, waiting, overdue, copies, withdrawn } = tickets;
  if (state !== 'issued' || asked + copies + withdrawn === 0) return noticeWords(state);
  const progress = progressWords(tickets, answer);
  if (waiting + overdue === 0) return { shape: over === asked ? 'done' : 'not-yet', text: progress };
  const lead = waiting > 0 ? waitingWords(waiting, reviewDueAt, at) : null;
  const late = overdue > 0 ? `${String(overdue)}家超期` : '';
  const isOne = asked + copies + withdrawn === 1;
  return {
    shape: late !== '' || lead === null ? 'late' : lead.shape,
    text: factsInLine(lead?.text ?? '', late, isOne ? '' : progress),
  };
}

function waitingWords(waiting: number, reviewDueAt: string | null, at: string): DueWords {
  const words = `${String(waiting)}家等您看`;
  if (reviewDueAt === null || at < reviewDueAt) return { shape: 'doing', text: words };
  const { shape, text } = dueWords(remaining(reviewDueAt, at));
  return { shape, text: `${words}（${text}）` };
}
