import Taro from '@tarojs/taro';

/** Puts a text on the clipboard; answers whether it got there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Taro's own way would say so itself, in words of its own; a browser has this one only on secure addresses.
    if (IS_BROWSER && 'clipboard' in navigator) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
