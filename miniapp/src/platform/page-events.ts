import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';

/** A parameter of the page's address, decoded; null when it is not there. */
export function usePageParameter(name: string): string | null {
  const value = useRouter().params[name];
  return value === undefined || value === '' ? null : decodeURIComponent(value);
}

/** A whole number among the page's parameters; null when it is not there, or not one. */
export function usePageNumber(name: string): number | null {
  const value = usePageParameter(name) ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Calls back when the page is hidden: another page covers it, or the program goes to the back. */
export function usePageHidden(callBack: () => void): void {
  useDidHide(callBack);
}

/** Calls back when the page is shown: at first, and whenever one comes back to it. */
export function usePageShown(callBack: () => void): void {
  useDidShow(callBack);
}
