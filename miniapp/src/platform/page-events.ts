import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';

/** A parameter of the page's address, decoded; null when it is not there. */
export function usePageParameter(name: string): string | null {
  const value = useRouter().params[name];
  return value === undefined || value === '' ? null : decodeURIComponent(value);
}

export { useDidHide as usePageHidden, useDidShow as usePageShown, useUnload as usePageClosed };
