import { useRef, useState } from 'react';
import { readStored, removeStored, writeStored } from '../../platform/storage';

/** What is being written; on this device at every keystroke, until the server has it. */
export interface TypedWords<T extends object> {
  readonly typed: T;
  readonly change: (part: Partial<T>) => void;
  /** Forgets all of it; fields that carry `restarts` as key start anew. */
  readonly forget: () => void;
  readonly restarts: number;
}

/** Opens what was typed under a name before, or starts with nothing. */
export function useTypedWords<T extends object>(name: string, empty: T): TypedWords<T> {
  const stored = `feedback/${name}`;
  const kept = useRef<T>();
  kept.current ??= readStored<T>(stored) ?? empty;
  const [, redraw] = useState(0);
  const [restarts, restart] = useState(0);
  return {
    typed: kept.current,
    change: (part) => {
      kept.current = { ...(kept.current ?? empty), ...part };
      writeStored(stored, kept.current);
      redraw((count) => count + 1);
    },
    forget: () => {
      kept.current = empty;
      removeStored(stored);
      restart((count) => count + 1);
    },
    restarts,
  };
}
