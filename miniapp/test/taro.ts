/** A call as the server would get it. */
export interface SentCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}
/** What the stand-in server says; `offline` is no answer at all. */
export type Answer = { readonly status?: number; readonly body: unknown } | 'offline';
type Respond = (call: SentCall) => Answer;

let respond: Respond = () => 'offline';
let sent: SentCall[] = [];
const storage = new Map<string, string>();

/** From now on the server answers so. Forgets what was sent before. */
export function answerWith(answer: Respond): void {
  respond = answer;
  sent = [];
}

/** Everything that was sent since the server was set up. */
export function sentCalls(): readonly SentCall[] {
  return sent;
}

/** What is kept on the device. */
export function storedTexts(): ReadonlyMap<string, string> {
  return storage;
}

/** A fresh device. */
export function clearDevice(): void {
  storage.clear();
}

interface RequestOptions {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: string;
}

const taro = {
  async request({ url, method, header, data }: RequestOptions) {
    const body: unknown = data === undefined ? undefined : JSON.parse(data);
    const call = { method, path: url, body, key: header['idempotency-key'] };
    sent.push(call);
    const answer = respond(call);
    await Promise.resolve();
    if (answer === 'offline') throw new Error('request:fail');
    return { statusCode: answer.status ?? 200, data: JSON.stringify(answer.body) };
  },
  getStorageSync: (name: string) => storage.get(name) ?? '',
  setStorageSync: (name: string, text: string) => void storage.set(name, text),
  removeStorageSync: (name: string) => void storage.delete(name),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  setClipboardData: () => Promise.resolve(),
  navigateTo: () => Promise.resolve(),
  redirectTo: () => Promise.resolve(),
  reLaunch: () => Promise.resolve(),
  switchTab: () => Promise.resolve(),
  navigateBack: () => Promise.resolve(),
  getCurrentPages: () => [],
  onNetworkStatusChange: () => undefined,
  getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
};

export const useRouter = () => ({ params: {} as Record<string, string> });
export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
export const useUnload = () => undefined;
export const useLaunch = () => undefined;
export { taro as default };
