import type { DataSource, QueryRunner } from 'typeorm';
import type { ArchivedRow } from './archive-lines';

/** A table that is backed up. */
export interface ArchivedTable {
  readonly name: string;
  readonly key: string;
}

/** What only says which process does what at the moment: worthless or harmful in another place. */
const PASSING = ['lease', 'heartbeat'];
/** Values whose name begins so are tokens of WeChat: they end within two hours, and a backup is no place for them. */
const SECRET_VALUES = 'wechat:';
const CHUNK = 500;

/** The tables in the order of their names. Every table has one column as its key. Throws where none is known. */
export function archivedTables(dataSource: DataSource): readonly ArchivedTable[] {
  if (dataSource.entityMetadatas.length === 0) throw new Error('This database was opened without its tables.');
  return dataSource.entityMetadatas
    .map(({ tableName, primaryColumns }) => ({ name: tableName, key: primaryColumns[0]?.databaseName ?? 'id' }))
    .filter(({ name }) => !PASSING.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The rows of a table in the order of its key, read through one connection, so that they are of one moment. */
export async function* rowsOf(runner: QueryRunner, table: ArchivedTable): AsyncGenerator<ArchivedRow> {
  const { name, key } = table;
  let last: string | number | null = null;
  for (;;) {
    const after = last === null ? '' : `WHERE ${key} > ?`;
    const sql = `SELECT * FROM ${name} ${after} ORDER BY ${key} LIMIT ${String(CHUNK)}`;
    const rows = (await runner.query(sql, last === null ? [] : [last])) as ArchivedRow[];
    for (const row of rows) if (!isSecret(name, row)) yield row;
    last = rows.at(-1)?.[key] ?? null;
    if (rows.length < CHUNK) return;
  }
}

function isSecret(table: string, row: ArchivedRow): boolean {
  return table === 'stored_value' && String(row['name']).startsWith(SECRET_VALUES);
}

/** Whether any of the tables holds a row. */
export async function holdsRows(dataSource: DataSource): Promise<boolean> {
  for (const { name } of archivedTables(dataSource)) {
    const rows = await dataSource.query<unknown[]>(`SELECT 1 FROM ${name} LIMIT 1`);
    if (rows.length > 0) return true;
  }
  return false;
}
