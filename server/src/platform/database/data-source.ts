import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import type { DatabaseAddress } from '../configuration';
import { DirectQueryRunner } from './direct-query-runner';
import { LeasedQueryRunner } from './leased-query-runner';
import { mysqlDriver } from './mysql-driver';
import { SqliteLease } from './sqlite-lease';
import { refuseInsideTransaction } from './transaction-scope';

type Class<T = object> = new () => T;

/** What the database is to hold. */
export interface DatabaseContent {
  readonly migrations: readonly Class<MigrationInterface>[];
  /** The tables' classes, for who copies or compares all tables; statements need none. */
  readonly entities?: readonly Class[];
}

/** How long a statement waits for the SQLite connection, in milliseconds. */
const LEASE_TIMEOUT = 5000;

/** How long SQLite itself waits for another program, in milliseconds. The process stands still meanwhile. */
const LOCK_TIMEOUT = 10;

/** Opens the database of an installation. It refuses to answer callers who stand inside a transaction. */
export async function openDataSource(
  address: DatabaseAddress,
  content: DatabaseContent,
  leaseTimeout = LEASE_TIMEOUT,
): Promise<DataSource> {
  const dataSource = new DataSource(optionsOf(address, content));
  acceptLongText(dataSource);
  if (address.kind === 'sqlite') leaseConnection(dataSource, leaseTimeout);
  else runDirectly(dataSource);
  await dataSource.initialize();
  if (address.kind === 'sqlite') await dataSource.query(`PRAGMA busy_timeout = ${String(LOCK_TIMEOUT)}`);
  return refusingInsideTransaction(dataSource);
}

function optionsOf(address: DatabaseAddress, content: DatabaseContent): DataSourceOptions {
  const common = {
    entities: [...(content.entities ?? [])],
    migrations: [...content.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each' as const,
    logging: false,
  };
  if (address.kind === 'sqlite') {
    return {
      ...common,
      type: 'better-sqlite3',
      database: address.file,
      driver: sqliteDriver(),
      enableWAL: true,
      timeout: LEASE_TIMEOUT,
      prepareDatabase: (connection: SqliteConnection) => {
        connection.pragma(`busy_timeout = ${String(LEASE_TIMEOUT)}`);
        connection.pragma('synchronous = FULL');
      },
    };
  }
  return {
    ...common,
    type: address.kind,
    url: address.url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    trace: false,
    connectTimeout: 5000,
    poolSize: 16,
    driver: mysqlDriver(),
  };
}

interface SqliteConnection {
  pragma(source: string): unknown;
}

function sqliteDriver(): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql is CommonJS without types of its own.
  return require('libsql') as unknown;
}

/** JSON becomes longtext on both databases: TypeORM's own choice ends at 64 KB on MySQL. */
function acceptLongText(dataSource: DataSource): void {
  const driver = dataSource.driver;
  const normalize = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'simple-json' ? 'longtext' : normalize(column));
  if (!driver.supportedDataTypes.includes('longtext')) driver.supportedDataTypes.push('longtext');
}

function leaseConnection(dataSource: DataSource, leaseTimeout: number): void {
  const driver = dataSource.driver;
  if (!(driver instanceof BetterSqlite3Driver)) throw new Error('Only SQLite needs its connection leased.');
  const lease = new SqliteLease(leaseTimeout);
  const preparedStatements = new Map<string, unknown>();
  driver.createQueryRunner = () => new LeasedQueryRunner(driver, lease, preparedStatements);
}

function runDirectly(dataSource: DataSource): void {
  const driver = dataSource.driver;
  if (!(driver instanceof MysqlDriver)) throw new Error('Only MySQL runs its statements directly.');
  driver.createQueryRunner = (mode) => new DirectQueryRunner(driver, mode);
}

function refusingInsideTransaction(dataSource: DataSource): DataSource {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    refuseInsideTransaction();
    return create(mode);
  };
  return dataSource;
}
