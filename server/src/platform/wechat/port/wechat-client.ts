import type { ComposedMessage } from '../templates/compose-message';
import { asRecord, asText } from './json-text';
import { PersonQueue } from './person-queue';
import { qrCodeFault, type QrCodeImage, type QrCodeOrder } from './qr-code';
import { failedSend, type SendOutcome } from './send-outcome';
import { TokenSource, type TokenStore, type WechatClock } from './token-source';
import { callWechat, errorOf, unreadable, type CallResult, type NamedRequest, type WechatLog } from './wechat-call';
import { WechatError } from './wechat-error';

/** Which version of the mini program a message or QR code opens. */
export type MiniprogramState = 'developer' | 'trial' | 'formal';

/** Everything the client needs from outside; nothing is read from the environment. */
export interface WechatClientParts {
  readonly baseUrl: string;
  readonly appId: string;
  readonly secret: string;
  readonly fetch: typeof fetch;
  readonly clock: WechatClock;
  readonly tokenStore: TokenStore;
  /** False inside WeChat's Cloud Run, where calls are known by their network and carry no token. */
  readonly tokenInQuery: boolean;
  readonly log: WechatLog;
  readonly miniprogramState?: MiniprogramState;
  readonly timeoutMs?: number;
  readonly random?: () => number;
}

/** Who signed in. The session key stays out of our hands: nothing here needs it. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

/** A phone number that WeChat has verified. `national` is without the country code. */
export interface WechatPhone {
  readonly full: string;
  readonly national: string;
  readonly countryCode: string;
}

/** One message to one person. `attempt` counts from 1 and decides how long a busy WeChat is given. */
export interface SendOrder {
  readonly openid: string;
  readonly message: ComposedMessage;
  /** Page with query that a tap opens, without leading slash; null opens nothing. */
  readonly page: string | null;
  readonly attempt: number;
}

type TokenCall = Omit<NamedRequest, 'secrets' | 'query'> & { readonly secrets?: readonly string[] };

const TIMEOUT_MS = 8_000;

/** The thin client of WeChat's server interface: real host, Cloud Run and simulator differ only in its parts. */
export class WechatClient {
  private readonly tokens: TokenSource;
  private readonly queue = new PersonQueue();

  constructor(private readonly parts: WechatClientParts) {
    this.tokens = new TokenSource({
      key: `wechat:access-token:${parts.appId}`,
      clock: parts.clock,
      store: parts.tokenStore,
      fetchToken: () => this.fetchStableToken(),
    });
  }

  /** Who a login code (5 minutes, single use) belongs to. Throws WechatError `bad-code`, `used-code`, `blocked-user`. */
  async code2Session(code: string): Promise<WechatIdentity> {
    const { appId, secret } = this.parts;
    const call = 'code2Session';
    const body = bodyOf(
      call,
      await this.call({
        call,
        method: 'GET',
        path: '/sns/jscode2session',
        query: { appid: appId, secret, js_code: code, grant_type: 'authorization_code' },
        body: null,
        secrets: [secret, code],
      }),
    );
    const openid = asText(body['openid']);
    if (openid === null || openid === '') throw unreadable(call);
    return { openid, unionid: asText(body['unionid']) };
  }

  /** The phone number behind a code of the phone button (5 minutes, single use). Throws WechatError `bad-code`. */
  async phoneNumber(code: string): Promise<WechatPhone> {
    const call = 'phoneNumber';
    const path = '/wxa/business/getuserphonenumber';
    const result = await this.callWithToken({ call, method: 'POST', path, body: { code }, secrets: [code] });
    const phone = asRecord(bodyOf(call, result)['phone_info']);
    const appid = asText(asRecord(phone?.['watermark'])?.['appid']);
    const full = asText(phone?.['phoneNumber']);
    const national = asText(phone?.['purePhoneNumber']);
    if (full === null || national === null || appid !== this.parts.appId) throw unreadable(call);
    return { full, national, countryCode: asText(phone?.['countryCode']) ?? '' };
  }

  /** The access token in use; fetched in normal mode, which leaves other instances' token alive. */
  accessToken(): Promise<string> {
    return this.tokens.current();
  }

  /**
   * Hands one subscription message to WeChat; messages to one person go one after another.
   * Never throws for an answer of WeChat, and never repeats a send whose outcome is unknown.
   */
  sendSubscribeMessage(order: SendOrder): Promise<SendOutcome> {
    return this.queue.run(order.openid, () => this.sendNow(order));
  }

