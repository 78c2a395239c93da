import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../storage';

/** How much larger than drawn text is shown; the values of `--fs`. */
export const FONT_SCALES = [1, 1.15, 1.3] as const;
export type FontScale = (typeof FONT_SCALES)[number];

/** What a screen must know of the device it is drawn on. */
export interface Display {
  readonly fontScale: FontScale;
  /** At least 960 wide, measured in the reader's own text size: side navigation, panes beside each other. */
  readonly isWide: boolean;
  /** Facts that stand side by side are stacked: large text, or narrower than 360. */
  readonly isTight: boolean;
}

const NAME = 'font-scale';
const WIDE = 960;
const NARROW = 360;
const listeners = new Set<() => void>();

function scaleOfSetting(pixels: number): FontScale {
  if (pixels >= 20) return 1.3;
  return pixels >= 17.5 ? 1.15 : 1;
}

function scaleOfWechat(): FontScale {
  if (IS_BROWSER) return 1;
  try {
    const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
    return scaleOfSetting(fontSizeSetting ?? 16);
  } catch {
    return 1;
  }
}

function windowWidth(): number {
  return IS_BROWSER ? window.innerWidth : Taro.getWindowInfo().windowWidth;
}

function measure(): Display {
  const chosen = readStored<FontScale>(NAME);
  const fontScale = chosen !== null && FONT_SCALES.includes(chosen) ? chosen : scaleOfWechat();
  const width = windowWidth();
  const isWide = width >= WIDE * fontScale;
  return { fontScale, isWide, isTight: !isWide && (fontScale > 1 || width < NARROW) };
}

let display: Display | null = null;

function currentDisplay(): Display {
  display ??= measure();
  return display;
}

function remeasure(): void {
  const next = measure();
  const before = currentDisplay();
  if (next.fontScale === before.fontScale && next.isWide === before.isWide && next.isTight === before.isTight) return;
  display = next;
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

/** Begins to follow the window's size. Called once, when the program starts. */
export function watchDisplay(): void {
  if (IS_BROWSER) window.addEventListener('resize', remeasure);
  else Taro.onWindowResize(remeasure);
}

/** The person's own choice of text size, kept on this device; it goes before WeChat's setting. */
export function chooseFontScale(scale: FontScale): void {
  writeStored(NAME, scale);
  remeasure();
}

/** What the screen is drawn on, kept current. */
export function useDisplay(): Display {
  return useSyncExternalStore(subscribe, currentDisplay, currentDisplay);
}
