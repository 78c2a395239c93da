import Taro from '@tarojs/taro';

/** A fresh, single-use login code of this WeChat account; throws when WeChat gives none. */
export async function askLoginCode(): Promise<string> {
  const { code } = await Taro.login();
  if (code === '') throw new Error('no login code');
  return code;
}
