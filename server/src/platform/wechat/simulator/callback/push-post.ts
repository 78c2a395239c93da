import type { SimulatedCallback } from '../options';
import { writeEvent, writeSealed, type PushEvent } from './push-event';
import { seal, signatureOf } from './seal';

/** One HTTP request to the callback. */
export interface PushPost {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

/** Varying parts of a post, and ways to spoil it for tests of the other side. */
export interface PostStamp {
  readonly timestamp: string;
  readonly nonce: string;
  readonly random: string;
  readonly spoilt?: 'signature' | 'appid';
}

/** Writes, encrypts where asked, and signs an event for its callback. */
export function writePost(event: PushEvent, callback: SimulatedCallback, stamp: PostStamp): PushPost {
  const { timestamp, nonce } = stamp;
  const text = writeEvent(event, callback.format);
  const query = new URLSearchParams({ signature: signatureOf(callback.token, timestamp, nonce), timestamp, nonce });
  const contentType = callback.format === 'xml' ? 'text/xml' : 'application/json';
  let body = text;
  if (callback.mode === 'safe') {
    const appId = stamp.spoilt === 'appid' ? 'wx0000000000000000' : event.appId;
    const encrypted = seal({ encodingAesKey: callback.encodingAesKey, appId, random: stamp.random, text });
    query.set('openid', event.openid);
    query.set('encrypt_type', 'aes');
    query.set('msg_signature', signatureOf(callback.token, timestamp, nonce, encrypted));
    body = writeSealed(encrypted, callback.format);
  }
  if (stamp.spoilt === 'signature') query.set(callback.mode === 'safe' ? 'msg_signature' : 'signature', '0'.repeat(40));
  return { url: `${callback.url}?${query.toString()}`, contentType, body };
}

/** Posts once; true when the callback said `success` or nothing with status 200 in time. */
export async function postOnce(post: PushPost, timeoutMs: number): Promise<boolean> {
  try {
    const answer = await fetch(post.url, {
      method: 'POST',
      headers: { 'content-type': post.contentType },
      body: post.body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    return answer.status === 200 && (text === 'success' || text === '');
  } catch {
    return false;
  }
}

/** Whether the callback answers the check of its address with the echo. */
export async function echoes(callback: SimulatedCallback, { timestamp, nonce, random }: PostStamp): Promise<boolean> {
  const signature = signatureOf(callback.token, timestamp, nonce);
  const query = new URLSearchParams({ signature, timestamp, nonce, echostr: random });
  try {
    const answer = await fetch(`${callback.url}?${query.toString()}`, { redirect: 'error' });
    return answer.status === 200 && (await answer.text()) === random;
  } catch {
    return false;
  }
}
