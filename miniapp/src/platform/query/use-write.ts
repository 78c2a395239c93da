import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../http/api-error';
import { newIdentifier } from '../identifiers';

type Send = <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T>;

/**
 * Sends wishes so that one whose answer was lost counts once, however often it is sent again, whatever else was wished
 * meanwhile. After an answer, be it a refusal, the same wish is a new one.
 */
export function useWish(): Send {
  const unanswered = useRef(new Map<string, string>());
  return async (wish, call) => {
    const keys = unanswered.current;
    const text = JSON.stringify(wish);
    const key = keys.get(text) ?? newIdentifier();
    keys.set(text, key);
    try {
      const answer = await call(key);
      keys.delete(text);
      return answer;
    } catch (error) {
      if (asApiError(error).kind === 'refused') keys.delete(text);
      throw error;
    }
  };
}

/** A write to the server: one at a time, and a wish sent again because no answer came counts once. */
export interface Write {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly forgetError: () => void;
  /** Answers what the server said; null when it did not get there or was refused, and the error then stands. */
  readonly run: Run;
}
type Run = <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T | null>;

/** Runs writes; however one ends, the answers kept under these keys are asked anew. */
export function useWrite(...queryKeys: readonly QueryKey[]): Write {
  const store = useQueryClient();
  const send = useWish();
  const isBusy = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run: Run = async (wish, call) => {
    if (isBusy.current) return null;
    isBusy.current = true;
    setIsSending(true);
    setError(null);
    try {
      return await send(wish, call);
    } catch (failure) {
      setError(asApiError(failure));
      return null;
    } finally {
      for (const queryKey of queryKeys) void store.invalidateQueries({ queryKey });
      isBusy.current = false;
      setIsSending(false);
    }
  };
  const forgetError = () => {
    setError(null);
  };
  return { isSending, error, forgetError, run };
}
