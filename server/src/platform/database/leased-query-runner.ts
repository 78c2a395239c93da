import { setTimeout as pause } from 'node:timers/promises';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { QueryResult } from 'typeorm';
import { isLocked } from './errors';
import { LeaseTimeoutError, type SqliteLease } from './sqlite-lease';

/** Between two attempts to begin while another program writes to the file, in milliseconds. */
const PAUSE = 25;

/**
 * A query runner of its own over the one SQLite connection.
 * TypeORM shares a single runner, so that a statement of one request joins the transaction of another and vanishes with it.
 * Here a statement waits until no transaction is open, and a transaction keeps the connection from its begin to its end.
 */
export class LeasedQueryRunner extends BetterSqlite3QueryRunner {
  private holdsLease = false;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly lease: SqliteLease,
    preparedStatements: Map<string, unknown>,
  ) {
    super(driver);
    // Runners come and go with every call; prepared statements belong to the connection and stay.
    Object.assign(this, { stmtCache: preparedStatements });
  }

  override query<T>(sql: string, parameters: unknown[] | undefined, useStructuredResult: true): Promise<QueryResult<T>>;
  override query<T>(sql: string, parameters?: unknown[], useStructuredResult?: false): Promise<T>;
  override async query<T>(
    sql: string,
    parameters: unknown[] = [],
    useStructuredResult = false,
  ): Promise<T | QueryResult<T>> {
    if (this.holdsLease) return this.runNow<T>(sql, parameters, useStructuredResult);
    await this.lease.take();
    try {
      return await this.runNow<T>(sql, parameters, useStructuredResult);
    } finally {
      this.lease.giveBack();
    }
  }

  override async startTransaction(): Promise<void> {
    if (this.holdsLease) return super.startTransaction();
    const until = performance.now() + this.lease.timeoutMilliseconds;
    while (!(await this.begins(until))) await pause(PAUSE);
  }

  /**
   * One attempt; false while another program holds the file's write lock. Between two attempts the connection is free,
   * so that reading goes on, and SQLite itself hardly waits, because its waiting would stop the whole process.
   */
  private async begins(until: number): Promise<boolean> {
    await this.lease.take(until - performance.now());
    this.holdsLease = true;
    try {
      await super.startTransaction();
      return true;
    } catch (error) {
      this.isTransactionActive = false;
      this.endLease();
      if (!isLocked(error)) throw error;
      if (performance.now() >= until) throw new LeaseTimeoutError(this.lease.timeoutMilliseconds);
      return false;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.endLease();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      // A full disk makes SQLite roll back by itself, and then ROLLBACK has nothing to do and fails.
      if (this.transactionDepth <= 1 && !this.isInTransaction()) this.forgetTransaction();
    }
  }

  override async release(): Promise<void> {
    if (this.holdsLease) {
      if (this.isInTransaction()) await super.query('ROLLBACK');
      this.forgetTransaction();
    }
    await super.release();
  }

  private runNow<T>(sql: string, parameters: unknown[], isStructured: boolean): Promise<T | QueryResult<T>> {
    // BEGIN IMMEDIATE asks for the write lock now: a later upgrade could meet another process's write and fail at once.
    const statement = sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql;
    return super.query(statement, boundAs(parameters), isStructured) as Promise<T | QueryResult<T>>;
  }

  private isInTransaction(): boolean {
    return (this.driver.databaseConnection as { inTransaction: boolean }).inTransaction;
  }

  private forgetTransaction(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
    this.endLease();
  }

  private endLease(): void {
    if (!this.holdsLease) return;
    this.holdsLease = false;
    this.lease.giveBack();
  }
}

/** libsql takes a lone object for a list or for named values, and null for an object: a lone null goes in a list of its own. */
function boundAs(parameters: unknown[]): unknown[] {
  return parameters.length === 1 && parameters[0] === null ? [[null]] : parameters;
}
