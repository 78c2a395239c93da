import { formatDue, formatMoment, remaining } from '@jiannuo/shared/kernel';
import {
  countsForTimeliness,
  isAsked,
  isClosed,
  isUndecided,
  UNDECIDED,
  type AskedKind,
  type ObligationView,
} from '@jiannuo/shared/obligations';
import { chineseNumber } from '@jiannuo/shared/reporting';
import { openPage } from '../../platform/navigation';
import { dueWords } from '../../ui/due/due-words';
import type { DueWords } from '../../ui/status/status-word';
import type { DoneLine } from './merge-reports';

const ASKED_VERBS = {
  material: '去交材料',
  'ticket-sign': '去签收',
  'ticket-answer': '去反馈',
  rectification: '去交整改情况',
  matter: '去报办理情况',
} as const satisfies Record<AskedKind, string>;

/** The page of the record in which each thing is asked for. */
const ASKED_PAGES = {
  material: 'supervision/ticket',
  'ticket-sign': 'supervision/ticket',
  'ticket-answer': 'supervision/ticket',
  rectification: 'inspections/finding',
  matter: 'coordination/matter',
} as const satisfies Record<AskedKind, string>;

/** What the button for an obligation says. */
export function verbOf({ kind, title, reportState, draftSavedAt, metAt, asker }: ObligationView): string {
  if (kind === 'self-assessment') return metAt === null ? `去核对${title}` : `看${title}`;
  if (asker?.isHearing === true) return '去说明情况';
  if (isAsked(kind)) return ASKED_VERBS[kind];
  if (kind === 'report-correction' || reportState === 'returned') return '去改月报';
  if (metAt !== null) return '看月报';
  return draftSavedAt === null ? '填月报' : '继续填月报';
}

/** Opens what an obligation asks for: its report, its self-assessment, or the record in which it is asked. */
export function openObligation({ id, kind, reportId }: ObligationView): void {
  if (kind === 'self-assessment')
    openPage('assessment/sheet', reportId === null ? { obligation: id } : { id: reportId });
  else if (isAsked(kind)) openPage(ASKED_PAGES[kind], { id: reportId ?? '' });
  else if (reportId === null) openPage('report', { obligation: id });
  else openPage('report', { id: reportId });
}

/** What a unit does with a ticket or a matter: that counts for no timeliness, as every hand-in does. */
const DEEDS: Readonly<Partial<Record<ObligationView['kind'], string>>> = {
  'ticket-sign': '签收',
  'ticket-answer': '反馈',
  matter: '报办好',
};

/** How an obligation stands, as shape and word. What a notice asked for and took back is withdrawn, not let off. */
export function standingWords(obligation: ObligationView, at: string): DueWords {
  const { kind, standing } = obligation;
  const deed = DEEDS[kind];
  if (standing === 'waived') return { shape: 'waived', text: waivedWord(kind) };
  if (standing === 'on-time') return { shape: 'done', text: deed === undefined ? '按时' : `已${deed}` };
  if (standing === 'late') return { shape: 'late', text: deed === undefined ? '迟报' : `超期${deed}` };
  return owedWords(obligation, at);
}

function waivedWord(kind: ObligationView['kind']): string {
  if (kind === 'rectification') return '不用再交';
  return isAsked(kind) ? '已撤回' : '免报';
}

/** By when it is to be done; empty where nobody counts the days, because the lead unit has to say what holds. */
export function dueLine({ asker, dueAt }: Pick<ObligationView, 'asker' | 'dueAt'>, at: string): string {
  return isUndecided(asker) ? '' : formatDue(dueAt, at);
}

/** When it is due; that a report was sent back shows in the shape until it is late. */
function owedWords(obligation: ObligationView, at: string): DueWords {
  if (isUndecided(obligation.asker)) return { shape: 'returned', text: UNDECIDED.word };
  if (isClosed(obligation.closesAt, at)) return { shape: 'late', text: '漏报' };
  const due = dueWords(remaining(obligation.dueAt, at));
  return isReturned(obligation) && due.shape !== 'late' ? { ...due, shape: 'returned' } : due;
}

/** Whether it is a report that was sent back and waits to be corrected. */
export function isReturned({ kind, reportState, metAt }: ObligationView): boolean {
  return !isAsked(kind) && reportState === 'returned' && metAt === null;
}

/** How far a report is: the headings that are filled, or after a return the places that are changed. */
export function progressWords(obligation: ObligationView): string {
  const { kind, progress } = obligation;
  if (isAsked(kind) || progress === null || progress.total === 0) return '';
  const { filled, total } = progress;
  if (isReturned(obligation)) return `退回${String(total)}处，改了${String(filled)}处`;
  return `${chineseNumber(total)}项工作已填${String(filled)}项`;
}

/** When a thing was handed in, and corrected, or why it need not be. */
export function doneWords({ kind, metAt, correctedAt, waiveReason, standing }: DoneLine, at: string): string {
  if (standing === 'waived') return waiveReason ?? '';
  if (metAt === null) return '';
  const again = correctedAt === null ? '' : `，${formatMoment(correctedAt, at)} 改好再交`;
  return `${formatMoment(metAt, at)}${DEEDS[kind] === undefined ? ' 交' : ''}${again}`;
}

/** Why a due time is another than it was: extended, less so than it was, or moved because the platform was down; null when it is as it was. */
export function changeWords({ dueChange, originalDueAt }: ObligationView, at: string): string | null {
  if (dueChange === null) return null;
  if (dueChange.kind === 'shortened') return `宽限改短了：${dueChange.reason}`;
  if (dueChange.kind === 'extended') return `已延期：${dueChange.reason}`;
  return `原定${formatDue(originalDueAt, at)}。${dueChange.reason}`;
}

/** What became of a thing that never came. A month is scored without its sheet, and that stays to be read. */
export function closedWords(kind: ObligationView['kind'], canOpen = true): string {
  if (kind !== 'self-assessment') return '已经关闭，请联系牵头单位。';
  return canOpen ? '没有交，市里按记录评分，点开看。' : '没有交，市里按记录评分。';
}

/** What it means to be late with a thing; null while it is in time, or where it was in time the first time. */
export function lateWords({ kind, dueAt, closesAt, metAt, asker }: ObligationView, at: string): string | null {
  if (metAt !== null || kind === 'report-correction' || at < dueAt || isUndecided(asker)) return null;
  if (!countsForTimeliness(kind)) return '已经超期，请尽快办。';
  return isClosed(closesAt, at) ? closedWords(kind) : '现在交记迟报。';
}
