import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LightMyRequestResponse } from 'fastify';
import type { AppointmentView, BindingCandidatesView, SignInView } from '@jiannuo/shared/people';
import { Clock, Ids, SystemRandomness } from '../../src/platform/clock';
import { Configuration } from '../../src/platform/configuration';
import { Database, Transactions } from '../../src/platform/database';
import { createHttpApplication, type RequestLimits } from '../../src/platform/http';
import { Sessions, type SessionDevice } from '../../src/platform/identity';
import { Log } from '../../src/platform/logging';
import { PlatformModule } from '../../src/platform/platform.module';
import { Ticker } from '../../src/platform/schedule';
import { SAMPLE_TEMPLATES, WechatModule } from '../../src/platform/wechat';
import { startSimulator, type Simulator } from '../../src/platform/wechat/simulator';
import { demoAccounts, seedSamples } from '../../src/features/samples';
import { PeopleModule } from '../../src/features/people';
import type { TestDatabase } from '../databases';

/** People and their sign-in over a real database, the real guard and a WeChat that can refuse. */
export interface PeopleStage {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly simulator: Simulator;
  readonly clock: TestDatabase['clock'];
  readonly ticker: Ticker;
  readonly logLines: readonly string[];
  ask(request: StageRequest): Promise<LightMyRequestResponse>;
  /** Somebody in the simulated WeChat opens the mini program; strangers are `stranger-1` to `stranger-5`. */
  openIn(userId: string, extra?: object): Promise<LightMyRequestResponse>;
  /** The ticket of somebody who is not bound. */
  ticketOf(userId: string, extra?: object): Promise<string>;
  phoneCode(userId: string): Promise<string>;
  candidatesByPhone(ticket: string, userId: string): Promise<BindingCandidatesView>;
  bind(ticket: string, appointmentId: string): Promise<LightMyRequestResponse>;
  /** Signs in whoever holds the role in the unit now. */
  signInAs(unitName: string, role: string, device?: SessionDevice): Promise<string>;
  /** The valid appointment to a role in a unit, as the directory shows it to the lead unit. */
  appointment(unitName: string, role: string): Promise<AppointmentView>;
  close(): Promise<void>;
}

/** A request: `as` is a session's token. */
export interface StageRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly as?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const APP_ID = 'wx1234567890abcdef';
const SECRET = 'app-secret-of-the-stage-0123456789';
const STRANGERS = [1, 2, 3, 4, 5].map((number) => ({
  id: `stranger-${String(number)}`,
  phone: `1380000999${String(number)}`,
}));
const MANY: RequestLimits = { perAddress: 1e9, perSession: 1e9, signInPerAddress: 1e9 };

@Module({})
class Stage {}

/** Opens a stage with both sample groups. */
export async function openPeopleStage(test: TestDatabase, limits: RequestLimits = MANY): Promise<PeopleStage> {
  const { clock } = test;
  const users = demoAccounts().map(({ key, phone }) => ({ id: key, phone }));
  const simulator = await startSimulator({
    port: 0,
    clock,
    seed: 7,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: ['pages/home/index', 'pages/confirm-sign-in/index'],
    apps: [{ appId: APP_ID, secret: SECRET }],
    users: [...users, ...STRANGERS],
  });
  const logLines: string[] = [];
  const app = await buildStage(test, { wechatUrl: simulator.url, limits, logLines });
  const openIdOf = (key: string): string => simulator.state.openidOf(APP_ID, key);
  const ids = app.get(Ids);
  await seedSamples({ transactions: app.get(Transactions), clock: app.get(Clock), ids, appId: APP_ID, openIdOf });
  return stageOf({ app, simulator, clock, logLines });
}

