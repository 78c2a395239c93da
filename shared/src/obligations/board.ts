import { beijingDate, dueDayAndHour, formatPeriod, type DateText, type Instant, type Period } from '../kernel';
import type { BoardCell, BoardRow, BoardSums, Standing } from './api';

/** The sums of one column; expected = handedIn + notHandedIn + waived, handedIn = onTime + late, returned within handedIn. */
export function sumsOf(cells: Iterable<{ readonly standing: Standing; readonly isReturned: boolean }>): BoardSums {
  const counts: Record<Standing, number> = { owed: 0, missing: 0, 'on-time': 0, late: 0, waived: 0 };
  let returned = 0;
  for (const cell of cells) {
    counts[cell.standing] += 1;
    if (cell.isReturned && isHandedIn(cell.standing)) returned += 1;
  }
  const handedIn = counts['on-time'] + counts.late;
  const notHandedIn = counts.owed + counts.missing;
  const expected = handedIn + notHandedIn + counts.waived;
  return {
    expected,
    handedIn,
    notHandedIn,
    waived: counts.waived,
    onTime: counts['on-time'],
    late: counts.late,
    returned,
  };
}

/** Whether a standing counts as handed in (已报). */
export function isHandedIn(standing: Standing): boolean {
  return standing === 'on-time' || standing === 'late';
}

/** Whether a standing counts as not handed in (未报), before or after the due time. */
export function isNotHandedIn(standing: Standing): boolean {
  return standing === 'owed' || standing === 'missing';
}

/** What the sentence for the chat group says. */
export interface ChatSentenceFacts {
  /** 月报, 自查评分. */
  readonly title: string;
  readonly period: Period;
  readonly sums: BoardSums;
  /** Short names of the units that have not handed in, in official order; all of them are named. */
  readonly missingUnits: readonly string[];
  readonly dueAt: Instant;
  /** Units still missing that have more time than the others, with the last date they have. */
  readonly extended: readonly { readonly unitName: string; readonly dueAt: Instant }[];
  readonly now: Instant;
}

/** One sentence to paste into the chat group (M6). Waived units count on neither side. */
export function chatSentence(facts: ChatSentenceFacts): string {
  const { sums } = facts;
  const what = `${formatPeriod(facts.period)}${facts.title}`;
  if (sums.expected === sums.waived) return `${what}没有要报的单位。`;
  if (sums.notHandedIn === 0) return `${what}${String(sums.handedIn)}家都报了。`;
  const counts = `${what}已报${String(sums.handedIn)}家；未报${String(sums.notHandedIn)}家`;
  return `${counts}：${facts.missingUnits.join('、')}；${dueWords(facts.dueAt, facts.now)}${extensionWords(facts)}。`;
}

function extensionWords({ extended, now }: ChatSentenceFacts): string {
  const words = extended
    .filter(({ dueAt }) => dueAt > now)
    .map(({ unitName, dueAt }) => `${unitName}宽限到${dayOf(dueDayAndHour(dueAt).date, now)}`);
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}

function dayOf(date: DateText, now: Instant): string {
  const year = date.slice(0, 4) === beijingDate(now).slice(0, 4) ? '' : `${date.slice(0, 4)}年`;
  return `${year}${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8)))}日`;
}

function dueWords(dueAt: Instant, now: Instant): string {
  if (now >= dueAt) return '已过截止时间';
  const { date, time } = dueDayAndHour(dueAt);
  const hour = time.endsWith(':00') ? `${String(Number(time.slice(0, 2)))}时` : ` ${time}`;
  if (date === beijingDate(now)) return `截止今天${hour}`;
  return `截止${dayOf(date, now)}${hour}`;
}

const RANKS: Record<Standing, number> = { missing: 0, owed: 1, late: 3, 'on-time': 3, waived: 4 };
const RETURNED_RANK = 2;
const NO_CELL_RANK = 5;

function rankOf(cell: BoardCell | null | undefined): number {
  if (cell === null || cell === undefined) return NO_CELL_RANK;
  return cell.isReturned && isHandedIn(cell.standing) ? RETURNED_RANK : RANKS[cell.standing];
}

/** Rows with 未报 first, then sent back, then handed in, waived, not asked, by the column at `column`; official order within each. */
export function sortBoardRows(rows: readonly BoardRow[], column = 0): readonly BoardRow[] {
  return rows
    .map((row, index) => ({ row, index, rank: rankOf(row.cells[column]) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map((entry) => entry.row);
}
