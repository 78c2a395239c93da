import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../entities';
import { LedgerPlanModule } from '../features/ledger';
import { PeopleModule } from '../features/people';
import { InspectionOrphansModule } from '../features/inspections';
import { OrphansModule } from '../features/supervision';
import { MIGRATIONS } from '../migrations';
import { SystemClock, SystemRandomness, UlidIds } from '../platform/clock';
import { Configuration, ConfigurationError } from '../platform/configuration';
import { isUnavailable, openDataSource, type DatabaseContent } from '../platform/database';
import { Log } from '../platform/logging';
import { OutboxModule } from '../platform/outbox';
import { PlatformModule } from '../platform/platform.module';
import { WechatModule } from '../platform/wechat';
import { CommandFailure } from './command-failure';
import type { Terminal } from './terminal';

@Module({})
class CommandLine {}

/** Everything the server has, with no server: `get` gives a service. */
export type Services = INestApplicationContext;

const CONTENT: DatabaseContent = { entities: ENTITIES, migrations: MIGRATIONS };

/**
 * Where this installation keeps its data. The command line never talks to WeChat, so it needs none of its secrets and
 * is handed none.
 */
export function installationOf(terminal: Terminal): Configuration {
  const { DATABASE_URL, DATA_DIR } = terminal.environment;
  try {
    return new Configuration({ DEMO: '1', LOG_LEVEL: 'silent', DATABASE_URL, DATA_DIR });
  } catch (error) {
    throw error instanceof ConfigurationError ? new CommandFailure(error.message) : error;
  }
}

/** Whether there is a database at all; a server is taken to be there. */
export function hasDatabase({ database }: Configuration): boolean {
  return database.kind !== 'sqlite' || existsSync(database.file);
}

/** Runs `work` with the database, and closes it. Throws a CommandFailure when it cannot be reached. */
export async function withDatabase<T>(
  { database }: Pick<Configuration, 'database'>,
  work: (dataSource: DataSource) => Promise<T>,
  content: DatabaseContent = CONTENT,
): Promise<T> {
  if (database.kind === 'sqlite') await mkdir(dirname(database.file), { recursive: true });
  const dataSource = await openDataSource(database, content).catch((error: unknown) => {
    throw new CommandFailure(`连不上数据库，请核对DATABASE_URL和DATA_DIR：${reasonOf(error)}`);
  });
  try {
    return await work(dataSource);
  } catch (error) {
    if (isUnavailable(error)) throw new CommandFailure(`数据库现在用不了：${reasonOf(error)}`);
    throw error;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/**
 * Runs `work` with all services on a database that is up to date. A SQLite file is brought up to date, as the server
 * does it; `mustExist` refuses to make one. On a database server `migrate` comes first.
 */
export async function withServices<T>(
  terminal: Terminal,
  options: { readonly mustExist: boolean },
  work: (services: Services, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configuration = installationOf(terminal);
  if (options.mustExist && !hasDatabase(configuration)) {
    throw new CommandFailure('这里还没有数据。请先建管理员或导入名单，或核对DATA_DIR。');
  }
  return withDatabase(configuration, async (dataSource) => {
    await bringUpToDate(configuration, dataSource);
    const services = await startServices(configuration, dataSource);
    try {
      return await work(services, configuration);
    } finally {
      await services.close();
    }
  });
}

async function bringUpToDate(configuration: Configuration, dataSource: DataSource): Promise<void> {
  if (configuration.database.kind === 'sqlite') await dataSource.runMigrations();
  else if (await dataSource.showMigrations()) throw new CommandFailure('数据库的表还不是最新的，请先运行migrate。');
}

function startServices(configuration: Configuration, dataSource: DataSource): Promise<Services> {
  const clock = new SystemClock();
  const randomness = new SystemRandomness();
  const ids = new UlidIds(clock, randomness);
  const log = new Log(configuration.logLevel, { write: () => undefined });
  const platform = PlatformModule.with({ configuration, clock, ids, randomness, dataSource, log });
  const module = {
    module: CommandLine,
    imports: [
      platform,
      OutboxModule,
      WechatModule,
      PeopleModule,
      LedgerPlanModule,
      OrphansModule,
      InspectionOrphansModule,
    ],
  };
  const silent = Object.assign(new NestApplicationContextOptions(), { logger: false, abortOnError: false } as const);
  return NestFactory.createApplicationContext(module, silent);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0]?.trim() ?? error.name) : String(error);
}
