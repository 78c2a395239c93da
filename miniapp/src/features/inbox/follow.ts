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

/** What the way to a notice's record is called; null when it points nowhere. */
export function wayOf(target: Target, owed: Owed): string | null {
  const about = aboutOf(target, owed);
  switch (target.kind) {
    case 'report':
      return '打开月报';
    case 'obligation':
      if (about === undefined) return '看待办';
      if (about.kind === 'self-assessment') return '看怎么报';
      return isOpen(about) ? '去填' : '打开月报';
    case 'receipt':
      return '看回执';
    case 'board':
      return '看看板';
    case 'work-update':
      return '看这条动态';
    case 'feedback':
      return '看投诉建议';
    case 'none':
      return null;
  }
}

/** Opens what an obligation asks for; one that is not known is among those on the first screen. */
function openAbout(about: ObligationView | undefined): void {
  if (about === undefined) openSlot('home');
  else if (about.kind === 'self-assessment') openPage('statement', { of: 'self-assessment' });
  else if (about.reportId === null) openPage('report', { obligation: about.id });
  else openPage('report', { id: about.reportId });
}

/** Goes where a notice points; answers false when it points nowhere. */
export function follow(target: Target, owed: Owed): boolean {
  switch (target.kind) {
    case 'report':
      openPage('report', { id: target.id });
      return true;
    case 'obligation':
      openAbout(aboutOf(target, owed));
      return true;
    case 'receipt':
      openPage('receipt', { id: target.id });
      return true;
    case 'board':
      openSlot('home');
      return true;
    case 'work-update':
      openPage('information/update', { id: target.id });
      return true;
    case 'feedback':
      openPage('feedback/entry', { id: target.id });
      return true;
    case 'none':
      return false;
  }
}
