import { createCipheriv, createDecipheriv } from 'node:crypto';

const BLOCK = 32;
const RANDOM_LENGTH = 16;
const LENGTH_LENGTH = 4;

/** The key of the console's EncodingAESKey (43 characters). Throws RangeError for another length. */
export function pushKey(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (key.length !== 32) throw new RangeError('EncodingAESKey must have 43 characters of base64');
  return key;
}

/**
 * Opens a text sealed for this app: 16 random bytes, length, message, app id, padded to blocks of 32.
 * Null when it was sealed with another key, for another app, or is damaged.
 */
export function openSealed(key: Buffer, appId: string, sealed: string): string | null {
  const plain = decrypt(key, Buffer.from(sealed, 'base64'));
  if (plain === null || plain.length < RANDOM_LENGTH + LENGTH_LENGTH) return null;
  const start = RANDOM_LENGTH + LENGTH_LENGTH;
  const end = start + plain.readUInt32BE(RANDOM_LENGTH);
  if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return null;
  return plain.subarray(start, end).toString('utf8');
}

/** Seals a reply for WeChat. `random` is 16 bytes. */
export function sealReply(
  key: Buffer,
  appId: string,
  reply: { readonly random: Uint8Array; readonly text: string },
): string {
  const text = Buffer.from(reply.text, 'utf8');
  const length = Buffer.alloc(LENGTH_LENGTH);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([reply.random, length, text, Buffer.from(appId, 'utf8')]);
  const padding = BLOCK - (plain.length % BLOCK);
  // Node pads to blocks of 16, WeChat to blocks of 32, so the padding is our own.
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
}

function decrypt(key: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  const isPadding = padding >= 1 && padding <= BLOCK && padding <= padded.length;
  return isPadding && padded.subarray(-padding).every((byte) => byte === padding) ? padded.subarray(0, -padding) : null;
}
