import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** A page that was to be opened and did not come: without a network, or while the server was away. */
export interface PageFailure {
  /** Tries the same way once more. */
  readonly again: () => void;
  readonly forget: () => void;
  /** Whether no page stands at all. */
  readonly isFirst: boolean;
}
type Way = () => Promise<unknown>;

let last: { readonly way: Way; readonly isOnTop: boolean } | null = null;
let failure: PageFailure | null = null;
const listeners = new Set<() => void>();

function publish(next: PageFailure | null): void {
  failure = next;
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function fail(again: () => void): void {
  publish({
    isFirst: Taro.getCurrentPages().length === 0,
    again: () => {
      publish(null);
      again();
    },
    forget: () => {
      publish(null);
    },
  });
}

/** Goes a way to another page. `isOnTop`: the present page stays beneath. When the page cannot be had, that is said. */
export function goWay(way: Way, isOnTop = false): void {
  last = { way, isOnTop };
  void way().catch(() => {
    fail(() => {
      goWay(way, isOnTop);
    });
  });
}

/** A browser is on its way before the page has come: it goes back to the address of the page that still stands. */
function screenMissing(): void {
  const missed = last;
  last = null;
  if (missed === null || Taro.getCurrentPages().length === 0) {
    fail(() => {
      window.location.reload();
    });
    return;
  }
  if (missed.isOnTop) window.history.back();
  fail(() => {
    goWay(missed.way, missed.isOnTop);
  });
}

/** Listens for pages whose program a browser could not fetch. Called once, when the program starts. */
export function watchPages(): void {
  if (!IS_BROWSER) return;
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    if ((reason as { readonly name?: unknown } | null)?.name === 'ChunkLoadError') screenMissing();
  });
}

/** The page that did not come, for the screen that still stands; null when none is missing. */
export function usePageFailure(): PageFailure | null {
  return useSyncExternalStore(
    subscribe,
    () => failure,
    () => failure,
  );
}
