import Taro from '@tarojs/taro';

/** Puts a text on the clipboard; answers whether it got there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
