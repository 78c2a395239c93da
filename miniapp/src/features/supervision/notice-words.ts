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
  const units = asked + copies + withdrawn;
  if (state !== 'issued' || units === 0) return noticeWords(state);
  const progress = progressWords(tickets, answer);
  if (waiting + overdue === 0) return { shape: over === asked ? 'done' : 'not-yet', text: progress };
  const facts = [waitingWords(waiting, reviewDueAt, at), lateUnits(overdue)].filter(({ text }) => text !== '');
  return {
    shape: facts.some(({ shape }) => shape === 'late') ? 'late' : 'doing',
    text: factsInLine(...facts.map(({ text }) => text), units === 1 ? '' : progress),
  };
}

function lateUnits(overdue: number): DueWords {
  return overdue === 0 ? { shape: 'doing', text: '' } : { shape: 'late', text: `${String(overdue)}家超期` };
}

function waitingWords(waiting: number, reviewDueAt: string | null, at: string): DueWords {
  if (waiting === 0) return { shape: 'doing', text: '' };
  const words = `${String(waiting)}家等您看`;
  if (reviewDueAt === null || at < reviewDueAt) return { shape: 'doing', text: words };
  const { shape, text } = dueWords(remaining(reviewDueAt, at));
  return { shape, text: `${words}（${text}）` };
}
