import Taro from '@tarojs/taro';
import { demoAccount } from '../account';
import { callServer } from '../http/call-server';

type CodeKind = 'login-code' | 'phone-code';

/** The demo's page plays WeChat: its server gives the codes that a phone would. */
async function askDemo(kind: CodeKind, account: string): Promise<string> {
  const answer = await callServer<{ readonly code: string }>({
    method: 'POST',
    path: `/api/demo/${kind}`,
    body: { account },
  });
  return answer.code;
}

/** Whether the demo stands in for WeChat's own button for the phone number. */
export function isPhoneAskedInDemo(): boolean {
  return IS_BROWSER && demoAccount() !== null;
}

/** A fresh, single-use phone code of the demo's account, as WeChat's button would give it; null outside the demo. */
export async function askDemoPhoneCode(): Promise<string | null> {
  const account = demoAccount();
  return account === null ? null : askDemo('phone-code', account);
}

/** A fresh, single-use login code of this WeChat account; throws when WeChat gives none. */
export async function askLoginCode(): Promise<string> {
  const account = demoAccount();
  if (IS_BROWSER && account !== null) return askDemo('login-code', account);
  const { code } = await Taro.login();
  if (code === '') throw new Error('no login code');
  return code;
}
