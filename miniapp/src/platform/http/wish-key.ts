import { useRef } from 'react';
import { newIdentifier } from '../identifiers';

/** One wish, one idempotency key: the same wish sent again is the same write, however the first try ended. */
export function useWishKey(): (wish: unknown) => string {
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return (wish) => {
    const text = JSON.stringify(wish);
    if (last.current?.text !== text) last.current = { text, key: newIdentifier() };
    return last.current.key;
  };
}
