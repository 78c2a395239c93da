const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function randomByte(): number {
  const browser = (globalThis as { crypto?: { getRandomValues?: (bytes: Uint8Array) => Uint8Array } }).crypto;
  if (browser?.getRandomValues !== undefined) return browser.getRandomValues(new Uint8Array(1))[0] ?? 0;
  return Math.floor(Math.random() * 256);
}

/** A new identifier of 20 letters, unlike any other; it names things and keeps no secret. */
export function newIdentifier(): string {
  let text = '';
  for (let index = 0; index < 20; index += 1) text += LETTERS.charAt(randomByte() % 32);
  return text;
}
