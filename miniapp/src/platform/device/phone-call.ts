import Taro from '@tarojs/taro';

/** Opens the dialler with a number. The person presses the call button there. */
export function callPhone(phone: string): void {
  const number = phone.replace(/[^0-9+]/g, '');
  if (IS_BROWSER) window.location.href = `tel:${number}`;
  else void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
