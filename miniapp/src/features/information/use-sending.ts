import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../../platform/http/api-error';
import { useWishKey } from '../../platform/http/wish-key';
import { QUERY_KEYS } from '../../platform/query/query-keys';

/** A write about work updates: one at a time, the same wish counts once, and afterwards the lists are asked anew. */
export interface Sending {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly forgetError: () => void;
  /** Answers what the server said, or null when it did not get there or was refused; the error then stands. */
  readonly run: <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T | null>;
}

/** Runs writes; a failed one changes nothing here and may be tried again. */
export function useSending(): Sending {
  const store = useQueryClient();
  const keyOf = useWishKey();
  const isBusy = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  return {
    isSending,
    error,
    forgetError: () => {
      setError(null);
    },
    run: async (wish, call) => {
      if (isBusy.current) return null;
      isBusy.current = true;
      setIsSending(true);
      setError(null);
      try {
        return await call(keyOf(wish));
      } catch (failure) {
        setError(asApiError(failure));
        return null;
      } finally {
        for (const queryKey of [QUERY_KEYS.workUpdates, QUERY_KEYS.bulletins]) {
          void store.invalidateQueries({ queryKey });
        }
        isBusy.current = false;
        setIsSending(false);
      }
    },
  };
}
