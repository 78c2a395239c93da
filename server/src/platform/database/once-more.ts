import { isDuplicate } from './errors';

/**
 * Runs a command once more when two did the same at once and a unique index turned this one away: the second run sees
 * what the first left and can say so in words.
 */
export async function onceMoreOnDuplicate<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (failure) {
    if (!isDuplicate(failure)) throw failure;
    return command();
  }
}
