import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

type Listener = () => void;

let online = true;
const listeners = new Set<Listener>();

function publish(next: boolean): void {
  if (next === online) return;
  online = next;
  listeners.forEach((listener) => {
    listener();
  });
}

/** Begins to follow whether the device has a network. Called once, when the program starts. */
export function watchNetwork(): void {
  if (IS_BROWSER) {
    // A browser tells its own coming and going; what stands for it in the framework hears only a change of network kind.
    const look = () => {
      publish(navigator.onLine);
    };
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    look();
    return;
  }
  Taro.onNetworkStatusChange((status) => {
    publish(status.isConnected);
  });
  void Taro.getNetworkType()
    .then((status) => {
      publish(status.networkType !== 'none');
    })
    .catch(() => undefined);
}

/** Whether the device has a network, as far as it knows. */
export function isOnline(): boolean {
  return online;
}

/** Calls `listener` whenever the network comes or goes; the answer stops that. */
export function onNetworkChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether the device has a network, for screens. */
export function useOnline(): boolean {
  return useSyncExternalStore(onNetworkChange, isOnline, isOnline);
}
