import type { NoticeView } from '@jiannuo/shared/notifications';
import { openPage, openSlot } from '../../platform/navigation';

type Target = NoticeView['target'];

/** What the way to a notice's record is called; null when it points nowhere. */
export const WAYS: Readonly<Record<Target['kind'], string | null>> = {
  report: '打开月报',
  obligation: '去填',
  board: '看看板',
  none: null,
};

/** Goes where a notice points; answers false when it points nowhere. */
export function follow({ kind, id }: Target): boolean {
  switch (kind) {
    case 'report':
      openPage('report', { id });
      return true;
    case 'obligation':
      openPage('report', { obligation: id });
      return true;
    case 'board':
      openSlot('home');
      return true;
    case 'none':
      return false;
  }
}
