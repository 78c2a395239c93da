import { useEffect } from 'react';

/** One request as the program sends it. */
export interface FakeRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body: unknown;
}
/** What the fake server answers; throwing means that no answer comes. */
export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}
export type FakeServer = (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;

interface RequestOptions {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: string;
}

const nobody: FakeServer = () => ({ status: 404, body: null });
const state = {
  storage: new Map<string, unknown>(),
  isFull: false,
  server: nobody,
  requests: [] as FakeRequest[],
  visited: [] as string[],
  /** What the server answers to a download. */
  downloadStatus: 200,
  /** What WeChat was asked to show of it. */
  opened: [] as unknown[],
  /** No other page can be had. */
  isStranded: false,
  subscribe: jest.fn(),
  path: '/pages/home/index',
  parameters: {} as Record<string, string>,
};

const shown = new Set<() => void>();

/** The world around the program, as a test sets it up and looks at it. */
export const fakeTaro = {
  state,
  /** One comes back to the page. */
  showPage(): void {
    shown.forEach((callBack) => {
      callBack();
    });
  },
  reset(): void {
    state.storage.clear();
    state.isFull = false;
    state.server = nobody;
    state.requests.length = 0;
    state.visited.length = 0;
    state.downloadStatus = 200;
    state.opened.length = 0;
    state.isStranded = false;
    state.subscribe.mockReset();
    state.path = '/pages/home/index';
    state.parameters = {};
  },
};

async function request(options: RequestOptions): Promise<{ statusCode: number; data: string }> {
  const asked: FakeRequest = {
    url: options.url,
    method: options.method,
    header: options.header,
    body: options.data === undefined ? undefined : (JSON.parse(options.data) as unknown),
  };
  state.requests.push(asked);
  await Promise.resolve();
  const { status, body } = await state.server(asked);
  return { statusCode: status, data: JSON.stringify(body) };
}

function visit({ url }: { readonly url: string }): Promise<void> {
  state.visited.push(url);
  return state.isStranded ? Promise.reject(new Error('fail')) : Promise.resolve();
}

function show(what: unknown): Promise<void> {
  state.opened.push(what);
  return Promise.resolve();
}

const Taro = {
  request,
  downloadFile: () => Promise.resolve({ statusCode: state.downloadStatus, tempFilePath: '/tmp/file' }),
  openDocument: show,
  previewImage: show,
  getStorageSync: (key: string) => state.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (state.isFull) throw new Error('exceed max size');
    state.storage.set(key, value);
  },
  removeStorageSync: (key: string) => {
    state.storage.delete(key);
  },
  getStorageInfoSync: () => ({ keys: [...state.storage.keys()] }),
  navigateTo: visit,
  redirectTo: visit,
  reLaunch: visit,
  switchTab: visit,
  navigateBack: () => visit({ url: 'back' }),
  getCurrentPages: () => [{}, {}],
  pageScrollTo: () => Promise.resolve(),
  setNavigationBarTitle: () => Promise.resolve(),
  getWindowInfo: () => ({ windowWidth: 375 }),
  getAppBaseInfo: () => ({ fontSizeSetting: 16 }),
  getDeviceInfo: () => ({ platform: 'ios' }),
  requestSubscribeMessage: state.subscribe,
  login: () => Promise.resolve({ code: 'login-code' }),
};

export const useRouter = () => ({ path: state.path, params: state.parameters });
export const useDidHide = () => undefined;
export const useDidShow = (callBack: () => void) => {
  useEffect(() => {
    shown.add(callBack);
    return () => {
      shown.delete(callBack);
    };
  });
};
export const useLaunch = () => undefined;
export { Taro as default };
