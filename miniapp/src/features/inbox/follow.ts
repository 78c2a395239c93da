import type { NoticeView } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { openPage, openSlot } from '../../platform/navigation';

type Target = NoticeView['target'];
type Owed = readonly ObligationView[];

/** The obligation a notice is about, or undefined: it names the obligation, or the report that is asked for. */
export function aboutOf({ kind, id }: Target, owed: Owed): ObligationView | undefined {
  if (kind === 'obligation') return owed.find((obligation) => obligation.id === id);
  if (kind !== 'report') return undefined;
  const own = owed.filter(({ reportId }) => reportId === id);
  return own.find(isOpen) ?? own[0];
}

/** Whether an obligation still asks for something. */
export function isOpen({ standing }: ObligationView): boolean {
  return standing === 'owed' || standing === 'missing';
}

/** Records that have a page of their own: the page, and what the way to it is called. */
const RECORDS = {
  report: { page: 'report', way: '打开月报' },
  receipt: { page: 'receipt', way: '看回执' },
  entry: { page: 'enter-for/correct', way: '看代录的时间' },
  'entered-receipt': { page: 'receipt', way: '看回执' },
  'entered-time': { page: 'enter-for/correct', way: '看代录的时间' },
  'work-update': { page: 'information/update', way: '看这条动态' },
  application: { page: 'applications/one', way: '看这项申报' },
  ledger: { page: 'ledger', way: '看台账' },
  ruling: { page: 'rulings/question', way: '看这条口径' },
  'spot-check': { page: 'spot-checks/findings', way: '看抽查结果' },
  assessment: { page: 'assessment/sheet', way: '看考评' },
  'review-month': { page: 'assessment/review', way: '去复核' },
  objection: { page: 'assessment/review', way: '去答复异议' },
  correction: { page: 'assessment/review', way: '去办更正' },
  'quarter-result': { page: 'assessment/quarter', way: '看季度成绩' },
  'annual-result': { page: 'assessment/year', way: '看年度成绩' },
  scores: { page: 'assessment/history', way: '看各月得分' },
  matter: { page: 'coordination/matter', way: '打开这件事项' },
  'call-list': { page: 'call-list', way: '看电话名单' },
  feedback: { page: 'feedback/entry', way: '看投诉建议' },
  notice: { page: 'supervision/notice', way: '打开这份通知' },
  ticket: { page: 'supervision/ticket', way: '打开这份通知' },
  inspection: { page: 'inspections/one', way: '打开这次督导' },
  inspected: { page: 'inspections/mine', way: '打开这次督导' },
  finding: { page: 'inspections/finding', way: '打开这个问题' },
} as const;

function isRecord(kind: Target['kind']): kind is keyof typeof RECORDS {
  return kind in RECORDS;
}

/** What the way to a notice's record is called; null when it points nowhere. */
export function wayOf(target: Target, owed: Owed): string | null {
  const { kind } = target;
  if (isRecord(kind)) return RECORDS[kind].way;
  switch (kind) {
    case 'obligation':
      return wayToObligation(aboutOf(target, owed));
    case 'board':
      return '看看板';
    case 'none':
      return null;
  }
}

function wayToObligation(about: ObligationView | undefined): string {
  if (about === undefined) return '看待办';
  if (about.kind === 'self-assessment') return '看自查评分';
  return isOpen(about) ? '去填' : '打开月报';
}

/** Opens what an obligation asks for; one that is not known is among those on the first screen. */
function openAbout(about: ObligationView | undefined): void {
  if (about === undefined) openSlot('home');
  else if (about.kind === 'self-assessment') openPage('assessment/sheet', { obligation: about.id });
  else if (about.reportId === null) openPage('report', { obligation: about.id });
  else openPage('report', { id: about.reportId });
}

/** Goes where a notice points; answers false when it points nowhere. */
export function follow(target: Target, owed: Owed): boolean {
  const { kind } = target;
  if (kind === 'ledger') openPage(RECORDS.ledger.page, { period: target.id });
  else if (kind === 'ruling') openPage(RECORDS.ruling.page, { name: target.id });
  else if (kind === 'entered-receipt' || kind === 'entered-time') {
    openPage(RECORDS[kind].page, { obligation: target.id });
  } else if (isRecord(kind)) openPage(RECORDS[kind].page, { id: target.id });
  else if (kind === 'obligation') openAbout(aboutOf(target, owed));
  else if (kind === 'board') openSlot('home');
  return wayOf(target, owed) !== null;
}
