import type { WechatClock } from '../port/token-source';
import { asText } from '../port/json-text';
import { readPushBody, type PushBody } from './push-body';
import { openSealed, pushKey } from './push-cipher';
import { readSubscriptionEvents, type SubscriptionEvent } from './push-event';
import { TAKEN, type PushReply } from './push-reply';
import { isSignedBy } from './push-signature';
import type { ReplayStore } from './replay-guard';

/** The push settings of WeChat's console, and what the receiver needs from outside. */
export interface PushReceiverParts {
  readonly appId: string;
  readonly token: string;
  /** Null in plain mode. In safe mode, plain pushes are refused. */
  readonly encodingAesKey: string | null;
  readonly clock: WechatClock;
  readonly replays: ReplayStore;
  /** Keeps the events; must be quick, and safe to be called twice with the same event key. */
  readonly handle: (events: readonly SubscriptionEvent[]) => Promise<void>;
}

/** The query of a push as the framework parsed it. */
export type PushQuery = Readonly<Record<string, string | undefined>>;

/** WeChat repeats a push within seconds; what is older than this was recorded by somebody. */
const FRESH_MS = 600_000;
const LONGEST_BODY = 65_536;
const REFUSED: PushReply = { status: 403, body: '' };
const UNREADABLE: PushReply = { status: 400, body: '' };
const FAILED: PushReply = { status: 500, body: '' };

/** Takes WeChat's pushes: checks signature, age and repetition, opens what is sealed, and hands on the events. */
export class PushReceiver {
  private readonly key: Buffer | null;

  constructor(private readonly parts: PushReceiverParts) {
    this.key = parts.encodingAesKey === null ? null : pushKey(parts.encodingAesKey);
  }

  /** Answers the console's check of the address: the echo for a right signature. */
  verify(query: PushQuery): PushReply {
    const { signature, timestamp, nonce, echostr } = query;
    if (timestamp === undefined || nonce === undefined || echostr === undefined) return REFUSED;
    return isSignedBy(signature, [this.parts.token, timestamp, nonce]) ? { status: 200, body: echostr } : REFUSED;
  }

  /**
   * Takes one push. 403 for a wrong signature, another app or an old stamp; 400 for what cannot be read; 500 when
   * handling failed, so that WeChat sends it again. A push that was handled before is taken without handling.
   */
  async receive(query: PushQuery, text: string): Promise<PushReply> {
    if (text.length > LONGEST_BODY) return UNREADABLE;
    const outer = readPushBody(text);
    if (outer === null) return UNREADABLE;
    if (isProbe(outer)) return TAKEN;
    const stamp = this.signedStamp(query, outer);
    if (stamp === null || !this.isFresh(query['timestamp'])) return REFUSED;
    const body = this.opened(outer);
    if (body === null) return REFUSED;
    if (await this.parts.replays.isHandled(stamp)) return TAKEN;
    return this.handled(stamp, body);
  }

  private async handled(stamp: string, body: PushBody): Promise<PushReply> {
    try {
      await this.parts.handle(readSubscriptionEvents(body));
    } catch {
      return FAILED;
    }
    const until = new Date(Date.parse(this.parts.clock.now()) + 2 * FRESH_MS).toISOString();
    await this.parts.replays.remember(stamp, until);
    return TAKEN;
  }

  /** What names this push among all that WeChat signed, or null when the signature is not WeChat's. */
  private signedStamp(query: PushQuery, outer: PushBody): string | null {
    const { timestamp, nonce } = query;
    if (timestamp === undefined || nonce === undefined) return null;
    if (this.key === null) {
      const isSigned = isSignedBy(query['signature'], [this.parts.token, timestamp, nonce]);
      return isSigned ? `wechat-push|${timestamp}|${nonce}` : null;
    }
    const encrypted = asText(outer['Encrypt']);
    if (encrypted === null) return null;
    const isSigned = isSignedBy(query['msg_signature'], [this.parts.token, timestamp, nonce, encrypted]);
    return isSigned ? `wechat-push|${timestamp}|${nonce}` : null;
  }

  private opened(outer: PushBody): PushBody | null {
    if (this.key === null) return outer;
    const text = openSealed(this.key, this.parts.appId, asText(outer['Encrypt']) ?? '');
    return text === null ? null : readPushBody(text);
  }

  private isFresh(timestamp: string | undefined): boolean {
    if (timestamp === undefined || !/^\d{9,11}$/.test(timestamp)) return false;
    return Math.abs(Date.parse(this.parts.clock.now()) - Number(timestamp) * 1000) <= FRESH_MS;
  }
}

/** Cloud Run asks a new address with this before it sends anything. Nothing happens on it, so it needs no signature. */
function isProbe(outer: PushBody): boolean {
  return asText(outer['action']) === 'CheckContainerPath';
}
