import Taro from '@tarojs/taro';

type Listener = () => void;

/** Tells when a newer program is ready, and never restarts by itself: a draft may be open. */
export function onUpdateReady(listener: Listener): void {
  if (IS_BROWSER) return;
  Taro.getUpdateManager().onUpdateReady(listener);
}

/** Restarts into the newer program. Only after the person agreed. */
export function applyUpdate(): void {
  if (!IS_BROWSER) Taro.getUpdateManager().applyUpdate();
}
