import { View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import './overlay.scss';

const LASTS = 2_000;
const listeners = new Set<() => void>();
let shown = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function publish(text: string): void {
  shown = text;
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

/** Says for two seconds that something is done. At most twelve characters, and only what needs no answer. */
export function showToast(text: string): void {
  clearTimeout(timer);
  publish(text);
  timer = setTimeout(() => {
    publish('');
  }, LASTS);
}

/** Where the short messages appear; every screen has one. */
export function ToastHost() {
  const text = useSyncExternalStore(
    subscribe,
    () => shown,
    () => shown,
  );
  return (
    <View className="toast-host" {...(IS_BROWSER ? { role: 'status' } : {})} aria-live="polite">
      {text === '' ? null : <View className="toast t-s">{text}</View>}
    </View>
  );
}
