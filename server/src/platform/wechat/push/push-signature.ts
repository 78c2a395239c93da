import { createHash, timingSafeEqual } from 'node:crypto';

/** The signature WeChat puts on a push: SHA-1 over the sorted, joined parts (token, timestamp, nonce, encrypted text). */
export function pushSignature(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether the given signature is the one of the parts; takes the same time for every wrong one. */
export function isSignedBy(given: string | undefined, parts: readonly string[]): boolean {
  const expected = Buffer.from(pushSignature(parts));
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
