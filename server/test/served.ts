import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';
import { Database, Transactions } from '../src/platform/database';
import type { RequestLimits } from '../src/platform/http';
import { Ticker } from '../src/platform/schedule';
import type { ServerOptions } from '../src/platform/server';
import { BuiltState } from './built-state';
import type { TestDatabase } from './databases';

/** What a server under test is started with. */
export interface ServedOptions {
  readonly database: TestDatabase;
  /** The database's own clock when left out. */
  readonly clock?: SettableClock;
  readonly limits?: RequestLimits;
  /** Variables beyond those of the demo. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A request in a test: `as` is a token; writes get a new idempotency key unless one is named. */
export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly as?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real server, asked without a network. */
export interface ServedApplication {
  readonly app: NestFastifyApplication;
  readonly clock: SettableClock;
  readonly database: Database;
  readonly transactions: Transactions;
  readonly ticker: Ticker;
  /** Every line that has been logged. */
  readonly logLines: readonly string[];
  ask(request: TestRequest): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

const MANY: RequestLimits = { perAddress: 1e9, perSession: 1e9, signInPerAddress: 1e9 };

/**
 * Builds a server over a test database, or takes the one that stands on it already; nothing listens. Whoever asks for
 * something special gets one of its own.
 */
export async function serve(
  options: ServedOptions,
  build: (options: ServerOptions) => Promise<NestFastifyApplication>,
): Promise<ServedApplication> {
  const { database, clock, limits, environment } = options;
  const isSpecial = clock !== undefined || limits !== undefined || environment !== undefined;
  if (database.standing === undefined || isSpecial) return buildOver(options, build);
  const { standing } = database;
  const taken = await standing.take(build, async () => {
    const first = await buildOver(options, build);
    return { served: first, built: new BuiltState(first.app), close: () => first.close() };
  });
  const { served, built } = taken;
  built.restore();
  served.logLines.splice(0);
  const close = async (): Promise<void> => {
    await served.ticker.stop();
    standing.giveBack(build, taken);
  };
  return { ...served, close };
}

async function buildOver(
  options: ServedOptions,
  build: (options: ServerOptions) => Promise<NestFastifyApplication>,
): Promise<ServedApplication & { readonly logLines: string[] }> {
  const logLines: string[] = [];
  const clock = options.clock ?? options.database.clock;
  const app = await build({
    configuration: configurationFor(options),
    clock,
    limits: options.limits ?? MANY,
    logDestination: { write: (line) => logLines.push(line) },
  });
  return {
    app,
    clock,
    database: app.get(Database),
    transactions: app.get(Transactions),
    ticker: app.get(Ticker),
    logLines,
    ask: (request) => app.inject(injectionOf(request)),
    close: () => app.close(),
  };
}

let keys = 0;

function injectionOf(request: TestRequest): InjectOptions {
  const method = request.method ?? 'GET';
  keys += 1;
  return {
    method,
    url: request.url,
    headers: {
      ...(request.as === undefined ? {} : { authorization: `Bearer ${request.as}` }),
      ...(method === 'GET' ? {} : { 'idempotency-key': request.key ?? `test-key-${String(keys)}` }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { payload: request.body as object }),
  };
}

function configurationFor(options: ServedOptions): Configuration {
  const { address, directory } = options.database;
  return new Configuration({
    DEMO: '1',
    DATABASE_URL: address.kind === 'sqlite' ? address.file : address.url,
    DATA_DIR: directory,
    ...options.environment,
  });
}
