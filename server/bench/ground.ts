import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mysql2/promise';
import { MIGRATIONS } from '../src/migrations';
import { openDataSource } from '../src/platform/database';
import { createSchema, startMariaDb } from '../test/mariadb';

/** What docs/operations.md asks for; with less, the last minute waits for InnoDB to make room in its log. */
const ROOM = { log: 256, pool: 256 };

/** A private MariaDB with one fresh schema, gone afterwards. */
export interface Ground {
  readonly url: string;
  readonly connection: Connection;
  readonly folder: string;
  readonly databasePid: number;
  close(): Promise<void>;
}

/** Starts MariaDB in a folder of its own and brings an empty schema up to date. */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-'));
  const mariaDb = await startMariaDb(join(folder, 'mariadb'), ROOM);
  const url = await createSchema(mariaDb, 'bench');
  const dataSource = await openDataSource({ kind: 'mariadb', url }, { migrations: MIGRATIONS });
  await dataSource.runMigrations();
  await dataSource.destroy();
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  return {
    url,
    connection,
    folder,
    databasePid: mariaDb.pid,
    close: async () => {
      await connection.end();
      process.kill(mariaDb.pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
