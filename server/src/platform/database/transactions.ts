import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Clock, Randomness } from '../clock';
import { currentRequest } from '../http/request-context';
import { isRetryable } from './errors';
import type { IdempotencyRecords, KeyedStep } from './idempotency';
import type { Database } from './rows';
import { insideTransaction } from './transaction-scope';

type Work<T> = (tx: EntityManager, now: Instant) => Promise<T>;

const MAXIMUM_ATTEMPTS = 5;

/** No new try begins after so many milliseconds: who waits for an answer shall have it long before the phone gives up. */
const TRYING_TIME = 3000;

/** The only way to open a transaction. */
export class Transactions {
  constructor(
    private readonly database: Database,
    private readonly records: IdempotencyRecords,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Runs `work` in one transaction: all of it is kept, or none.
   * `now` is when the request had arrived, so that nobody is late by waiting for a connection, a lock or another try; in jobs it is the present.
   * When the database answers deadlock or lock timeout, the whole of `work` is run again, at most five times in all and within three seconds, so it must do nothing outside the transaction.
   * When the current request carries an idempotency key, what `work` returned is recorded with it and answered again for the same key; so it must be plain JSON.
   * Throws what `work` throws, and `request.key-reused` when the key was used for something else.
   */
  run<T>(work: Work<T>): Promise<T> {
    return this.runWhole(work, this.records.begin(currentRequest()));
  }

  /** The same for book-keeping that is no part of what the request asked for: nothing is recorded under its key. */
  runWithoutKey<T>(work: Work<T>): Promise<T> {
    return this.runWhole(work, null);
  }

  private async runWhole<T>(work: Work<T>, step: KeyedStep | null): Promise<T> {
    const now = currentRequest()?.arrivedAt ?? this.clock.now();
    const until = performance.now() + TRYING_TIME;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt((tx) => work(tx, now), step);
      } catch (error) {
        const mayTryAgain = attempt < MAXIMUM_ATTEMPTS && performance.now() < until;
        if (isRetryable(error) && mayTryAgain) await this.waitBefore(attempt + 1);
        else return this.answerAgain<T>(step, error);
      }
    }
  }

  private async attempt<T>(work: (tx: EntityManager) => Promise<T>, step: KeyedStep | null): Promise<T> {
    const runner = this.database.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await insideTransaction(async () => {
        const value = await work(runner.manager);
        if (step) await this.records.keep(runner.manager, step, value);
        return value;
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The recorded answer when the write had been done before, otherwise the error that stopped it. */
  private async answerAgain<T>(step: KeyedStep | null, error: unknown): Promise<T> {
    if (!step) throw error;
    const recorded = await this.records.find(step);
    if (recorded) return recorded.result as T;
    this.records.giveBack(currentRequest(), step);
    throw error;
  }

  private async waitBefore(attempt: number): Promise<void> {
    const chance = (this.randomness.bytes(1)[0] ?? 0) / 256;
    await pause(5 + chance * 20 * attempt);
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  try {
    await runner.rollbackTransaction();
  } catch {
    // The first error says what went wrong; a connection that cannot roll back is gone, and its transaction with it.
  }
}
