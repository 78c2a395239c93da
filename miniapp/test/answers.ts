import { fakeTaro } from './taro';

/** A call as the server would get it. */
export interface SentCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}
/** What the stand-in server says; `offline` is no answer at all. */
export type Answer = { readonly status?: number; readonly body: unknown } | 'offline';

/** From now on the server answers so. */
export function answerWith(respond: (call: SentCall) => Answer): void {
  fakeTaro.state.server = ({ url, method, header, body }) => {
    const answer = respond({ method, path: url, body, key: header['idempotency-key'] });
    return answer === 'offline' ? Promise.reject(new Error('request:fail')) : { status: 200, ...answer };
  };
}

/** Everything that was sent in this test. */
export function sentCalls(): readonly SentCall[] {
  return fakeTaro.state.requests.map(({ url, method, header, body }) => ({
    method,
    path: url,
    body,
    key: header['idempotency-key'],
  }));
}

/** Everything that is kept on the device, as one text. */
export function keptOnDevice(): string {
  return [...fakeTaro.state.storage.values()].map(String).join();
}
