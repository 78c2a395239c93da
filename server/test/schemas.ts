import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { createSchema, sharedMariaDb, testDirectory, type TestMariaDb } from './mariadb';

/** An emptied schema that another test is done with, or a new one: emptying takes far less than making all tables. */
export async function claimSchema(): Promise<string> {
  const server = await sharedMariaDb();
  const name = readdirSync(poolDirectory()).find(hasTaken);
  return name === undefined ? newSchema() : urlOf(server, name);
}

/** A schema without a table. */
export async function newSchema(): Promise<string> {
  return createSchema(await sharedMariaDb(), `t_${randomBytes(6).toString('hex')}`);
}

/** Empties every table but that of the migrations, and lets the next test have the schema. Nobody may be connected to it. */
export async function giveBack(url: string): Promise<void> {
  const connection = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), multipleStatements: true });
  try {
    const [tables] = await connection.query(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migration'",
    );
    const emptying = (tables as { name: string }[]).map(({ name }) => `DELETE FROM \`${name}\`;`).join('');
    await connection.query(
      `SET FOREIGN_KEY_CHECKS = 0, lock_wait_timeout = 5, innodb_lock_wait_timeout = 5;${emptying}`,
    );
    writeFileSync(join(poolDirectory(), nameOf(url)), '');
  } finally {
    await connection.end();
  }
}

/** Removes a schema that cannot be used again. */
export async function dropSchema(url: string): Promise<void> {
  const connection = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:') });
  await connection.query(`DROP DATABASE ${nameOf(url)}`);
  await connection.end();
}

/** One file for each schema that waits for a test; whoever moves it away has the schema. */
function poolDirectory(): string {
  const directory = join(testDirectory(), 'schemas');
  mkdirSync(directory, { recursive: true });
  return directory;
}

function hasTaken(name: string): boolean {
  try {
    renameSync(join(poolDirectory(), name), join(testDirectory(), `taken-${name}`));
    return true;
  } catch {
    return false;
  }
}

function urlOf({ port }: TestMariaDb, name: string): string {
  return `mariadb://root@127.0.0.1:${String(port)}/${name}`;
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