async function buildStage(
  test: TestDatabase,
  parts: { readonly wechatUrl: string; readonly limits: RequestLimits; readonly logLines: string[] },
): Promise<NestFastifyApplication> {
  const { address, directory } = test;
  const configuration = new Configuration({
    DATABASE_URL: address.kind === 'sqlite' ? address.file : address.url,
    DATA_DIR: directory,
    WECHAT_BASE_URL: parts.wechatUrl,
    WECHAT_APP_ID: APP_ID,
    WECHAT_SECRET: SECRET,
    WECHAT_PUSH_TOKEN: 'push-token-of-the-stage',
    WECHAT_PUSH_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  });
  const randomness = new SystemRandomness();
  const log = new Log('info', { write: (line: string) => parts.logLines.push(line) });
  const platform = PlatformModule.with({
    configuration,
    clock: test.clock,
    ids: test.ids,
    randomness,
    dataSource: test.dataSource,
    log,
    limits: parts.limits,
  });
  const module = { module: Stage, imports: [platform, WechatModule, PeopleModule] };
  return createHttpApplication(module, { configuration, log, clock: test.clock, randomness });
}

let keys = 0;

function stageOf(parts: Pick<PeopleStage, 'app' | 'simulator' | 'clock' | 'logLines'>): PeopleStage {
  const { app, simulator } = parts;
  const database = app.get(Database);
  const ask = (request: StageRequest): Promise<LightMyRequestResponse> => {
    keys += 1;
    return app.inject({
      method: request.method ?? 'GET',
      url: request.url,
      headers: {
        ...(request.as === undefined ? {} : { authorization: `Bearer ${request.as}` }),
        'idempotency-key': `people-key-${String(keys)}`,
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { payload: request.body }),
    });
  };
  const issue = async (userId: string, kind: string): Promise<string> => {
    const path = `/__sim/users/${encodeURIComponent(userId)}/${kind}`;
    const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', body: JSON.stringify({ appId: APP_ID }) });
    return ((await answer.json()) as { code: string }).code;
  };
  const openIn = async (userId: string, extra: object = {}): Promise<LightMyRequestResponse> => {
    const code = await issue(userId, 'login-code');
    return ask({ method: 'POST', url: '/api/sign-in/wechat', body: { code, ...extra } });
  };
  return {
    ...parts,
    database,
    ticker: app.get(Ticker),
    ask,
    openIn,
    async ticketOf(userId, extra) {
      const view: SignInView = (await openIn(userId, extra)).json();
      if (view.kind !== 'unbound') throw new Error(`${userId} is bound already.`);
      return view.ticket;
    },
    phoneCode: (userId) => issue(userId, 'phone-code'),
    async candidatesByPhone(ticket, userId) {
      const phoneCode = await issue(userId, 'phone-code');
      return (await ask({ method: 'POST', url: '/api/sign-in/phone', body: { ticket, phoneCode } })).json();
    },
    bind: (ticket, appointmentId) => ask({ method: 'POST', url: '/api/sign-in/bind', body: { ticket, appointmentId } }),
    signInAs: (unitName, role, device = 'phone') => signInAs(app, { unitName, role, device }),
    async appointment(unitName, role) {
      const as = await signInAs(app, { unitName: '市专班牵头单位', role: 'lead-officer', device: 'phone' });
      const { rows }: { rows: AppointmentView[] } = (await ask({ url: '/api/appointments', as })).json();
      const found = rows.find((row) => row.unit.name === unitName && row.role === role);
      if (found === undefined) throw new Error(`Nobody is ${role} of ${unitName}.`);
      return found;
    },
    async close() {
      await app.close();
      await simulator.close();
    },
  };
}

async function signInAs(
  app: NestFastifyApplication,
  who: { readonly unitName: string; readonly role: string; readonly device: SessionDevice },
): Promise<string> {
  const row = await app.get(Database).row<{ id: string; person_id: string }>(
    `SELECT a.id, a.person_id FROM appointment a JOIN unit u ON u.id = a.unit_id
      WHERE u.name = ? AND a.role = ? AND a.ended_at IS NULL ORDER BY a.id`,
    [who.unitName, who.role],
  );
  if (row === null) throw new Error(`Nobody is ${who.role} of ${who.unitName}.`);
  const owner = { personId: row.person_id, appointmentId: row.id, device: who.device };
  return (await app.get(Transactions).run((tx) => app.get(Sessions).open(tx, owner))).token;
}
