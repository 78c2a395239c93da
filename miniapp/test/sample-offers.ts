import type { LedgerItem, ListedMeasure, ReportContent } from '@jiannuo/shared/reporting';
import { DraftServer } from './draft-server';
import { sampleContent } from './sample-report';
import { fakeTaro } from './taro';

const NOTICE = { id: 'e1', title: '推广通知', kind: 'document', attachmentId: null } as const;

/** A piece of work as the ledger gives it, under the heading with a numeric target. */
export const OFFERED_ITEM = {
  id: 'ledger-R1',
  title: '窗口亮码',
  work: '张贴二维码。',
  result: '6类窗口亮码。',
  evidence: [NOTICE],
};
export const OFFER: LedgerItem = { headingId: 'h8', item: OFFERED_ITEM, earlier: [] };

/** A server that keeps drafts and has this in the ledger. */
export function serveOffers(
  content: ReportContent,
  offers: readonly LedgerItem[],
  listed: readonly ListedMeasure[] = [],
): DraftServer {
  const drafts = new DraftServer(content);
  fakeTaro.state.server = async ({ url, body }) => {
    if (url.endsWith('/ledger')) return { status: 200, body: offers };
    if (url.endsWith('/measures')) return { status: 200, body: listed };
    return { status: 200, body: await drafts.save((body as { changes: [] }).changes) };
  };
  return drafts;
}

/** A draft that has the piece, as the officer put it. */
export function withOfferedItem(change: Partial<typeof OFFERED_ITEM> = {}): ReportContent {
  const content = sampleContent();
  const items = [{ ...OFFERED_ITEM, ...change }];
  return { ...content, headings: content.headings.map((each) => (each.id === 'h8' ? { ...each, items } : each)) };
}
