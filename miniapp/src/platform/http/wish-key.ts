import { useRef } from 'react';
import { newIdentifier } from '../identifiers';
import { asApiError } from './api-error';

/** One wish, one idempotency key: the same wish sent again is the same write, however the first try ended. */
export function useWishKey(): (wish: unknown) => string {
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return (wish) => {
    const text = JSON.stringify(wish);
    if (last.current?.text !== text) last.current = { text, key: newIdentifier() };
    return last.current.key;
  };
}

type Send = <T>(wish: unknown, call: (key: string) => Promise<T>) => Promise<T>;

/**
 * Sends wishes so that one whose answer was lost counts once, however often it is sent again. After an answer, be it a
 * refusal, the same wish is a new one.
 */
export function useWish(): Send {
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return async (wish, call) => {
    const text = JSON.stringify(wish);
    if (last.current?.text !== text) last.current = { text, key: newIdentifier() };
    try {
      const answer = await call(last.current.key);
      last.current = null;
      return answer;
    } catch (error) {
      if (asApiError(error).kind === 'refused') last.current = null;
      throw error;
    }
  };
}
