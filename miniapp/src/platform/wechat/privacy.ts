import Taro from '@tarojs/taro';

/** Opens the privacy guide that WeChat keeps for this program. */
export function openPrivacyGuide(): void {
  if (IS_BROWSER) return;
  Taro.openPrivacyContract({ fail: () => undefined });
}

/** Opens WeChat's settings of this program, where a kept refusal of messages can be taken back. */
export function openWechatSettings(): void {
  if (IS_BROWSER) return;
  void Taro.openSetting({ withSubscriptions: true }).catch(() => undefined);
}
