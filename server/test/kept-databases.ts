import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** Something that stands on a database, such as a server. */
export interface Standing {
  close(): Promise<void>;
}

/**
 * What stands on a database from one test of a file to the next, by what it is built with: to build the whole server
 * takes longer than most tests. Each is in the hands of one test at a time.
 */
export class StandingOn {
  private readonly free = new Map<object, Standing[]>();
  private readonly all: Standing[] = [];

  /** One that is free, or a new one. */
  async take<T extends Standing>(builtWith: object, build: () => Promise<T>): Promise<T> {
    const known = this.free.get(builtWith)?.pop() as T | undefined;
    if (known !== undefined) return known;
    const built = await build();
    this.all.push(built);
    return built;
  }

  /** Lets the next test have it. */
  giveBack(builtWith: object, standing: Standing): void {
    const free = this.free.get(builtWith) ?? [];
    if (!free.includes(standing)) free.push(standing);
    this.free.set(builtWith, free);
  }

  async closeAll(): Promise<void> {
    for (const each of this.all.splice(0)) await each.close();
  }
}

/** What a test’s SQLite file is called. */
export const SQLITE_FILE = 'test.sqlite';

interface Emptied {
  readonly kind: 'sqlite' | 'mariadb';
  readonly dataSource: DataSource;
  readonly directory: string;
}

/** Empties every table but that of the migrations, and the folder. */
export async function emptyDatabase({ kind, dataSource, directory }: Emptied): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const [tables, off, on] = kind === 'sqlite' ? SQLITE : MARIADB;
  const named = (await runner.query(tables)) as readonly { readonly name: string }[];
  await runner.query(off);
  for (const { name } of named) await runner.query(`DELETE FROM ${name}`);
  await runner.query(on);
  await runner.release();
  const files = readdirSync(directory).filter((name) => !name.startsWith(SQLITE_FILE));
  for (const name of files) rmSync(join(directory, name), { recursive: true, force: true });
}

const SQLITE = [
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
  'PRAGMA foreign_keys = OFF',
  'PRAGMA foreign_keys = ON',
] as const;
const MARIADB = [
  "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migration'",
  'SET FOREIGN_KEY_CHECKS = 0, lock_wait_timeout = 5, innodb_lock_wait_timeout = 5',
  'SET FOREIGN_KEY_CHECKS = 1, lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT',
] as const;
