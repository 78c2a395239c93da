import { remaining } from '@jiannuo/shared/kernel';
import { progressWords, ruleOf, type NoticeRow } from '@jiannuo/shared/supervision';
import { dueWords } from '../../../ui/due/due-words';
import { factsInLine } from '../../../ui/ideographic-space';
import type { DueWords } from '../../../ui/status/status-word';
import { noticeWords } from '../supervision-words';

type Row = Pick<
  NoticeRow,
  'state' | 'tickets' | 'answer' | 'reviewDueAt' | 'overdueSince' | 'isYours' | 'findingClearedAt' | 'isShaken'
>;

/** Until it is issued, a notice has no number. */
const UNNUMBERED: readonly NoticeRow['state'][] = ['draft', 'checking', 'checked', 'declined', 'discarded', 'lapsed'];

/** How a notice of a list stands, all of it: what waits for the lead unit, who is late, how many are done of several. */
export function rowWords(row: Row, at: string): DueWords {
  const { state, tickets, answer, reviewDueAt, isYours } = row;
  const shaken = isYours ? groundWords(row) : null;
  if (shaken !== null) return shaken;
  const { asked, over, waiting, overdue, copies, withdrawn } = tickets;
  const units = asked + copies + withdrawn;
  if (state !== 'issued' || units === 0) return draftWords(state, isYours);
  const progress = progressWords(tickets, answer);
  if (waiting + overdue === 0) return { shape: over === asked ? 'done' : 'not-yet', text: progress };
  const facts = [waitingWords(waiting, reviewDueAt, at), lateUnits(row, at)].filter(({ text }) => text !== '');
  return {
    shape: facts.some(({ shape }) => shape === 'late') ? 'late' : 'doing',
    text: factsInLine(...facts.map(({ text }) => text), units === 1 ? '' : progress),
  };
}

/** What a row is cited as: its number; before it has one its kind alone, of what the ladder proposes with its unit. */
export function citedWords({
  state,
  kind,
  number,
  unitNames,
}: Pick<NoticeRow, 'state' | 'kind' | 'number' | 'unitNames'>): string {
  if (state === 'proposed') return factsInLine(unitNames.join('、'), `建议${ruleOf(kind).title}`);
  return UNNUMBERED.includes(state) ? ruleOf(kind).title : number;
}

/** What is to be done of a notice whose ground was cleared, or fell away; null where it stands. */
function groundWords({ state, findingClearedAt, isShaken }: Row): DueWords | null {
  if (findingClearedAt !== null) return { shape: 'returned', text: state === 'issued' ? '要更正或作废' : '不能再发' };
  return isShaken ? { shape: 'returned', text: '依据有变化，等您定' } : null;
}

/** A draft on its way: what the reader has to do about it, or that it waits for another one. */
function draftWords(state: Row['state'], isYours: boolean): DueWords {
  if (state === 'checking') return { shape: 'doing', text: isYours ? '等您核对' : '等另一人核对' };
  if (state === 'draft' && isYours) return { shape: 'returned', text: '退回起草' };
  return state === 'checked' ? { shape: 'doing', text: '已核对，等签发' } : noticeWords(state);
}

/** How many units are late, and since when the first of them. */
function lateUnits({ tickets: { overdue }, overdueSince }: Row, at: string): DueWords {
  if (overdue === 0) return { shape: 'doing', text: '' };
  const since = overdueSince === null ? '超期' : remaining(overdueSince, at).text;
  const isOne = overdue === 1 || overdueSince === null;
  return { shape: 'late', text: `${String(overdue)}家${isOne ? since : `最长${since}`}` };
}

function waitingWords(waiting: number, reviewDueAt: string | null, at: string): DueWords {
  if (waiting === 0) return { shape: 'doing', text: '' };
  const words = `${String(waiting)}家等您看`;
  if (reviewDueAt === null || at < reviewDueAt) return { shape: 'doing', text: words };
  const { shape, text } = dueWords(remaining(reviewDueAt, at));
  return { shape, text: `${words}（${text}）` };
}
