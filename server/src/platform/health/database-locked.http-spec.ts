import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationError } from '../configuration';
import { openTestDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';
import { openDataSource } from '../database';
import type { RefusalBody } from '../http';

const SENTENCE = '服务器暂时存不上，您填的都在。请过1分钟再试。';

interface Locker {
  exec(sql: string): void;
  close(): void;
}

/** Another program's connection to the same file, which holds the write lock until it is told to let go. */
function lockFile(test: TestDatabase): { letGo(): void } {
  const file = test.address.kind === 'sqlite' ? test.address.file : '';
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- libsql is CommonJS without types of its own.
  const connection = new (require('libsql') as new (file: string) => Locker)(file);
  connection.exec('BEGIN EXCLUSIVE');
  return {
    letGo: () => {
      connection.exec('ROLLBACK');
      connection.close();
    },
  };
}

async function adding(test: ServedApplication, as: string, name: string): Promise<readonly [number, string]> {
  const answer = await test.ask({ method: 'POST', url: '/api/probe/things', as, body: { name, count: 1 } });
  return [answer.statusCode, answer.statusCode === 201 ? '' : answer.json<RefusalBody>().sentence];
}

describe('While another program holds the lock of the SQLite file', () => {
  let database: TestDatabase;
  let test: ServedApplication;

  beforeEach(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    test = await startProbe({ database });
  });

  afterEach(async () => {
    await test.close();
    await database.close();
  });

  it('people read one sentence within eight seconds, many at once too, and nothing is half done', async () => {
    const liaison = await probeToken(test, 'liaison-xunke');
    const lock = lockFile(database);
    const begun = performance.now();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const answers = await Promise.all(names.map((name) => adding(test, liaison, name)));
    const seconds = (performance.now() - begun) / 1000;
    expect(answers).toEqual(names.map(() => [503, SENTENCE]));
    expect(seconds).toBeLessThan(8);
    lock.letGo();
    expect(await adding(test, liaison, 'after')).toEqual([201, '']);
    expect(await test.database.rows('SELECT name FROM stored_value')).toEqual([{ name: 'after' }]);
  }, 30_000);

  it('reading goes on at once', async () => {
    const liaison = await probeToken(test, 'liaison-xunke');
    const lock = lockFile(database);
    const waiting = adding(test, liaison, 'waiting');
    const begun = performance.now();
    expect((await test.ask({ url: '/api/probe/slow' })).statusCode).toBe(200);
    expect(performance.now() - begun).toBeLessThan(2000);
    lock.letGo();
    expect(await waiting).toEqual([201, '']);
  }, 30_000);

  it('a short lock is waited for', async () => {
    const liaison = await probeToken(test, 'liaison-xunke');
    const lock = lockFile(database);
    const waiting = adding(test, liaison, 'waited');
    await pause(1000);
    lock.letGo();
    expect(await waiting).toEqual([201, '']);
  }, 30_000);

  it('the server says that it is not ready, and is ready again afterwards', async () => {
    const lock = lockFile(database);
    expect((await test.ask({ url: '/readyz' })).statusCode).toBe(503);
    expect((await test.ask({ url: '/api/ready' })).statusCode).toBe(503);
    lock.letGo();
    expect((await test.ask({ url: '/readyz' })).statusCode).toBe(200);
  }, 30_000);
});

describe('While another holds a row of MariaDB', () => {
  it('people read one sentence within eight seconds', async () => {
    const database = await openTestDatabase('mariadb', { content: PLATFORM_TABLES });
    const test = await startProbe({ database });
    const liaison = await probeToken(test, 'liaison-xunke');
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query("INSERT INTO stored_value (name, value, updated_at) VALUES ('held', '', '')");
    const begun = performance.now();
    expect(await adding(test, liaison, 'held')).toEqual([503, SENTENCE]);
    expect((performance.now() - begun) / 1000).toBeLessThan(8);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await adding(test, liaison, 'held')).toEqual([201, '']);
    await test.close();
    await database.close();
  }, 60_000);

  it('a server whose tables may only be read is not ready, as under a backup that locks them', async () => {
    const database = await openTestDatabase('mariadb', { content: PLATFORM_TABLES });
    const test = await startProbe({ database });
    const runner = database.dataSource.createQueryRunner();
    await runner.query('LOCK TABLES heartbeat READ');
    expect((await test.ask({ url: '/readyz' })).statusCode).toBe(503);
    await runner.query('UNLOCK TABLES');
    await runner.release();
    expect((await test.ask({ url: '/readyz' })).statusCode).toBe(200);
    await test.close();
    await database.close();
  }, 60_000);
});

describe('A start', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES, isEmpty: true });
  });

  afterEach(() => database.close());

  const failure = async (environment: Record<string, string>): Promise<ConfigurationError> => {
    const started = startProbe({ database, environment });
    const error: unknown = await started.then(
      (test) => test.close(),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    return error as ConfigurationError;
  };

  it.each([
    ['is no database', Buffer.from('xyz'.repeat(5000))],
    ['is the beginning of one and then nothing sensible', Buffer.from(`SQLite format 3\0${'\x7f'.repeat(8000)}`)],
  ])('with a file that %s ends with one sentence that names it', async (_what, bytes) => {
    const file = join(database.directory, 'broken.sqlite');
    writeFileSync(file, bytes);
    const { message } = await failure({ DATABASE_URL: file });
    expect(message).toContain(file);
    expect(message).not.toContain('\n');
  });

  it('with the database of another program ends with one sentence, and leaves it alone', async () => {
    const file = join(database.directory, 'foreign.sqlite');
    const foreign = await openDataSource({ kind: 'sqlite', file }, { migrations: [] });
    await foreign.query('CREATE TABLE unit (name TEXT)');
    await foreign.destroy();
    expect((await failure({ DATABASE_URL: file })).message).toContain('another program');
    const again = await openDataSource({ kind: 'sqlite', file }, { migrations: [] });
    expect(await again.query("SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([{ name: 'unit' }]);
    await again.destroy();
  });

  it('with a folder where nothing can be kept ends with one sentence that names DATA_DIR', async () => {
    const inTheWay = join(database.directory, 'a-file');
    writeFileSync(inTheWay, '');
    expect((await failure({ DATA_DIR: join(inTheWay, 'data') })).message).toContain('DATA_DIR');
  });

  it('with a file that is locked for good ends with one sentence', async () => {
    await database.dataSource.runMigrations();
    const lock = lockFile(database);
    expect((await failure({})).message).toContain('cannot be written');
    lock.letGo();
  }, 30_000);
});
