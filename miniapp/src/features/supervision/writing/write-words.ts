import type { Write } from '../../../platform/query/use-write';
import type { NoticeGap } from './gaps';
import type { NoticeDraft } from './use-notice-draft';

interface Written {
  readonly write: Write;
  readonly draft: NoticeDraft;
  readonly gaps: readonly NoticeGap[];
}

/** What is missing first, else what went wrong, and always where the text is. */
export function barWords({ write, draft, gaps }: Written): { readonly title: string; readonly note: string } {
  const kept = keptWords(write, draft);
  const [gap, ...more] = gaps;
  if (gap !== undefined) {
    return { title: gap.sentence, note: more.length === 0 ? kept : `还有${String(more.length)}处，${kept}` };
  }
  return { title: kept, note: write.error?.sentence ?? '文号签发时自动定' };
}

function keptWords({ isSending }: Write, { isSaved, isFull }: NoticeDraft): string {
  if (isSending) return '正在办，请别关';
  if (isFull) return '设备存满了，请先存到服务器';
  return isSaved ? '已存到服务器' : '写的只存在这台设备上';
}
