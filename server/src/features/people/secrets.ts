import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/** How a long random token is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * How a short code is kept: slowly, so that whoever reads the table cannot try all 32^6 codes within its 48 hours.
 * The same code always gives the same hash, because it has to be found by it.
 */
export async function hashOfInviteCode(code: string): Promise<string> {
  return (await derive(code, 'jiannuo invite code', 32)).toString('hex');
}

/** Compares two hashes in a time that tells nothing about where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const left = Buffer.from(one, 'hex');
  const right = Buffer.from(other, 'hex');
  return left.length === right.length && timingSafeEqual(left, right);
}
