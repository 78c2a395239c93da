import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import type { DataSource } from 'typeorm';
import { SystemClock, SystemRandomness, UlidIds, type Clock, type Ids, type Randomness } from './clock';
import type { Configuration } from './configuration';
import { openDataSource, type DatabaseContent } from './database';
import { WriteProbe } from './health';
import { createHttpApplication, type RequestLimits } from './http';
import { Log } from './logging';
import { PlatformModule, type PlatformParts } from './platform.module';
import { prepareDataDirectory, refuseForeignFile, usingFile } from './start-checks';

/** What a server is built with; what is left out is the real thing. */
export interface ServerOptions {
  readonly configuration: Configuration;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  readonly ids?: Ids;
  readonly limits?: RequestLimits;
  /** Takes the log's lines; the standard output when left out. */
  readonly logDestination?: DestinationStream;
}

/** What stands on the platform: its tables, and the module above it. */
export interface ServerContent extends DatabaseContent {
  readonly root: (platform: DynamicModule) => DynamicModule;
}

/**
 * Builds a server without listening: opens the database, brings a SQLite file up to date, and wires everything. Throws
 * a ConfigurationError when nothing can be kept.
 */
export async function buildServer(options: ServerOptions, content: ServerContent): Promise<NestFastifyApplication> {
  const { configuration } = options;
  await prepareDataDirectory(configuration);
  const { database } = configuration;
  // On a server that several processes share, `jiannuo migrate` makes the tables once, by hand.
  if (database.kind === 'sqlite') return usingFile(database.file, () => buildOn(options, content, database.file));
  return buildOn(options, content, null);
}

async function buildOn(
  options: ServerOptions,
  content: ServerContent,
  file: string | null,
): Promise<NestFastifyApplication> {
  const dataSource = await openDataSource(options.configuration.database, content);
  try {
    if (file !== null) {
      await refuseForeignFile(file, dataSource);
      await dataSource.runMigrations();
    }
    const parts = partsOf(options, dataSource);
    const app = await createHttpApplication(content.root(PlatformModule.with(parts)), parts);
    if (file !== null) await app.get(WriteProbe).prove();
    return app;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}

function partsOf(options: ServerOptions, dataSource: DataSource): PlatformParts {
  const clock = options.clock ?? new SystemClock();
  const randomness = options.randomness ?? new SystemRandomness();
  return {
    configuration: options.configuration,
    clock,
    randomness,
    ids: options.ids ?? new UlidIds(clock, randomness),
    dataSource,
    log: new Log(options.configuration.logLevel, options.logDestination),
    ...(options.limits ? { limits: options.limits } : {}),
  };
}
