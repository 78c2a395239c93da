/** What the phone outside the mini program does. */
export interface PhoneWorld {
  /** Where `wx.request` goes when the build names no server of its own. */
  readonly server: string;
  /** A fresh login code of the person who holds the phone. */
  readonly loginCode: () => string;
  /** What the person answers on the subscription sheet, for each template. */
  readonly answerSubscription: (templateIds: readonly string[]) => Readonly<Record<string, string>>;
  readonly navigate: (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string) => void;
  readonly navigateBack: (delta: number) => void;
  /** Told of every call that only says yes. */
  readonly notice?: (name: string) => void;
}

interface Callbacks {
  readonly success?: (result: unknown) => void;
  readonly fail?: (error: unknown) => void;
  readonly complete?: (result: unknown) => void;
}
interface RequestOptions extends Callbacks {
  readonly url: string;
  readonly method?: string;
  readonly header?: Record<string, string>;
  readonly data?: unknown;
}

const WINDOW = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  screenTop: 0,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
};
const SYSTEM = {
  ...WINDOW,
  brand: 'sample',
  model: 'sample phone',
  system: 'Android 12',
  platform: 'android',
  version: '8.0.49',
  SDKVersion: '3.5.0',
  language: 'zh_CN',
  fontSizeSetting: 16,
  theme: 'light',
};

function succeed(options: Callbacks | undefined, result: object): Promise<unknown> | undefined {
  const answer = { errMsg: 'ok', ...result };
  if (!options?.success && !options?.complete) return Promise.resolve(answer);
  setTimeout(() => {
    options.success?.(answer);
    options.complete?.(answer);
  }, 0);
  return undefined;
}

/** The `wx` object of a phone: storage in memory, requests over HTTP, everything else says yes and does nothing. */
export function fakeWechat(world: PhoneWorld): Record<string, unknown> {
  return { ...deviceParts(), ...storageParts(new Map()), ...quietParts(world.notice ?? noop), ...worldParts(world) };
}

function worldParts(world: PhoneWorld): Record<string, unknown> {
  const navigations = (['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const).map((kind) => [
    kind,
    (options: Callbacks & { url: string }) => {
      world.navigate(kind, options.url);
      return succeed(options, {});
    },
  ]);
  return {
    ...(Object.fromEntries(navigations) as Record<string, unknown>),
    navigateBack: (options?: Callbacks & { delta?: number }) => {
      world.navigateBack(options?.delta ?? 1);
      return succeed(options, {});
    },
    login: (options: Callbacks) => succeed(options, { code: world.loginCode() }),
    requestSubscribeMessage: (options: Callbacks & { tmplIds: string[] }) =>
      succeed(options, world.answerSubscription(options.tmplIds)),
    downloadFile: (options: RequestOptions) => {
      void download(world.server, options);
      return { onProgressUpdate: noop, onHeadersReceived: noop };
    },
    openDocument: (options: Callbacks & { fileType: string; showMenu: boolean }) => {
      world.notice?.(`openDocument ${options.fileType}${options.showMenu ? ' with its menu' : ''}`);
      return succeed(options, {});
    },
    request: (options: RequestOptions) => {
      void send(world.server, options);
      return { abort: () => undefined, onHeadersReceived: () => undefined };
    },
  };
}

/** `wx.request`: any status succeeds, only a missing answer fails. */
async function send(server: string, options: RequestOptions): Promise<void> {
  try {
    const answer = await fetch(new URL(options.url, server), {
      method: options.method ?? 'GET',
      headers: options.header,
      body: typeof options.data === 'string' ? options.data : undefined,
    });
    const result = { errMsg: 'request:ok', statusCode: answer.status, header: {}, data: await answer.text() };
    options.success?.(result);
    options.complete?.(result);
  } catch {
    const error = { errMsg: 'request:fail' };
    options.fail?.(error);
    options.complete?.(error);
  }
}

/** `wx.downloadFile`: whatever came is a file, by the first letters of which it is called here. */
async function download(server: string, options: RequestOptions): Promise<void> {
  const answer = await fetch(new URL(options.url, server), { headers: options.header });
  const tempFilePath = `wxfile://${(await answer.text()).slice(0, 4)}`;
  void succeed(options, { statusCode: answer.status, tempFilePath });
}

function deviceParts(): Record<string, unknown> {
  return {
    canIUse: () => true,
    getSystemInfoSync: () => SYSTEM,
    getSystemInfo: (options?: Callbacks) => succeed(options, SYSTEM),
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => SYSTEM,
    getAppBaseInfo: () => SYSTEM,
    getSystemSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxsample', envVersion: 'release', version: '0.1.0' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getNetworkType: (options?: Callbacks) => succeed(options, { networkType: 'wifi' }),
    getUpdateManager: () => ({ onCheckForUpdate: noop, onUpdateReady: noop, onUpdateFailed: noop, applyUpdate: noop }),
    createSelectorQuery: emptyQuery,
    nextTick: (work: () => void) => setTimeout(work, 0),
  };
}

function storageParts(storage: Map<string, unknown>): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

const QUIET = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'setTabBarItem',
  'setBackgroundColor',
  'hideTabBar',
  'showTabBar',
  'setClipboardData',
  'makePhoneCall',
  'pageScrollTo',
  'vibrateShort',
  'showShareMenu',
  'hideShareMenu',
  'updateShareMenu',
  'stopPullDownRefresh',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'setTabBarBadge',
  'removeTabBarBadge',
];
const LISTENERS = [
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onThemeChange',
  'offThemeChange',
  'onWindowResize',
  'offWindowResize',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
  'onAppShow',
  'offAppShow',
  'onAppHide',
  'offAppHide',
  'onNeedPrivacyAuthorization',
  'onMemoryWarning',
  'onError',
  'onUnhandledRejection',
];

function quietParts(notice: (name: string) => void): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      QUIET.map((name) => [
        name,
        (options?: Callbacks) => {
          notice(name);
          return succeed(options, {});
        },
      ]),
    ),
    ...Object.fromEntries(LISTENERS.map((name) => [name, noop])),
    showModal: (options: Callbacks) => succeed(options, { confirm: true, cancel: false }),
  };
}

/** A layout query that finds nothing: this phone draws no pixels. */
function emptyQuery(): unknown {
  const query: Record<string, unknown> = {
    exec: (done?: (results: unknown[]) => void) => setTimeout(() => done?.([]), 0),
  };
  for (const name of [
    'in',
    'select',
    'selectAll',
    'selectViewport',
    'boundingClientRect',
    'scrollOffset',
    'fields',
    'node',
  ]) {
    query[name] = () => query;
  }
  return query;
}

function noop(): undefined {
  return undefined;
}
