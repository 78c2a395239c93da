import {
  beijingDate,
  daysBetween,
  formatDay,
  formatMoment,
  lastDateBefore,
  remaining,
  type Instant,
} from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES, type BoardCell } from '@jiannuo/shared/obligations';
import { sentWords } from '../../ui/status/sent-words';
import type { DueWords } from '../../ui/status/status-word';

const CHANGE_WORDS = { extended: '宽限到', shortened: '宽限到', moved: '顺延到' } as const;
const SOON_DAYS = 3;

function lateWords(cell: BoardCell): string {
  const metOn = cell.metAt === null ? null : beijingDate(cell.metAt);
  const days = metOn === null ? 0 : daysBetween(lastDateBefore(cell.dueAt), metOn);
  return days < 1 ? '迟报' : `迟报${String(days)}天`;
}

/** How a unit stands, as shape and word. */
export function standingWords(cell: BoardCell, now: Instant): DueWords {
  switch (cell.standing) {
    case 'waived':
      return { shape: 'waived', text: '免报' };
    case 'missing':
      return { shape: 'late', text: cell.isClosed ? '漏报' : `未报，${remaining(cell.dueAt, now).text}` };
    case 'owed':
      return owedWords(cell, now);
    case 'late':
      return cell.isReturned ? RETURNED : { shape: 'late', text: lateWords(cell) };
    case 'on-time':
      return cell.isReturned ? RETURNED : { shape: 'done', text: '按时' };
  }
}

function owedWords(cell: BoardCell, now: Instant): DueWords {
  const left = remaining(cell.dueAt, now);
  const { dueChange } = cell;
  const until = dueChange === null ? '' : `，${CHANGE_WORDS[dueChange.kind]}${shortDay(cell.dueAt)}`;
  const text = `未报${until}`;
  return { shape: left.kind !== 'days' || left.n <= SOON_DAYS ? 'soon' : 'not-yet', text };
}

/** `5月24日`: the last day in time. */
function shortDay(dueAt: Instant): string {
  return formatDay(lastDateBefore(dueAt)).split(' ')[0] ?? '';
}

/** The same for a thing beside the one looked at: while it is far off, only until when. */
export function besideWords(cell: BoardCell, now: Instant): DueWords {
  const words = standingWords(cell, now);
  return words.shape === 'not-yet' ? { shape: 'not-yet', text: `${shortDay(cell.dueAt)}前` } : words;
}

const RETURNED: DueWords = { shape: 'returned', text: '退回待改' };

/** When a hand-in was received and by which way; a dash while there is none. */
export function receivedWords(cell: BoardCell, now: Instant): string {
  if (cell.metAt === null) return '—';
  const channel = cell.channel === null || cell.channel === 'app' ? '' : CHANNEL_NAMES[cell.channel];
  return channel === '' ? formatMoment(cell.metAt, now) : `${formatMoment(cell.metAt, now)} ${channel}`;
}

/** Whether the last reminder ended with “please telephone”. */
export function isToBeCalled(cell: BoardCell): boolean {
  return cell.lastReminder?.state === 'call-list';
}

/** What became of the last reminder: “提醒已送达，今天 17:40”. Empty when there was none. */
export function reminderWords(cell: BoardCell, now: Instant): string {
  if (cell.lastReminder === null) return '还没提醒过';
  const words = sentWords(cell.lastReminder.state);
  return words === '' ? '' : `${words}，${formatMoment(cell.lastReminder.at, now)}`;
}

const SHORT_REMINDERS: Record<string, string> = {
  planned: '提醒排好了',
  sending: '提醒正在发',
  unknown: '微信还没回音',
  'call-list': '没送达',
};

/** The last reminder in a narrow column: once delivered, only when. */
export function shortReminderWords({ lastReminder }: BoardCell, now: Instant): string {
  if (lastReminder === null) return '还没提醒过';
  if (lastReminder.state === 'delivered') return formatMoment(lastReminder.at, now);
  return SHORT_REMINDERS[lastReminder.state] ?? '';
}
