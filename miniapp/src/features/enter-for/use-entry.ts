import type { EnteredScores } from '@jiannuo/shared/assessment';
import { codePointLength, isBlank } from '@jiannuo/shared/kernel';
import type { EnterForRequest, ReceiptView } from '@jiannuo/shared/reporting';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { enterHandIn } from './api/enter-hand-in.api';
import type { EntryBook, EntryDraft } from './entry-store';
import { receivedAtOf } from './verdict';

/** The way from the form to the receipt. A failed one keeps everything, and may be tried again. */
export interface EntrySending extends Pick<Write, 'isSending' | 'error'> {
  readonly send: () => Promise<void>;
}

/** What the paper gives itself; null where nothing was copied from it. */
function copiedOf({ scores = {}, total = '' }: EntryDraft): EnteredScores | null {
  const typed = Object.entries(scores).filter(([, text]) => !isBlank(text));
  return typed.length === 0 && isBlank(total) ? null : { scores: Object.fromEntries(typed), total: total.trim() };
}

function requestOf(obligationId: string, { draft }: EntryBook): EnterForRequest | null {
  const receivedAt = receivedAtOf(draft);
  if (receivedAt === null || draft.channel === null || codePointLength(draft.basis) === 0) return null;
  return {
    obligationId,
    channel: draft.channel,
    receivedAt,
    basis: draft.basis,
    content: copiedOf(draft),
    attachmentIds: draft.originals.map(({ id }) => id),
  };
}

/** Registers the entry; the same one sent twice counts once. */
export function useEntry(obligationId: string, book: EntryBook, onDone: (receipt: ReceiptView) => void): EntrySending {
  const { isSending, error, run } = useWrite(QUERY_KEYS.board, QUERY_KEYS.reviews, QUERY_KEYS.assessments);
  const send = async () => {
    const request = requestOf(obligationId, book);
    if (request === null) return;
    const receipt = await run(request, (key) => enterHandIn(request, key));
    if (receipt === null) return;
    book.forget();
    onDone(receipt);
  };
  return { isSending, error, send };
}
