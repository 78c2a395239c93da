import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
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
import { emptyDatabase, SQLITE_FILE, StandingOn } from './kept-databases';
import { testDirectory } from './mariadb';
import { claimSchema, dropSchema, giveBack, newSchema } from './schemas';

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
  /** What stands on it from one test to the next; left out where each test has its own. */
  readonly standing?: StandingOn;
  close(): Promise<void>;
}

/** What a test may ask of its database. */
export interface OpenOptions {
  readonly content?: DatabaseContent;
  /** Milliseconds that a statement waits for SQLite's connection. */
  readonly leaseTimeout?: number;
  /** Leave the schema empty. */
  readonly isEmpty?: boolean;
  /** The test changes tables, so no other can have them afterwards. */
  readonly isReshaped?: boolean;
}

/** Opens a fresh database; every call makes another. */
export type OpenDatabase = (options?: OpenOptions) => Promise<TestDatabase>;

/** `npm test` names what this machine lacks and may not install; it counts that as skipped, and as failed in CI. */
const LACKS_MARIADB = (process.env['JIANNUO_MISSING'] ?? '').split(',').includes('mariadb');
const KINDS: readonly TestDatabase['kind'][] = LACKS_MARIADB ? ['sqlite'] : ['sqlite', 'mariadb'];

const CONTENT: DatabaseContent = { migrations: MIGRATIONS };

/** Runs the same tests on SQLite and on MariaDB. Open the database in `beforeAll` or `beforeEach`, and close it afterwards. */
export function describeOnEachDatabase(title: string, tests: (open: OpenDatabase) => void): void {
  for (const kind of KINDS) {
    describe(`${title} (${kind === 'sqlite' ? 'SQLite' : 'MariaDB'})`, () => {
      const kept: KeptDatabase[] = [];
      tests((options) => openKept(kind, options, kept));
      afterAll(async () => {
        for (const each of kept.splice(0)) await closeWhole(each);
      });
    });
  }
}

/** A fresh database, or one that a test before it in the file has left, emptied, with the server that stands on it. */
async function openKept(
  kind: TestDatabase['kind'],
  options: OpenOptions | undefined,
  kept: KeptDatabase[],
): Promise<TestDatabase> {
  if (options !== undefined) return openTestDatabase(kind, options);
  const opened = kept.pop() ?? { ...(await openTestDatabase(kind)), standing: new StandingOn() };
  opened.clock.set(TEST_START);
  const close = async (): Promise<void> => {
    if (!opened.dataSource.isInitialized) return closeWhole(opened);
    await emptyDatabase(opened);
    kept.push(opened);
  };
  return { ...opened, close };
}

type KeptDatabase = TestDatabase & { readonly standing: StandingOn };

async function closeWhole(kept: KeptDatabase): Promise<void> {
  await kept.standing.closeAll();
  await kept.close();
}

/** Opens a fresh database of one kind, or the empty one at an address. */
export async function openTestDatabase(
  place: TestDatabase['kind'] | { readonly kind: 'mariadb'; readonly url: string },
  options: OpenOptions = {},
): Promise<TestDatabase> {
  const kind = typeof place === 'string' ? place : place.kind;
  const directory = mkdtempSync(join(testDirectory(), 'files-'));
  const { content = CONTENT, isEmpty = false } = options;
  const isUsual = content.migrations === MIGRATIONS && !isEmpty;
  const { address, close } = await placeFor(place, { directory, isUsual, isReshaped: options.isReshaped ?? false });
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
      if (dataSource.isInitialized) await dataSource.destroy();
      await close();
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
  // The file alone holds nothing yet: what was written still stands in the log beside it.
  await dataSource.query('VACUUM INTO ?', [`${made}.whole`]);
  await dataSource.destroy();
  renameSync(`${made}.whole`, file);
  return file;
}

/** Where a test's rows are kept, and what becomes of the place afterwards. */
interface Place {
  readonly address: DatabaseAddress;
  close(): Promise<void>;
}

interface Wish {
  readonly directory: string;
  /** All tables of the program, as its migrations make them. */
  readonly isUsual: boolean;
  readonly isReshaped: boolean;
}

async function placeFor(place: TestDatabase['kind'] | DatabaseAddress, wish: Wish): Promise<Place> {
  if (place === 'mariadb') return schemaFor(wish);
  if (place !== 'sqlite') return { address: place, close: () => Promise.resolve() };
  const file = join(wish.directory, SQLITE_FILE);
  if (wish.isUsual) copyFileSync(await migratedFile(), file);
  return { address: { kind: 'sqlite', file }, close: () => Promise.resolve() };
}

/** MariaDB looks through all schemas to tell the tables of one, so what no other test can have is dropped. */
async function schemaFor({ isUsual, isReshaped }: Wish): Promise<Place> {
  const isShared = isUsual && !isReshaped;
  const url = await (isShared ? claimSchema() : newSchema());
  return { address: { kind: 'mariadb', url }, close: () => (isShared ? giveBack(url) : dropSchema(url)) };
}
