import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { SystemClock, SystemRandomness, UlidIds, type Clock, type Ids, type Randomness } from './platform/clock';
import { Configuration, ConfigurationError } from './platform/configuration';
import { openDataSource } from './platform/database';
import { createHttpApplication, type RequestLimits } from './platform/http';
import { Log } from './platform/logging';
import { PlatformModule } from './platform/platform.module';
import { Ticker } from './platform/schedule';

/** What a server is started with; what is left out is the real thing. */
export interface StartOptions {
  readonly configuration: Configuration;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  readonly ids?: Ids;
  readonly limits?: RequestLimits;
  /** Modules of this installation alone, such as the demo. */
  readonly additions?: readonly DynamicModule[];
  /** Takes the log's lines; the standard output when left out. */
  readonly logDestination?: DestinationStream;
  /** Builds the module above the platform; the whole application when left out. */
  readonly root?: (platform: DynamicModule) => DynamicModule;
}

/** A server that answers. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Stops accepting, finishes what is under way, and closes the database. */
  close(): Promise<void>;
}

/** Builds the server without listening: opens the database, brings a SQLite file up to date, and wires everything. */
export async function buildApplication(options: StartOptions): Promise<NestFastifyApplication> {
  const { configuration } = options;
  const clock = options.clock ?? new SystemClock();
  const randomness = options.randomness ?? new SystemRandomness();
  const ids = options.ids ?? new UlidIds(clock, randomness);
  const log = new Log(configuration.logLevel, options.logDestination);
  const dataSource = await openDataSource(configuration.database, { entities: ENTITIES, migrations: MIGRATIONS });
  // On a server that several processes share, `jiannuo migrate` does this once, by hand.
  if (configuration.database.kind === 'sqlite') await dataSource.runMigrations();
  const platform = PlatformModule.with({
    configuration,
    clock,
    ids,
    randomness,
    dataSource,
    log,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const root = options.root?.(platform) ?? AppModule.with(platform, options.additions);
  return createHttpApplication(root, { configuration, log, randomness });
}

/** Starts a server: production, demo and tests alike. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const app = await buildApplication(options);
  app.get(Ticker).start();
  await app.listen(options.configuration.port, options.configuration.host);
  return { app, url: await app.getUrl(), close: () => app.close() };
}

async function runFromCommandLine(): Promise<void> {
  try {
    const server = await start({ configuration: new Configuration(process.env) });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const text = error instanceof ConfigurationError ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void runFromCommandLine();
