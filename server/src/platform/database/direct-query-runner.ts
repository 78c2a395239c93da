import type { Connection, Pool } from 'mysql2';
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
  override async query(sql: string, parameters: unknown[] = [], useStructuredResult = false): Promise<unknown> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const connection = (this.databaseConnection ?? (await this.connect())) as Connection;
    const raw = await send(connection, sql, parameters);
    return useStructuredResult ? structured(raw) : raw;
  }
}

/** The quick way to read from MySQL; null on SQLite. */
export function directReadOf(dataSource: DataSource): DirectRead | null {
  const driver = dataSource.driver;
  if (!(driver instanceof MysqlDriver)) return null;
  return (sql, parameters) => {
    refuseInsideTransaction();
    return send(driver.pool as Pool, sql, parameters) as Promise<never>;
  };
}

function send(connection: Pick<Connection, 'query'>, sql: string, parameters: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.query(sql, [...parameters], (error, result) => {
      if (error) reject(new QueryFailedError(sql, [...parameters], error));
      else resolve(result);
    });
  });
}

function structured(raw: unknown): QueryResult {
  const result = new QueryResult();
  result.raw = raw;
  if (Array.isArray(raw)) result.records = raw;
  else if (typeof raw === 'object' && raw !== null && 'affectedRows' in raw) result.affected = Number(raw.affectedRows);
  return result;
}
