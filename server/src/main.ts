import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { prepareDemo } from './demo';
import { MIGRATIONS } from './migrations';
import { Configuration, ConfigurationError } from './platform/configuration';
import { isUnavailable } from './platform/database';
import { blotOut } from './platform/logging';
import { Ticker } from './platform/schedule';
import { buildServer, type ServerOptions } from './platform/server';

/** What a server is started with; what is left out is the real thing. */
export interface StartOptions extends ServerOptions {
  /** Modules of this installation alone, such as the demo. */
  readonly additions?: readonly DynamicModule[];
  /** Runs when everything stands and before the first request can come. */
  readonly beforeListening?: (app: NestFastifyApplication) => Promise<void>;
}

/** A server that answers. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Stops accepting, finishes what is under way, and closes the database. */
  close(): Promise<void>;
}

/** Builds the whole server without listening. */
export function buildApplication(options: StartOptions): Promise<NestFastifyApplication> {
  return buildServer(options, {
    migrations: MIGRATIONS,
    root: (platform) => AppModule.with(platform, options.additions),
  });
}

/** Starts a server: production, demo and tests alike. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const app = await buildApplication(options);
  try {
    await options.beforeListening?.(app);
    await app.listen(options.configuration.port, options.configuration.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  app.get(Ticker).start();
  return { app, url: await app.getUrl(), close: () => app.close() };
}

async function runFromCommandLine(): Promise<void> {
  try {
    const server = process.env['DEMO'] === '1' ? await startDemo() : await start(ordinary());
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    process.stderr.write(`${blotOut(reasonOf(error))}\n`);
    process.exitCode = 1;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  if (isUnavailable(error)) return `The database cannot be used: ${String(error)}. See DATABASE_URL.`;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return `${error.message}. Set PORT to a free one.`;
  return error.stack ?? error.message;
}

function ordinary(): StartOptions {
  return { configuration: new Configuration(process.env) };
}

async function startDemo(): Promise<Pick<RunningServer, 'close'>> {
  const demo = await prepareDemo(process.env);
  const server = await start({ ...demo, beforeListening: (app) => demo.fill(app) });
  return { close: () => server.close().then(() => demo.close()) };
}

if (require.main === module) void runFromCommandLine();
