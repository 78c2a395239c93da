import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@jiannuo/shared/people';
import { MiniProgram } from '../src/features/people';
import { seedSamples } from '../src/features/samples';
import { buildApplication, type StartOptions } from '../src/main';
import { Clock, Ids, SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';
import { Database, Transactions } from '../src/platform/database';
import type { RequestLimits } from '../src/platform/http';
import { Sessions, type SessionDevice } from '../src/platform/identity';
import { Ticker } from '../src/platform/schedule';
import type { TestDatabase } from './databases';

/** Fills a fresh database with what the test stands on. */
export type Seed = (app: NestFastifyApplication) => Promise<void>;

/** What a test application is started with. */
export interface TestApplicationOptions {
  readonly database: TestDatabase;
  /** The database's own clock when left out. */
  readonly clock?: SettableClock;
  readonly seed?: Seed;
  readonly limits?: RequestLimits;
  /** Another module above the platform than the whole application. */
  readonly root?: StartOptions['root'];
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

/** The real server, asked without a network. */
export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly clock: SettableClock;
  readonly database: Database;
  readonly transactions: Transactions;
  readonly ticker: Ticker;
  /** Every line that has been logged. */
  readonly logLines: readonly string[];
  ask(request: TestRequest): Promise<LightMyRequestResponse>;
  /** Signs in whoever holds `role` in the unit now, by the unit's short or full name, and answers the token. */
  signInAs(unitName: string, role: Role, device?: SessionDevice): Promise<string>;
  close(): Promise<void>;
}

const MANY: RequestLimits = { perAddress: 1e9, perSession: 1e9, signInPerAddress: 1e9 };

/** Builds the real server over a test database; nothing listens. The sample groups are seeded unless `seed` says otherwise. */
export async function startTestApplication(options: TestApplicationOptions): Promise<TestApplication> {
  const logLines: string[] = [];
  const clock = options.clock ?? options.database.clock;
  const app = await buildApplication({
    configuration: configurationFor(options),
    clock,
    limits: options.limits ?? MANY,
    logDestination: { write: (line) => logLines.push(line) },
    ...(options.root ? { root: options.root } : {}),
  });
  await (options.seed ?? seedSampleGroups)(app);
  const database = app.get(Database);
  const transactions = app.get(Transactions);
  return {
    app,
    clock,
    database,
    transactions,
    ticker: app.get(Ticker),
    logLines,
    ask: (request) => app.inject(injectionOf(request)),
    signInAs: (unitName, role, device = 'phone') => signIn(app, { unitName, role, device }),
    close: () => app.close(),
  };
}

async function seedSampleGroups(app: NestFastifyApplication): Promise<void> {
  const { appId } = app.get(MiniProgram);
  await seedSamples({ transactions: app.get(Transactions), clock: app.get(Clock), ids: app.get(Ids), appId });
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

function configurationFor(options: TestApplicationOptions): Configuration {
  const { address, directory } = options.database;
  return new Configuration({
    DEMO: '1',
    DATABASE_URL: address.kind === 'sqlite' ? address.file : address.url,
    DATA_DIR: directory,
    ...options.environment,
  });
}

async function signIn(
  app: NestFastifyApplication,
  who: { readonly unitName: string; readonly role: Role; readonly device: SessionDevice },
): Promise<string> {
  const appointment = await app.get(Database).row<{ id: string; person_id: string }>(
    `SELECT a.id, a.person_id FROM appointment a JOIN unit u ON u.id = a.unit_id
     WHERE (u.name = ? OR u.full_name = ?) AND a.role = ? AND a.valid_to IS NULL ORDER BY a.id`,
    [who.unitName, who.unitName, who.role],
  );
  if (!appointment) throw new Error(`Nobody is ${who.role} of ${who.unitName}.`);
  const opened = await app
    .get(Transactions)
    .run((tx) =>
      app
        .get(Sessions)
        .open(tx, { personId: appointment.person_id, appointmentId: appointment.id, device: who.device }),
    );
  return opened.token;
}
