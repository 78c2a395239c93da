import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../http/api-error';
import { useWishKey } from '../http/wish-key';

/** A write to the server: one at a time, and the same wish sent again counts once. */
export interface Write {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly forgetError: () => void;
  /** Answers what the server said; null when it did not get there or was refused, and the error then stands. */
  readonly run: <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T | null>;
}

/** Runs writes; however one ends, the answers kept under these keys are asked anew. */
export function useWrite(...queryKeys: readonly QueryKey[]): Write {
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
        for (const queryKey of queryKeys) void store.invalidateQueries({ queryKey });
        isBusy.current = false;
        setIsSending(false);
      }
    },
  };
}
