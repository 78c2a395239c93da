import type { Instant } from '@jiannuo/shared/kernel';
import { useRef, useState } from 'react';
import { now } from './clock';
import { newIdentifier } from './identifiers';
import { usePageShown } from './page-events';
import { readStored, removeStored, storedNames, writeStored } from './storage';

/** Something that is being written and was not sent (没交，存着). It lives on this device. */
export interface DeviceDraft {
  readonly id: string;
  readonly savedAt: Instant | null;
  /** What was last sent, and under which key: sent again, even after the program was closed, it counts once. */
  readonly wish: { readonly text: string; readonly key: string } | null;
}

/** The drafts of this account on this device under a prefix, the latest first; read anew whenever one comes back to the page. */
export function useStoredDrafts<D extends DeviceDraft>(prefix: string): readonly D[] {
  const [, redraw] = useState(0);
  usePageShown(() => {
    redraw((count) => count + 1);
  });
  const drafts = storedNames(prefix).flatMap((name) => readStored<D>(name) ?? []);
  return drafts.sort((a, b) => ((a.savedAt ?? '') > (b.savedAt ?? '') ? -1 : 1));
}

/** The draft of the screen. Every keystroke is on the device at once; only sending or throwing it away forgets it. */
export interface DraftBook<D extends DeviceDraft> {
  readonly draft: D;
  readonly isFull: boolean;
  readonly change: (change: (draft: D) => Partial<D>) => void;
  /** The key under which this text is sent; the same text has the same key. */
  readonly keyFor: (text: string) => string;
  readonly forget: () => void;
}

/** Keeps under the prefix what begins with `initial`; one that is empty is not kept. */
export function useDeviceDraft<D extends DeviceDraft>(
  prefix: string,
  initial: D,
  isEmpty: (draft: D) => boolean,
): DraftBook<D> {
  const name = prefix + initial.id;
  const kept = useRef<D>();
  kept.current ??= initial;
  const [isFull, setIsFull] = useState(false);
  const [, redraw] = useState(0);
  return {
    draft: kept.current,
    isFull,
    change: (change) => {
      const before = kept.current ?? initial;
      const next = { ...before, ...change(before), savedAt: now() };
      kept.current = next;
      if (isEmpty(next)) removeStored(name);
      else setIsFull(writeStored(name, next) === 'full');
      redraw((count) => count + 1);
    },
    keyFor: (text) => {
      const before = kept.current ?? initial;
      if (before.wish?.text === text) return before.wish.key;
      const wish = { text, key: newIdentifier() };
      kept.current = { ...before, wish };
      writeStored(name, kept.current);
      return wish.key;
    },
    forget: () => {
      removeStored(name);
    },
  };
}
