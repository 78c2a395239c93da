import type { DataSource, EntityManager } from 'typeorm';
import { directReadOf, DirectQueryRunner, type DirectRead } from './direct-query-runner';

/** A value that both databases can bind. */
export type SqlValue = string | number | boolean | null;

/** The database for reads. Writes go through Transactions. */
export class Database {
  private readonly direct: DirectRead | null;

  constructor(
    /** The TypeORM data source, for migrations and for connections of one’s own. */
    readonly dataSource: DataSource,
  ) {
    this.direct = directReadOf(dataSource);
  }

  /**
   * The rows of a statement with `?` placeholders; as a transaction sees them where its manager is given. Counts and
   * sums may arrive as text on MySQL: wrap them in Number().
   */
  rows<T extends object>(sql: string, parameters: readonly SqlValue[] = [], tx?: EntityManager): Promise<T[]> {
    if (tx) return rowsIn<T>(tx, sql, parameters);
    return this.direct ? this.direct<T>(sql, parameters) : this.dataSource.query(sql, parameters as SqlValue[]);
  }

  /** The first row, or null. */
  async row<T extends object>(
    sql: string,
    parameters: readonly SqlValue[] = [],
    tx?: EntityManager,
  ): Promise<T | null> {
    const rows = await this.rows<T>(sql, parameters, tx);
    return rows[0] ?? null;
  }
}

/** The rows of a statement inside a transaction. */
export function rowsIn<T extends object>(
  tx: EntityManager,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Promise<T[]> {
  return runnerOf(tx).query(sql, parameters as SqlValue[]) as Promise<T[]>;
}

/** Runs a writing statement with `?` placeholders and answers how many rows it changed. */
export function execute(tx: EntityManager, sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
  const runner = runnerOf(tx);
  if (runner instanceof DirectQueryRunner) return runner.change(sql, parameters);
  return runner.query(sql, parameters as SqlValue[], true).then((result) => result.affected ?? 0);
}

/** Inserts rows that all have the same columns, in one statement. The keys are column names. */
export function insertRows(
  tx: EntityManager,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): Promise<unknown> {
  const first = rows[0];
  if (!first) return Promise.resolve();
  const columns = Object.keys(first);
  const values: SqlValue[] = [];
  for (const row of rows) {
    for (const column of columns) values.push(row[column] ?? null);
  }
  return execute(tx, `${insertInto(table, columns)}${`, (${placesFor(columns)})`.repeat(rows.length - 1)}`, values);
}

const STATEMENTS = new Map<string, string>();

/** The statement for one row, made once: there are as many as there are tables. */
function insertInto(table: string, columns: readonly string[]): string {
  const list = columns.join(', ');
  const key = `${table} ${list}`;
  const known = STATEMENTS.get(key);
  if (known !== undefined) return known;
  const statement = `INSERT INTO ${table} (${list}) VALUES (${placesFor(columns)})`;
  STATEMENTS.set(key, statement);
  return statement;
}

/** A `?` for each of the values, as a list of columns or `IN (…)` takes them. */
export function placesFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** ` FOR UPDATE` where the database has it; SQLite excludes other writers anyway. */
export function forUpdate(tx: EntityManager): string {
  return isSqlite(tx.dataSource) ? '' : ' FOR UPDATE';
}

/** Locks the row so that nobody else changes it before this transaction ends; does nothing when there is none. Do it first. */
export async function lockRow(tx: EntityManager, table: string, id: string): Promise<void> {
  if (isSqlite(tx.dataSource)) return;
  await rowsIn(tx, `SELECT id FROM ${table} WHERE id = ? FOR UPDATE`, [id]);
}

/** Whether the rows are kept in a SQLite file, where a transaction already excludes every other writer. */
export function isSqlite(dataSource: DataSource): boolean {
  return dataSource.options.type === 'better-sqlite3';
}

function runnerOf(tx: EntityManager): NonNullable<EntityManager['queryRunner']> {
  if (!tx.queryRunner) throw new Error('Only a transaction’s own manager may write.');
  return tx.queryRunner;
}
