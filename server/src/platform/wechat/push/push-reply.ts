import { sealReply } from './push-cipher';
import { pushSignature } from './push-signature';

/** What goes back to WeChat. */
export interface PushReply {
  readonly status: 200 | 400 | 403 | 500;
  readonly body: string;
}

/** The push was taken; WeChat does not send it again. */
export const TAKEN: PushReply = { status: 200, body: 'success' };

/** Parts of a sealed reply that vary. */
export interface SealedReplyParts {
  readonly key: Buffer;
  readonly appId: string;
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly random: Uint8Array;
  readonly text: string;
}

/** A reply with content in safe mode: sealed and signed, as WeChat wants it in JSON. `success` needs none of this. */
export function sealedReply(parts: SealedReplyParts): {
  readonly Encrypt: string;
  readonly MsgSignature: string;
  readonly TimeStamp: number;
  readonly Nonce: string;
} {
  const encrypted = sealReply(parts.key, parts.appId, parts);
  return {
    Encrypt: encrypted,
    MsgSignature: pushSignature([parts.token, parts.timestamp, parts.nonce, encrypted]),
    TimeStamp: Number(parts.timestamp),
    Nonce: parts.nonce,
  };
}
