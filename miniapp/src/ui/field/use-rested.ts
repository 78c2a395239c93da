import { useEffect, useState } from 'react';

/** How long a writer must have paused, in milliseconds. */
const PAUSE = 600;

/** The value once it has rested for a moment: what the server is asked while somebody types. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(value);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return rested;
}
