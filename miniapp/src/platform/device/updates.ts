import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isReady = false;

/** Begins to look for a newer program. It never restarts by itself: a draft may be open. Called once, at the start. */
export function watchUpdates(): void {
  if (IS_BROWSER) return;
  Taro.getUpdateManager().onUpdateReady(() => {
    isReady = true;
    listeners.forEach((listener) => {
      listener();
    });
  });
}

/** Whether a newer program waits to be started. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isReady,
  );
}

/** Restarts into the newer program. Only after the person asked for it. */
export function applyUpdate(): void {
  if (!IS_BROWSER) Taro.getUpdateManager().applyUpdate();
}
