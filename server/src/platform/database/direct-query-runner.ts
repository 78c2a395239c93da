import type { Connection, Pool, QueryValues } from 'mysql2';
import { QueryFailedError, QueryResult, QueryRunnerAlreadyReleasedError, type DataSource } from 'typeorm';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';
import { refuseInsideTransaction } from './transaction-scope';

/** Reads rows without a query runner around the statement. */
export type DirectRead = <T extends object>(sql: string, parameters: readonly unknown[]) => Promise<T[]>;

/**
 * Hands statements to the connection as they are.
 * TypeORM tells its subscribers before and after each one, and waits for them; there are none, and a hand-in has a dozen statements.
 */
export class DirectQueryRunner extends MysqlQueryRunner {
  override query(sql: string, parameters: unknown[] = [], useStructuredResult = false): Promise<unknown> {
    return this.send(sql, parameters, useStructuredResult ? structured : asItIs);
  }

  /** Runs a writing statement and answers how many rows it changed. */
  change(sql: string, parameters: readonly unknown[]): Promise<number> {
    return this.send(sql, parameters, affectedRows);
  }

  override async startTransaction(): Promise<void> {
    if (this.isTransactionActive) return super.startTransaction();
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    await this.query('START TRANSACTION');
  }

  override async commitTransaction(): Promise<void> {
    if (this.transactionDepth !== 1) return super.commitTransaction();
    await this.query('COMMIT');
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }

  private send<T>(sql: string, parameters: readonly unknown[], read: (result: unknown) => T): Promise<T> {
    if (this.isReleased) return Promise.reject(new QueryRunnerAlreadyReleasedError());
    const connection = this.databaseConnection as Connection | undefined;
    if (connection) return sendOver(connection, sql, parameters, read);
    return this.connect().then((fresh: Connection) => sendOver(fresh, sql, parameters, read));
  }
}

/** The quick way to read from MySQL; null on SQLite. */
export function directReadOf(dataSource: DataSource): DirectRead | null {
  const driver = dataSource.driver;
  if (!(driver instanceof MysqlDriver)) return null;
  return (sql, parameters) => {
    refuseInsideTransaction();
    return sendOver(driver.pool as Pool, sql, parameters, asItIs) as Promise<never>;
  };
}

function sendOver<T>(
  connection: Pick<Connection, 'query'>,
  sql: string,
  parameters: readonly unknown[],
  read: (result: unknown) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    connection.query(sql, parameters as QueryValues, (error, result) => {
      if (error) reject(new QueryFailedError(sql, [...parameters], error));
      else resolve(read(result));
    });
  });
}

function asItIs(result: unknown): unknown {
  return result;
}

function affectedRows(result: unknown): number {
  return typeof result === 'object' && result !== null && 'affectedRows' in result ? Number(result.affectedRows) : 0;
}

function structured(raw: unknown): QueryResult {
  const result = new QueryResult();
  result.raw = raw;
  if (Array.isArray(raw)) result.records = raw;
  else result.affected = affectedRows(raw);
  return result;
}
