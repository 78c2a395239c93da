import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../src/entities';
import { MIGRATIONS } from '../src/migrations';
import { SettableClock, SystemRandomness, UlidIds, type Ids } from '../src/platform/clock';
import type { DatabaseAddress } from '../src/platform/configuration';
import {
  Database,
  IdempotencyRecords,
  openDataSource,
  Transactions,
  type DatabaseContent,
} from '../src/platform/database';
import { createSchema, sharedMariaDb, testDirectory } from './mariadb';

/** When tests begin unless they say otherwise: 17 May 2022, 09:00 in Beijing. */
export const TEST_START = '2022-05-17T01:00:00.000Z';

/** An empty database with all tables, and what a command needs to work on it. */
export interface TestDatabase {
  readonly kind: 'sqlite' | 'mariadb';
  readonly address: DatabaseAddress;
  readonly dataSource: DataSource;
  readonly database: Database;
  readonly transactions: Transactions;
  readonly clock: SettableClock;
  readonly ids: Ids;
  /** A folder of its own for files. */
  readonly directory: string;
  close(): Promise<void>;
}

/** What a test may ask of its database. */
export interface OpenOptions {
  readonly content?: DatabaseContent;
  /** Milliseconds that a statement waits for SQLite's connection. */
  readonly leaseTimeout?: number;
  /** Leave the schema empty. */
  readonly isEmpty?: boolean;
}

/** Opens a fresh database; every call makes another. */
export type OpenDatabase = (options?: OpenOptions) => Promise<TestDatabase>;

/** `npm test` names what this machine lacks and may not install; it counts that as skipped, and as failed in CI. */
const LACKS_MARIADB = (process.env['JIANNUO_MISSING'] ?? '').split(',').includes('mariadb');
const KINDS: readonly TestDatabase['kind'][] = LACKS_MARIADB ? ['sqlite'] : ['sqlite', 'mariadb'];

const CONTENT: DatabaseContent = { entities: ENTITIES, migrations: MIGRATIONS };

/** Runs the same tests on SQLite and on MariaDB. Open the database in `beforeAll` or `beforeEach`, and close it afterwards. */
export function describeOnEachDatabase(title: string, tests: (open: OpenDatabase) => void): void {
  for (const kind of KINDS) {
    describe(`${title} (${kind === 'sqlite' ? 'SQLite' : 'MariaDB'})`, () => {
      tests((options) => openTestDatabase(kind, options));
    });
  }
}

/** Opens a fresh database of one kind, or the empty one at an address. */
export async function openTestDatabase(
  place: TestDatabase['kind'] | { readonly kind: 'mariadb'; readonly url: string },
  options: OpenOptions = {},
): Promise<TestDatabase> {
  const kind = typeof place === 'string' ? place : place.kind;
  const directory = mkdtempSync(join(testDirectory(), 'files-'));
  const address = typeof place === 'string' ? await newAddress(place, directory) : place;
  const { content = CONTENT, isEmpty = false } = options;
  if (address.kind === 'sqlite' && content === CONTENT && !isEmpty) copyFileSync(await migratedFile(), address.file);
  const dataSource = await openDataSource(address, content, options.leaseTimeout);
  if (!isEmpty) await dataSource.runMigrations();
  const clock = new SettableClock(TEST_START);
  const randomness = new SystemRandomness();
  const ids = new UlidIds(clock, randomness);
  const database = new Database(dataSource);
  const transactions = new Transactions(database, new IdempotencyRecords(database, clock, ids), clock, randomness);
  return {
    kind,
    address,
    dataSource,
    database,
    transactions,
    clock,
    ids,
    directory,
    close: async () => {
      // MariaDB looks through all schemas to tell the tables of one, so left ones would slow down every later test.
      if (kind === 'mariadb') await dropOwnSchema(dataSource);
      if (dataSource.isInitialized) await dataSource.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An SQLite file with all migrations, made once a run and copied for each test: migrating takes far longer than copying. */
async function migratedFile(): Promise<string> {
  const file = join(testDirectory(), 'migrated.sqlite');
  if (existsSync(file)) return file;
  const made = join(mkdtempSync(join(testDirectory(), 'migrated-')), 'test.sqlite');
  const dataSource = await openDataSource({ kind: 'sqlite', file: made }, CONTENT);
  await dataSource.runMigrations();
  await dataSource.destroy();
  renameSync(made, file);
  return file;
}

async function dropOwnSchema(dataSource: DataSource): Promise<void> {
  const { database } = dataSource.driver;
  if (dataSource.isInitialized && database !== undefined) await dataSource.query(`DROP DATABASE ${database}`);
}

async function newAddress(kind: TestDatabase['kind'], directory: string): Promise<DatabaseAddress> {
  if (kind === 'sqlite') return { kind, file: join(directory, 'test.sqlite') };
  const url = await createSchema(await sharedMariaDb(), `t_${randomBytes(6).toString('hex')}`);
  return { kind, url };
}
