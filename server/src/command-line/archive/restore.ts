import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { ENTITIES } from '../../entities';
import { MIGRATIONS } from '../../migrations';
import { insertRows, isSqlite } from '../../platform/database';
import type { Configuration } from '../../platform/configuration';
import { CommandFailure } from '../command-failure';
import { withDatabase } from '../installation';
import { archiveLines, type ArchivedRow, type ArchiveLine } from './archive-lines';
import type { BackupCount } from './backup';
import { storePart } from './stored-files';
import { archivedTables, holdsRows } from './table-rows';

/** Rows of one statement. */
const CHUNK = 200;
/** Characters of one statement; MySQL takes packets of 16 MB. */
const CHUNK_TEXT = 4_000_000;

/**
 * Fills an empty installation from a backup, of either database: first as it was when the backup was made, then up to
 * date. The whole file is checked before the first row is written, and rows go in together or not at all.
 */
export async function restore(configuration: Configuration, path: string): Promise<BackupCount> {
  const head = await checked(path);
  const known: readonly string[] = MIGRATIONS.map((migration) => new migration().name);
  if (!head.migrations.every((name) => known.includes(name))) {
    throw new CommandFailure('这份备份是更新的版本做的，请先升级再恢复。');
  }
  if (await holdsFiles(configuration)) throw new CommandFailure('这里已经有附件，只能恢复到空的地方。请核对DATA_DIR。');
  const then = MIGRATIONS.filter((migration) => head.migrations.includes(new migration().name));
  const count = await withDatabase(configuration, (dataSource) => fill(configuration, dataSource, path), {
    entities: ENTITIES,
    migrations: then,
  });
  await withDatabase(configuration, (dataSource) => dataSource.runMigrations());
  return count;
}

type Head = Extract<ArchiveLine, { kind: 'head' }>;

async function checked(path: string): Promise<Head> {
  let head: Head | null = null;
  for await (const line of archiveLines(path)) if (line.kind === 'head') head = line;
  if (head?.format !== 1) throw new CommandFailure('这不是践诺通的备份文件。');
  return head;
}

async function holdsFiles({ dataDirectory }: Configuration): Promise<boolean> {
  const names = await readdir(join(dataDirectory, 'attachments')).catch(() => []);
  return names.some((name) => /^[0-9a-f]{2}$/.test(name));
}

async function fill(configuration: Configuration, dataSource: DataSource, path: string): Promise<BackupCount> {
  await dataSource.runMigrations();
  if (await holdsRows(dataSource)) throw new CommandFailure('数据库不是空的，只能恢复到空的数据库。请换一个。');
  const runner = dataSource.createQueryRunner();
  const [off, on] = foreignKeys(dataSource);
  try {
    await runner.query(off);
    await runner.startTransaction();
    const count = await takeLines(configuration, runner.manager, path);
    await runner.commitTransaction();
    await runner.query(on);
    return count;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Rows of one table that wait for their common statement. */
class Chunk {
  private table = '';
  private rows: ArchivedRow[] = [];
  private length = 0;

  constructor(private readonly tx: EntityManager) {}

  async add(table: string, row: ArchivedRow): Promise<void> {
    const length = Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);
    const isFull = this.rows.length >= CHUNK || this.length + length > CHUNK_TEXT;
    if (table !== this.table || isFull) await this.flush();
    this.table = table;
    this.rows.push(row);
    this.length += length;
  }

  async flush(): Promise<void> {
    if (this.rows.length > 0) await insertRows(this.tx, this.table, this.rows);
    this.rows = [];
    this.length = 0;
  }
}

/** Rows come table by table, not in the order in which they refer to each other. */
function foreignKeys(dataSource: DataSource): readonly [off: string, on: string] {
  if (isSqlite(dataSource)) return ['PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON'];
  return ['SET FOREIGN_KEY_CHECKS = 0', 'SET FOREIGN_KEY_CHECKS = 1'];
}

async function takeLines({ dataDirectory }: Configuration, tx: EntityManager, path: string): Promise<BackupCount> {
  const tables = new Set(archivedTables(tx.dataSource).map(({ name }) => name));
  const chunk = new Chunk(tx);
  let [rows, files] = [0, 0];
  for await (const line of archiveLines(path)) {
    if (line.kind === 'row') {
      if (!tables.has(line.table)) throw new CommandFailure('备份里有不认得的表，没有恢复。');
      await chunk.add(line.table, line.row);
      rows += 1;
    } else if (line.kind === 'file') {
      await storePart(dataDirectory, line);
      if (line.part === 0) files += 1;
    }
  }
  await chunk.flush();
  return { rows, files };
}
