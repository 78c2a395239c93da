import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import { SystemClock } from '../../platform/clock';
import type { Configuration } from '../../platform/configuration';
import { CommandFailure } from '../command-failure';
import { withDatabase } from '../installation';
import { openNew } from '../text-file';
import { ArchiveWriter } from './archive-lines';
import { storedParts } from './stored-files';
import { archivedTables, rowsOf } from './table-rows';

/** What a backup holds. */
export interface BackupCount {
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes everything of one moment into a file that either database can be restored from, while the server goes on.
 * Attachments never change, so they are copied after the rows that name them. Nothing is written over, and a file that
 * could not be finished is removed.
 */
export async function backUp(configuration: Configuration, path: string): Promise<BackupCount> {
  const place = await openNew(path);
  await place.close();
  const folder = await mkdtemp(join(dirname(path), '.jiannuo-backup-'));
  const draft = join(folder, basename(path));
  try {
    const count = await withDatabase(configuration, (dataSource) =>
      withSnapshot(configuration, { dataSource, folder }, (snapshot, runner) =>
        write(configuration, { snapshot, runner }, draft),
      ),
    );
    await rename(draft, path);
    return count;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Snapshot<T> = (dataSource: DataSource, runner: QueryRunner) => Promise<T>;

async function withSnapshot<T>(
  configuration: Configuration,
  { dataSource, folder }: { readonly dataSource: DataSource; readonly folder: string },
  work: Snapshot<T>,
): Promise<T> {
  if (configuration.database.kind === 'sqlite') {
    const file = join(folder, 'snapshot.sqlite');
    await dataSource.query('VACUUM INTO ?', [file]);
    return withDatabase({ database: { kind: 'sqlite', file } }, (snapshot) => onOneConnection(snapshot, work));
  }
  return onOneConnection(dataSource, async (snapshot, runner) => {
    await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    try {
      return await work(snapshot, runner);
    } finally {
      await runner.query('ROLLBACK');
    }
  });
}

async function onOneConnection<T>(dataSource: DataSource, work: Snapshot<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await work(dataSource, runner);
  } finally {
    await runner.release();
  }
}

async function write(
  { dataDirectory }: Configuration,
  { snapshot, runner }: { readonly snapshot: DataSource; readonly runner: QueryRunner },
  draft: string,
): Promise<BackupCount> {
  const writer = new ArchiveWriter(draft);
  let [rows, files] = [0, 0];
  try {
    const madeAt = new SystemClock().now();
    await writer.add({ kind: 'head', format: 1, madeAt, migrations: await migrationsIn(runner) });
    for (const table of archivedTables(snapshot)) {
      for await (const row of rowsOf(runner, table)) {
        await writer.add({ kind: 'row', table: table.name, row });
        rows += 1;
      }
    }
    for await (const part of storedParts(dataDirectory)) {
      await writer.add({ kind: 'file', ...part });
      if (part.part === 0) files += 1;
    }
    await writer.close();
    return { rows, files };
  } catch (error) {
    writer.abandon();
    throw asFailure(error);
  }
}

async function migrationsIn(runner: QueryRunner): Promise<readonly string[]> {
  const rows = (await runner.query('SELECT name FROM migration ORDER BY id')) as { name: string }[];
  return rows.map(({ name }) => name);
}

function asFailure(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code === 'ENOSPC' ? new CommandFailure('磁盘放不下这份备份，请换个地方。') : error;
}
