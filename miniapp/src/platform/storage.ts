import Taro from '@tarojs/taro';
import { accountKey } from './account';

/** What writing to the device came to: kept, or there was no room for it. */
export type StoreResult = 'kept' | 'full';

/** Reads a value this account stored, or null when there is none or it cannot be read. */
export function readStored<T>(name: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(accountKey(name));
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** Stores a value for this account at once; tells when the device has no room left, and never throws. */
export function writeStored(name: string, value: unknown): StoreResult {
  try {
    Taro.setStorageSync(accountKey(name), JSON.stringify(value));
    return 'kept';
  } catch {
    return 'full';
  }
}

/** Forgets a stored value. */
export function removeStored(name: string): void {
  try {
    Taro.removeStorageSync(accountKey(name));
  } catch {
    writeStored(name, null);
  }
}

/** Names of what this account has stored that begin with `prefix`. */
export function storedNames(prefix: string): readonly string[] {
  const start = accountKey(prefix);
  const own = accountKey('');
  try {
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(start))
      .map((key) => key.slice(own.length));
  } catch {
    return [];
  }
}
