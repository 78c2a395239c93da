import { createCipheriv, createHash } from 'node:crypto';

/** The signature over a token and the other parts, as WeChat sorts and hashes them. */
export function signatureOf(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** What goes into a sealed message. `random` has 16 characters. */
export interface SealedParts {
  readonly encodingAesKey: string;
  readonly appId: string;
  readonly random: string;
  readonly text: string;
}

/** The message encrypted with AES-256-CBC, padded to blocks of 32, as base64. */
export function seal({ encodingAesKey, appId, random, text }: SealedParts): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const message = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([Buffer.from(random, 'latin1'), length, message, Buffer.from(appId, 'utf8')]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
}
