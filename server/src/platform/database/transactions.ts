import type { EntityManager } from 'typeorm';

/** The only way to open a transaction. */
export abstract class Transactions {
  /**
   * Runs `work` in one transaction: all of it is kept, or none.
   * When the database answers deadlock or lock timeout, the whole of `work` is run again, at most five times, so it must do nothing outside the transaction.
   * When the current request carries an idempotency key, what `work` returned is recorded with it and answered again for the same key; so it must be plain JSON.
   * Throws what `work` throws, and `request.key-reused` when the key was used for something else.
   */
  abstract run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
}
