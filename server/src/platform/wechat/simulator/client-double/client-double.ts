import { ClientRefusal, finishCall, type ClientCallbacks } from './client-call';
import { RequestLanes } from './request-lanes';

/** A request as the page makes it; uploads and downloads come with their own api name. */
export interface ClientRequest {
  readonly url: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: unknown;
  readonly filePath?: string;
  readonly name?: string;
}

/** What the server answered. Every status goes to `success`. */
export interface ClientResponse {
  readonly statusCode: number;
  readonly data: unknown;
  readonly header?: Readonly<Record<string, string>>;
}

/** The calls that need the privacy statement. */
export const PRIVATE_CALLS = ['chooseMessageFile', 'chooseMedia', 'setClipboardData', 'getClipboardData'] as const;
/** One of the calls that need the privacy statement. */
export type PrivateCall = (typeof PRIVATE_CALLS)[number];

/** How the phone behaves. Everything left out behaves well. */
export interface ClientDoubleOptions {
  /** What the person answers on the sheet: statuses by template id, or `errCode` with `errMsg`. */
  readonly sheet?: (templateIds: unknown) => SheetAnswer | Promise<SheetAnswer>;
  /** The server; rejecting means that there is no network. */
  readonly respond?: (api: string, request: ClientRequest) => ClientResponse | Promise<ClientResponse>;
  /** A login code, from the simulator or made up. */
  readonly loginCode?: () => string | Promise<string>;
  /** What `getSetting` tells about messages. */
  readonly subscriptions?: () => { mainSwitch: boolean; itemSettings: Readonly<Record<string, string>> };
  /** What the chooser and clipboard calls give. */
  readonly chosen?: (call: PrivateCall) => object;
  readonly undeclared?: readonly PrivateCall[];
  readonly isPrivacyAgreed?: boolean;
  readonly overflow?: 'wait' | 'fail';
}

/** What the sheet call gives: `errMsg`, a status by template id, or an `errCode`. */
export type SheetAnswer = Readonly<Record<string, string | number>>;

/** The calls that can be made to hang: neither success nor fail ever comes. */
export type HangableCall =
  'requestSubscribeMessage' | 'request' | 'uploadFile' | 'downloadFile' | 'login' | 'getSetting' | PrivateCall;

/**
 * Stands for `wx` in tests of the mini program, and fails where a phone fails: calls after an `await` in a tap handler,
 * calls that never answer, statuses of 500 that come as success, eleven requests at once, privacy not agreed or not
 * declared. It uses nothing of Node.
 */
export class ClientDouble {
  /** The names of all calls, in order. */
  readonly calls: string[] = [];
  private readonly hanging = new Set<HangableCall>();
  private readonly lanes: RequestLanes;
  private isTapping = false;

  constructor(private readonly options: ClientDoubleOptions = {}) {
    this.lanes = new RequestLanes(options.overflow ?? 'wait');
  }

  /** Runs a tap handler. Only until its first `await` does the phone take it for a tap. */
  tap<Result>(handler: () => Result): Result {
    this.isTapping = true;
    try {
      return handler();
    } finally {
      this.isTapping = false;
    }
  }

  /** From now on the call never answers, or answers again. */
  hang(call: HangableCall, isHanging = true): void {
    if (isHanging) this.hanging.add(call);
    else this.hanging.delete(call);
  }

  /** How many requests are under way. */
  get requestsUnderWay(): number {
    return this.lanes.underWay;
  }

  /** The mini program has been in the background for five seconds. */
  enterBackground(): void {
    this.lanes.cutAll();
  }

