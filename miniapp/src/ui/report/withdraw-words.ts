import { formatDue, type Instant } from '@jiannuo/shared/kernel';

interface TakingBack {
  /** Until when it may be taken back, and has to be in again. */
  readonly until: Instant;
  /** It answers a return: the first hand-in keeps its time. */
  readonly isAgain: boolean;
}

/** What taking back means, and what it does not mean: asked before it is done. */
export function takingBackWords({ until, isAgain }: TakingBack, at: Instant): string {
  const due = formatDue(until, at);
  return isAgain ? `撤回后还是退回修改，请在${due}再交。` : `撤回后算还没交。${due}再交，仍算按时。`;
}
