import Taro from '@tarojs/taro';
import { demoAccount } from '../account';
import { newIdentifier } from '../identifiers';

/** What WeChat answered for each template, as it answered it; null when it never asked. */
export type SubscribeAnswer = Readonly<Record<string, string>> | null;

const MOST_TEMPLATES = 5;

/** Whether a sheet can be opened here: inside WeChat, or in the demo, whose page plays WeChat around the frame. */
export function canSubscribe(): boolean {
  return !IS_BROWSER || (demoAccount() !== null && window.parent !== window);
}

/** The demo's page shows the sheet and answers by a message. */
function askDemoPage(templateIds: readonly string[]): Promise<SubscribeAnswer> {
  const id = newIdentifier();
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>) => {
      const data = event.data as { type?: unknown; id?: unknown; results?: SubscribeAnswer } | null;
      if (event.origin !== window.location.origin || data?.type !== 'jiannuo-subscribe-result' || data.id !== id)
        return;
      window.removeEventListener('message', listen);
      resolve(data.results ?? null);
    };
    window.addEventListener('message', listen);
    window.parent.postMessage({ type: 'jiannuo-subscribe', id, templateIds }, window.location.origin);
  });
}

/**
 * Opens WeChat's sheet for up to five templates. Call it in the tap handler itself, before anything is awaited:
 * after an await WeChat refuses it. Never rejects. In a browser nothing is asked, except in the demo.
 */
export function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswer> {
  if (!canSubscribe() || templateIds.length === 0) return Promise.resolve(null);
  const asked = templateIds.slice(0, MOST_TEMPLATES);
  if (IS_BROWSER) return askDemoPage(asked);
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
