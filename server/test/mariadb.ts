import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';

/** A private MariaDB of the tests. */
export interface TestMariaDb {
  readonly pid: number;
  readonly port: number;
}

const INSTALL_HINT = 'The tests need MariaDB. Install it with: apt-get install -y mariadb-server';

/** Quick instead of safe: the files are thrown away after the run. */
const OPTIONS = [
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--skip-log-bin',
  '--character-set-server=latin1',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--performance-schema=0',
  '--max-connections=200',
];

/** How much room InnoDB has, in megabytes. */
interface Room {
  readonly log: number;
  readonly pool: number;
}

const SMALL: Room = { log: 16, pool: 64 };

/** The run's MariaDB: the first caller of any worker starts it, the others wait for it. */
export async function sharedMariaDb(): Promise<TestMariaDb> {
  const directory = testDirectory();
  const file = join(directory, 'mariadb.json');
  if (isFirst(join(directory, 'mariadb.lock'))) {
    const server = await startMariaDb(join(directory, 'mariadb'));
    writeFileSync(`${file}.new`, JSON.stringify(server));
    renameSync(`${file}.new`, file);
  }
  for (let attempt = 0; !existsSync(file); attempt += 1) {
    if (attempt > 1200) throw new Error('The MariaDB of the tests did not start within a minute.');
    await pause(50);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as TestMariaDb;
}

/** The folder of this run. */
export function testDirectory(): string {
  const directory = process.env['JIANNUO_TEST_DIRECTORY'];
  if (directory === undefined) throw new Error('Run the tests through jest with its global setup.');
  return directory;
}

/** Makes a data folder and starts a server on it, with little room unless told. */
export async function startMariaDb(directory: string, room = SMALL): Promise<TestMariaDb> {
  mkdirSync(directory, { recursive: true });
  const data = join(directory, 'data');
  const user = userInfo().username;
  const install = ['--no-defaults', `--datadir=${data}`, `--user=${user}`, '--auth-root-authentication-method=normal'];
  await run('mariadb-install-db', [...install, '--skip-test-db', `--innodb-log-file-size=${String(room.log)}M`]);
  return resumeMariaDb(directory, await freePort(), room);
}

/** Starts a server on an existing data folder, at the port where its clients look for it. */
export async function resumeMariaDb(directory: string, port: number, room = SMALL): Promise<TestMariaDb> {
  const log = openSync(join(directory, 'mariadb.log'), 'a');
  const temporary = join(directory, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const places = [
    '--no-defaults',
    `--datadir=${join(directory, 'data')}`,
    `--socket=${join(directory, 'mysql.sock')}`,
    `--tmpdir=${temporary}`,
    `--port=${String(port)}`,
    `--user=${userInfo().username}`,
    `--innodb-log-file-size=${String(room.log)}M`,
    `--innodb-buffer-pool-size=${String(room.pool)}M`,
  ];
  const server = spawn(programOf('mariadbd'), [...places, ...OPTIONS], { stdio: ['ignore', log, log], detached: true });
  server.unref();
  await answers(server, port);
  return { pid: server.pid ?? 0, port };
}

/** Makes an empty schema and answers its address. */
export async function createSchema(server: TestMariaDb, name: string): Promise<string> {
  const connection = await createConnection({ host: '127.0.0.1', port: server.port, user: 'root' });
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.end();
  return `mariadb://root@127.0.0.1:${String(server.port)}/${name}`;
}

async function answers(server: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`The MariaDB of the tests ended with ${String(server.exitCode)}.`);
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await connection.end();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error('The MariaDB of the tests did not answer within half a minute.');
}

async function run(program: string, parameters: readonly string[]): Promise<void> {
  await promisify(execFile)(programOf(program), [...parameters]);
}

function programOf(name: string): string {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(INSTALL_HINT);
  return found;
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