  /** The image of a mini program code that opens a page with a scene. Throws WechatError `request` or `page`. */
  async qrCodeUnlimited(order: QrCodeOrder): Promise<QrCodeImage> {
    const call = 'qrCodeUnlimited';
    const fault = qrCodeFault(order);
    if (fault !== null) throw new WechatError(call, 'request', { errcode: null, errmsg: fault, rid: null });
    const result = await this.callWithToken({
      call,
      method: 'POST',
      path: '/wxa/getwxacodeunlimit',
      body: {
        scene: order.scene,
        page: order.page,
        check_path: true,
        env_version: ENV_VERSION[this.parts.miniprogramState ?? 'formal'],
        width: order.width ?? 430,
      },
    });
    if (result.kind === 'bytes') return { contentType: result.contentType, bytes: result.bytes };
    throw result.kind === 'json' ? unreadable(call) : errorOf(call, result);
  }

  private async sendNow(order: SendOrder): Promise<SendOutcome> {
    const circumstances = {
      attempt: order.attempt,
      now: this.parts.clock.now(),
      random: this.parts.random ?? Math.random,
    };
    try {
      return readSend(await this.callWithToken(this.sendCall(order)), circumstances);
    } catch (failure) {
      // Only asking for the token throws here, so the message itself has not been sent.
      if (failure instanceof WechatError) return failedSend(failure.kind, { ...failureFacts(failure) }, circumstances);
      throw failure;
    }
  }

  private sendCall(order: SendOrder): TokenCall {
    return {
      call: 'sendSubscribeMessage',
      method: 'POST',
      path: '/cgi-bin/message/subscribe/send',
      body: {
        touser: order.openid,
        template_id: order.message.templateId,
        ...(order.page === null ? {} : { page: order.page.replace(/^\/+/, '') }),
        data: order.message.data,
        miniprogram_state: this.parts.miniprogramState ?? 'formal',
        lang: 'zh_CN',
      },
    };
  }

  /** Makes a call with the token; a refused token is replaced and the call made once more. */
  private async callWithToken(request: TokenCall): Promise<CallResult> {
    if (!this.parts.tokenInQuery) return this.call({ ...request, query: {}, secrets: request.secrets ?? [] });
    const token = await this.tokens.current();
    const result = await this.callWith(token, request);
    if (result.kind !== 'fault' || result.faultKind !== 'token') return result;
    return this.callWith(await this.tokens.replace(token), {
      ...request,
      secrets: [...(request.secrets ?? []), token],
    });
  }

  private callWith(token: string, request: TokenCall): Promise<CallResult> {
    const secrets = [...(request.secrets ?? []), token, this.parts.secret];
    return this.call({ ...request, query: { access_token: token }, secrets });
  }

  private async fetchStableToken(): Promise<{ token: string; lifeSeconds: number }> {
    const { appId, secret } = this.parts;
    const call = 'accessToken';
    const body = bodyOf(
      call,
      await this.call({
        call,
        method: 'POST',
        path: '/cgi-bin/stable_token',
        query: {},
        body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: false },
        secrets: [secret],
      }),
    );
    const token = asText(body['access_token']);
    const lifeSeconds = Number(asText(body['expires_in']) ?? NaN);
    if (token === null || token === '' || !(lifeSeconds > 0)) throw unreadable(call);
    return { token, lifeSeconds };
  }

  private call(request: NamedRequest): Promise<CallResult> {
    const { baseUrl, fetch, log, timeoutMs } = this.parts;
    return callWechat({ baseUrl, fetch, timeoutMs: timeoutMs ?? TIMEOUT_MS }, log, request);
  }
}

const ENV_VERSION = { developer: 'develop', trial: 'trial', formal: 'release' } as const;

function bodyOf(call: string, result: CallResult): Readonly<Record<string, unknown>> {
  if (result.kind === 'json') return result.body;
  throw result.kind === 'bytes' ? unreadable(call) : errorOf(call, result);
}

function failureFacts(failure: WechatError): { errcode: number | null; errmsg: string; rid: string | null } {
  return { errcode: failure.errcode, errmsg: failure.errmsg, rid: failure.rid };
}

function readSend(result: CallResult, circumstances: Parameters<typeof failedSend>[2]): SendOutcome {
  switch (result.kind) {
    case 'json':
      return { kind: 'delivered', messageId: asText(result.body['msgid']), ledger: 'spend-one' };
    case 'fault':
      return failedSend(result.faultKind, result.fault, circumstances);
    case 'unsent':
      return failedSend('unreachable', { errcode: null, errmsg: result.cause, rid: null }, circumstances);
    case 'unanswered':
      return { kind: 'unknown', cause: result.cause, ledger: 'uncertain' };
    case 'bytes':
      return { kind: 'unknown', cause: 'unreadable', ledger: 'uncertain' };
  }
}
