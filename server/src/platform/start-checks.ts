import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { ConfigurationError, type Configuration } from './configuration';
import { isBrokenFile, isUnavailable } from './database';

/** Makes the data folder; throws a ConfigurationError when nothing can be kept in it. */
export async function prepareDataDirectory({ dataDirectory }: Configuration): Promise<void> {
  try {
    await mkdir(dataDirectory, { recursive: true });
    await access(dataDirectory, constants.W_OK);
  } catch (error) {
    throw new ConfigurationError(`Nothing can be kept in ${dataDirectory}: ${reasonOf(error)}. See DATA_DIR.`);
  }
}

/** Runs a step of the start that uses the SQLite file; what the file cannot do becomes a ConfigurationError of one sentence. */
export async function usingFile<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (isBrokenFile(error)) {
      const advice = 'Put back a copy from the backup, or see DATA_DIR and DATABASE_URL';
      throw new ConfigurationError(`${file} is damaged or no SQLite database: ${reasonOf(error)}. ${advice}.`);
    }
    if (!isUnavailable(error)) throw error;
    throw new ConfigurationError(`${file} cannot be written: ${reasonOf(error)}. See DATA_DIR and DATABASE_URL.`);
  }
}

/** Throws a ConfigurationError when the file holds tables, but none of ours: the migrations would mix with another program's. */
export async function refuseForeignFile(file: string, dataSource: DataSource): Promise<void> {
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const tables = await dataSource.query<{ readonly name: string }[]>(sql);
  if (tables.length === 0 || tables.some(({ name }) => name === 'migration')) return;
  throw new ConfigurationError(`${file} is the database of another program. See DATA_DIR and DATABASE_URL.`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name).replace(/\.$/, '') : String(error);
}
