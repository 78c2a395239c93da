import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../../platform/http/api-error';
import { useWishKey } from '../../platform/http/wish-key';
import { QUERY_KEYS } from '../../platform/query/query-keys';

/** A write to the list: one at a time, the same wish counts once, and afterwards the list is asked anew. */
export interface DirectoryWrite {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly run: <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T | null>;
}

/** Runs writes to the list; a failed one answers null and leaves its error. */
export function useDirectoryWrite(): DirectoryWrite {
  const store = useQueryClient();
  const keyOf = useWishKey();
  const isBusy = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  return {
    isSending,
    error,
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
        void store.invalidateQueries({ queryKey: QUERY_KEYS.directory });
        isBusy.current = false;
        setIsSending(false);
      }
    },
  };
}