  /** `wx.requestSubscribeMessage`: only in the tap's own stack. */
  readonly requestSubscribeMessage = (
    asked: { readonly tmplIds: unknown } & ClientCallbacks<SheetAnswer>,
  ): Promise<SheetAnswer> => {
    const { isTapping } = this;
    return this.call('requestSubscribeMessage', asked, async () => {
      if (!isTapping) {
        throw new ClientRefusal({ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture' });
      }
      const answer = await (this.options.sheet ?? acceptAll)(asked.tmplIds);
      const { errCode, errMsg } = answer;
      if (typeof errCode === 'number') throw new ClientRefusal({ errCode, errMsg: String(errMsg) });
      return { errMsg: 'requestSubscribeMessage:ok', ...answer };
    });
  };

  /** `wx.request`. */
  readonly request = (asked: ClientRequest & ClientCallbacks<ClientResponse>): Promise<ClientResponse> =>
    this.transfer('request', asked);

  /** `wx.uploadFile`. */
  readonly uploadFile = (asked: ClientRequest & ClientCallbacks<ClientResponse>): Promise<ClientResponse> =>
    this.transfer('uploadFile', asked);

  /** `wx.downloadFile`. */
  readonly downloadFile = (asked: ClientRequest & ClientCallbacks<ClientResponse>): Promise<ClientResponse> =>
    this.transfer('downloadFile', asked);

  /** `wx.login`. */
  readonly login = (
    asked: ClientCallbacks<{ code: string; errMsg: string }> = {},
  ): Promise<{ code: string; errMsg: string }> =>
    this.call('login', asked, async () => ({
      errMsg: 'login:ok',
      code: await (this.options.loginCode ?? madeUpCode)(),
    }));

  /** `wx.getSetting`; kept choices only when asked for with `withSubscriptions`. */
  readonly getSetting = (
    asked: { readonly withSubscriptions?: boolean } & ClientCallbacks<object> = {},
  ): Promise<object> =>
    this.call('getSetting', asked, () => {
      const settings = { errMsg: 'getSetting:ok', authSetting: {} };
      if (asked.withSubscriptions !== true) return settings;
      const subscriptionsSetting = this.options.subscriptions?.() ?? { mainSwitch: true, itemSettings: {} };
      return { ...settings, subscriptionsSetting };
    });

  /** `wx.chooseMessageFile`. */
  readonly chooseMessageFile = (asked: ClientCallbacks<object> = {}): Promise<object> =>
    this.choose('chooseMessageFile', asked);

  /** `wx.chooseMedia`. */
  readonly chooseMedia = (asked: ClientCallbacks<object> = {}): Promise<object> => this.choose('chooseMedia', asked);

  /** `wx.setClipboardData`. */
  readonly setClipboardData = (asked: ClientCallbacks<object> = {}): Promise<object> =>
    this.choose('setClipboardData', asked);

  /** `wx.getClipboardData`. */
  readonly getClipboardData = (asked: ClientCallbacks<object> = {}): Promise<object> =>
    this.choose('getClipboardData', asked);

  private choose(name: PrivateCall, asked: ClientCallbacks<object>): Promise<object> {
    return this.call(name, asked, () => {
      if (this.options.undeclared?.includes(name) === true) {
        const errMsg = `${name}:fail api scope is not declared in the privacy agreement`;
        throw new ClientRefusal({ errno: 112, errMsg });
      }
      if (this.options.isPrivacyAgreed === false) {
        throw new ClientRefusal({ errno: 104, errMsg: `${name}:fail privacy permission is not authorized` });
      }
      return { errMsg: `${name}:ok`, ...this.options.chosen?.(name) };
    });
  }

  private transfer(
    api: 'request' | 'uploadFile' | 'downloadFile',
    asked: ClientRequest & ClientCallbacks<ClientResponse>,
  ): Promise<ClientResponse> {
    this.calls.push(api);
    return finishCall(asked, () =>
      this.lanes.run(api, async () => {
        if (this.hanging.has(api)) await never();
        try {
          return await (this.options.respond ?? emptyAnswer)(api, asked);
        } catch (failure) {
          if (failure instanceof ClientRefusal) throw failure;
          throw new ClientRefusal({ errMsg: `${api}:fail` });
        }
      }),
    );
  }

  private call<Result>(
    name: HangableCall,
    asked: ClientCallbacks<Result>,
    work: () => Promise<Result> | Result,
  ): Promise<Result> {
    this.calls.push(name);
    return finishCall(asked, async () => {
      if (this.hanging.has(name)) await never();
      return work();
    });
  }
}

/** A person who accepts every template. */
export function acceptAll(templateIds: unknown): SheetAnswer {
  const ids: readonly unknown[] = Array.isArray(templateIds) ? templateIds : [];
  return Object.fromEntries(ids.map((id) => [String(id), 'accept']));
}

function madeUpCode(): string {
  return '0'.repeat(32);
}

function emptyAnswer(): ClientResponse {
  return { statusCode: 200, data: {}, header: {} };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
