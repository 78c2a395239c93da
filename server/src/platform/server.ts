import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { SystemClock, SystemRandomness, UlidIds, type Clock, type Ids, type Randomness } from './clock';
import type { Configuration } from './configuration';
import { openDataSource, type DatabaseContent } from './database';
import { createHttpApplication, type RequestLimits } from './http';
import { Log } from './logging';
import { PlatformModule } from './platform.module';

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

/** Builds a server without listening: opens the database, brings a SQLite file up to date, and wires everything. */
export async function buildServer(options: ServerOptions, content: ServerContent): Promise<NestFastifyApplication> {
  const { configuration } = options;
  const clock = options.clock ?? new SystemClock();
  const randomness = options.randomness ?? new SystemRandomness();
  const ids = options.ids ?? new UlidIds(clock, randomness);
  const log = new Log(configuration.logLevel, options.logDestination);
  const dataSource = await openDataSource(configuration.database, content);
  try {
    // On a server that several processes share, `jiannuo migrate` does this once, by hand.
    if (configuration.database.kind === 'sqlite') await dataSource.runMigrations();
    const limits = options.limits ? { limits: options.limits } : {};
    const parts = { configuration, clock, ids, randomness, dataSource, log, ...limits };
    return await createHttpApplication(content.root(PlatformModule.with(parts)), parts);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}
