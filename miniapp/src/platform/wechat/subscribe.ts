import Taro from '@tarojs/taro';
import { IS_BROWSER } from '../environment';

/** What WeChat answered for each template, as it answered it; null when it never asked. */
export type SubscribeAnswer = Readonly<Record<string, string>> | null;

const MOST_TEMPLATES = 5;

/**
 * Opens WeChat's sheet for up to five templates. Call it in the tap handler itself, before anything is awaited:
 * after an await WeChat refuses it. Never rejects. In a browser nothing is asked.
 */
export function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswer> {
  if (IS_BROWSER || templateIds.length === 0) return Promise.resolve(null);
  const asked = templateIds.slice(0, MOST_TEMPLATES);
  return new Promise((resolve) => {
    void Taro.requestSubscribeMessage({
      tmplIds: asked,
      entityIds: [],
      success: (answer) => {
        const results = answer as unknown as Record<string, string>;
        resolve(
          Object.fromEntries(asked.flatMap((id) => (typeof results[id] === 'string' ? [[id, results[id]]] : []))),
        );
      },
      fail: () => {
        resolve(null);
      },
    });
  });
}

/** Whether WeChat's answer for a template lets one more message through; words not known are no. */
export function isAccepted(status: string | undefined): boolean {
  return status?.startsWith('accept') ?? false;
}
