import { codePointLength } from '@jiannuo/shared/kernel';
import type { EnterForRequest, ReceiptView } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../../platform/http/api-error';
import { useWishKey } from '../../platform/http/wish-key';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { enterHandIn } from './api/enter-hand-in.api';
import type { EntryBook } from './entry-store';
import { receivedAtOf } from './verdict';

/** The way from the form to the receipt. A failed one keeps everything, and may be tried again. */
export interface EntrySending {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly send: () => Promise<void>;
}

function requestOf(obligationId: string, { draft }: EntryBook): EnterForRequest | null {
  const receivedAt = receivedAtOf(draft);
  if (receivedAt === null || draft.channel === null || codePointLength(draft.basis) === 0) return null;
  return {
    obligationId,
    channel: draft.channel,
    receivedAt,
    basis: draft.basis,
    content: null,
    attachmentIds: draft.originals.map(({ id }) => id),
  };
}

/** Registers the entry; the same one sent twice counts once. */
export function useEntry(obligationId: string, book: EntryBook, onDone: (receipt: ReceiptView) => void): EntrySending {
  const store = useQueryClient();
  const keyOf = useWishKey();
  const isBusy = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const send = async () => {
    const request = requestOf(obligationId, book);
    if (request === null || isBusy.current) return;
    isBusy.current = true;
    setIsSending(true);
    setError(null);
    try {
      const receipt = await enterHandIn(request, keyOf(request));
      book.forget();
      for (const queryKey of [QUERY_KEYS.board, QUERY_KEYS.reviews]) void store.invalidateQueries({ queryKey });
      onDone(receipt);
    } catch (failure) {
      setError(asApiError(failure));
    } finally {
      isBusy.current = false;
      setIsSending(false);
    }
  };
  return { isSending, error, send };
}
