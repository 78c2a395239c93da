import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import type { ReportState, ReportVersionSummary } from '@jiannuo/shared/reporting';
import type { StatusShape } from '../../ui/status/status-word';

/** Who handed a version in, or who entered it for the unit and by which way it came. */
export function handedInBy({ channel, byName }: Pick<ReportVersionSummary, 'channel' | 'byName'>): string {
  return channel === 'app' ? `${byName}交` : `${CHANNEL_NAMES[channel]}收到，${byName}代录`;
}

/** How a report stands for its reviewer, as shape and word. */
export function stateWords(state: ReportState): { readonly shape: StatusShape; readonly text: string } {
  switch (state) {
    case 'accepted':
      return { shape: 'done', text: '收下' };
    case 'returned':
      return { shape: 'returned', text: '已退回' };
    case 'submitted':
      return { shape: 'not-yet', text: '没看' };
    case 'draft':
    case 'withdrawn':
      return { shape: 'waived', text: '撤回了' };
  }
}
