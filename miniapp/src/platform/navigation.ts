import Taro from '@tarojs/taro';
import { goWay } from './page-failure';

/** The four slots of the tab bar; what stands in each depends on the role. */
export const SLOTS = ['home', 'work', 'inbox', 'me'] as const;
export type Slot = (typeof SLOTS)[number];

type Parameters = Readonly<Record<string, string | number>>;

function pathOf(page: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `/pages/${page}/index${query === '' ? '' : `?${query}`}`;
}

/** Opens a page on top of this one. `page` is a folder of `pages`. */
export function openPage(page: string, parameters: Parameters = {}): void {
  const url = pathOf(page, parameters);
  goWay(() => Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url })), true);
}

/** Puts a page in this one's place, so that going back does not return here. */
export function replacePage(page: string, parameters: Parameters = {}): void {
  goWay(() => Taro.redirectTo({ url: pathOf(page, parameters) }));
}

/** Leaves everything open and starts again at a page. */
export function startAt(page: string, parameters: Parameters = {}): void {
  goWay(() => Taro.reLaunch({ url: pathOf(page, parameters) }));
}

/** Goes to one of the four slots. */
export function openSlot(slot: Slot): void {
  goWay(() => Taro.switchTab({ url: pathOf(slot, {}) }));
}

/** Whether there is a page to go back to. */
export function hasPageBehind(): boolean {
  return Taro.getCurrentPages().length > 1;
}

/** Comes to a page in this one's place; when it lies right behind already, goes back to it, so that it is not there twice. */
export function landOn(page: string, parameters: Parameters = {}): void {
  const pages: readonly { readonly path?: string; readonly route?: string }[] = Taro.getCurrentPages();
  const behind = pages[pages.length - 2];
  const isBehind = (behind?.path ?? behind?.route ?? '').includes(`pages/${page}/index`);
  if (isBehind) void Taro.navigateBack();
  else replacePage(page, parameters);
}

/** Goes back one page, or to the first slot when there is none behind. */
export function goBack(): void {
  if (hasPageBehind()) void Taro.navigateBack();
  else openSlot('home');
}

/** Leaves the screens for a page beside them on the same server, as the demo's first one. Only a browser can. */
export function leaveTo(path: string): void {
  if (IS_BROWSER) window.location.assign(path);
}

/** Names the page: in WeChat's own title bar, or for the browser's tab. */
export function namePage(title: string): void {
  if (IS_BROWSER) document.title = title;
  else void Taro.setNavigationBarTitle({ title });
}

/**
 * Brings an element of the current page into sight, below what stays at the top: in the middle, or with its start first
 * when it may be higher than the screen. Waits until it is drawn.
 */
export function scrollToElement(id: string, place: 'center' | 'start' = 'center'): void {
  setTimeout(() => {
    if (IS_BROWSER) {
      const element = document.getElementById(id);
      element?.scrollIntoView({ block: place });
      element?.querySelector<HTMLElement>('input, textarea, [tabindex="0"]')?.focus({ preventScroll: true });
      return;
    }
    void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96, duration: 160 }).catch(() => undefined);
  }, 60);
}
