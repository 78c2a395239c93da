import type { LightMyRequestResponse } from 'fastify';
import type { Instant } from '@jiannuo/shared/kernel';
import type { CallListView, ConsentsView, InboxView, MessagePurpose } from '@jiannuo/shared/notifications';
import type { Role } from '@jiannuo/shared/people';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { ObligationOpening } from '../src/features/obligations';
import { MiniProgram } from '../src/features/people';
import { ReminderPlan } from '../src/features/reminders';
import { demoAccounts, seedSamples } from '../src/features/samples';
import { Clock, Ids, type SettableClock } from '../src/platform/clock';
import { Transactions, type SqlValue } from '../src/platform/database';
import { ConsentLedger } from '../src/platform/notifications/consent.ledger';
import { CourierWorld } from '../src/platform/notifications/courier';
import { OutboxDispatcher } from '../src/platform/outbox';
import { DEMO_CREDENTIALS, MemoryTokenStore, SAMPLE_TEMPLATES, WechatClient } from '../src/platform/wechat';
import { startSimulator, type Simulator } from '../src/platform/wechat/simulator';
import { startTestApplication, type TestApplication } from './application';
import type { TestDatabase } from './databases';
import type { TestRequest } from './served';

/** A delivery as its table holds it. */
export interface DeliveryRecord {
  readonly id: string;
  readonly unit: string;
  readonly state: string;
  readonly reason: string | null;
  readonly about: string;
  readonly purpose: string;
}

/** The main sample group in 2022 with a WeChat that can refuse, in the words in which stories about reminders are told. */
export interface ReminderStage {
  readonly server: TestApplication;
  readonly simulator: Simulator;
  readonly clock: SettableClock;
  readonly groupId: string;
  /** Moves the clock, plans what is due then, and lets the outbox work until nothing is due. */
  at(instant: Instant): Promise<void>;
  /** Lets `seconds` go by, second by second, while the outbox works. */
  pass(seconds: number): Promise<void>;
  /** Taps 允许 so many times in WeChat's sheet and reports it, as the phone does. */
  grant(unit: number, role: Role, times?: number, purpose?: MessagePurpose): Promise<void>;
  /** Every liaison and leader with a bound account grants so much. */
  grantAll(times?: number): Promise<void>;
  deliveries(): Promise<readonly DeliveryRecord[]>;
  messages(): readonly { readonly userId: string; readonly text: string }[];
  handIn(unitName: string, kind?: string): Promise<void>;
  obligationId(unitName: string, kind?: string): Promise<string>;
  callList(): Promise<CallListView>;
  inbox(unitName: string, role: Role): Promise<InboxView>;
  consents(unitName: string, role: Role): Promise<ConsentsView>;
  ask(unitName: string, role: Role, request: Omit<TestRequest, 'as'>): Promise<LightMyRequestResponse>;
  rows<T extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<T[]>;
  close(): Promise<void>;
}

/** What a stage may be opened with. */
export interface StageOptions {
  /** Real milliseconds for which WeChat's answer is waited. */
  readonly timeoutMs?: number;
  /** Whether the server takes WeChat's pushes over a real socket. */
  readonly isListening?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const { appId, secret, pushToken, pushKey } = DEMO_CREDENTIALS;
/** Pages that a message may open. */
const PAGES = ['pages/home/index', 'pages/notice/index'];

/** Starts the real server over a test database, and the simulated WeChat it talks to. */
export async function openReminderStage(database: TestDatabase, options: StageOptions = {}): Promise<ReminderStage> {
  const { clock } = database;
  const callback = { url: 'http://127.0.0.1:9', token: pushToken, encodingAesKey: pushKey };
  const simulator = await startSimulator({
    port: 0,
    clock,
    seed: 7,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: PAGES,
    apps: [
      {
        appId,
        secret,
        ...(options.isListening
          ? { callback: Object.assign(callback, { mode: 'safe', format: 'json' } as const) }
          : {}),
      },
    ],
    users: demoAccounts().map(({ key, phone }) => ({ id: key, phone })),
  });
  const server = await startServer(database, simulator, options);
  if (options.isListening) {
    await server.app.listen(0, '127.0.0.1');
    callback.url = `${await server.app.getUrl()}/api/wechat/callback`;
  }
  return stageOf(server, simulator, clock);
}

async function startServer(
  database: TestDatabase,
  simulator: Simulator,
  options: StageOptions,
): Promise<TestApplication> {
  const server = await startTestApplication({
    database,
    environment: { WECHAT_BASE_URL: simulator.url, ...options.environment },
    seed: async (app) => {
      const openIdOf = (key: string): string => simulator.state.openidOf(appId, key);
      const parts = { transactions: app.get(Transactions), clock: app.get(Clock), ids: app.get(Ids) };
      await seedSamples({ ...parts, appId: app.get(MiniProgram).appId, openIdOf, groups: [HEIHE_2022] });
    },
  });
  const wechat = new WechatClient({
    baseUrl: simulator.url,
    appId,
    secret,
    fetch,
    clock: database.clock,
    tokenStore: new MemoryTokenStore(),
    tokenInQuery: true,
    log: () => undefined,
    timeoutMs: options.timeoutMs ?? 2_000,
    random: () => 0,
  });
  Object.assign(server.app.get(CourierWorld), { wechat });
  return server;
}

async function stageOf(server: TestApplication, simulator: Simulator, clock: SettableClock): Promise<ReminderStage> {
  const [group] = await server.database.rows<{ id: string }>('SELECT id FROM working_group WHERE code = ?', [
    HEIHE_2022.key,
  ]);
  const groupId = group!.id;
  for (const period of ['2022-04', '2022-05', '2022-06'])
    await server.app.get(ObligationOpening).openPeriod(groupId, period);
  const tokens = new Map<string, string>();
  const dispatcher = server.app.get(OutboxDispatcher);
  const tokenOf = async (unitName: string, role: Role): Promise<string> => {
    // A session does not last the months that a story may take.
    const name = `${unitName} ${role} ${clock.now().slice(0, 10)}`;
    const token = tokens.get(name) ?? (await server.signInAs(unitName, role));
    tokens.set(name, token);
    return token;
  };
  const ask: ReminderStage['ask'] = async (unitName, role, request) =>
    server.ask({ ...request, as: await tokenOf(unitName, role) });
  const view = async <T>(unitName: string, role: Role, url: string): Promise<T> =>
    (await ask(unitName, role, { url })).json<T>();
  const lead = HEIHE_2022.units.find((unit) => unit.kind === 'lead')!.name;
  const people = demoAccounts().filter((account) => account.groupKey === HEIHE_2022.key);
  const stage: ReminderStage = {
    server,
    simulator,
    clock,
    groupId,
    at: async (instant) => {
      clock.set(instant);
      await server.app.get(ReminderPlan).run(instant);
      await dispatcher.drain();
    },
    pass: async (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(1000);
        await simulator.events.deliverDue();
        await dispatcher.drain();
      }
    },
    grant: async (unit, role, times = 1, purpose = 'due-soon') => {
      const account = people.find((each) => each.key === `${HEIHE_2022.key}/${String(unit)}/${role}`)!;
      const templateId = SAMPLE_TEMPLATES.purposes[purpose];
      for (let tap = 0; tap < times; tap += 1) {
        const answer = await fetch(`${simulator.url}/__sim/users/${encodeURIComponent(account.key)}/subscribe`, {
          method: 'POST',
          body: JSON.stringify({ appId, templateIds: [templateId], answers: { [templateId]: 'accept' } }),
        });
        const results = (await answer.json()) as Record<string, string>;
        await ask(account.unitName, role, { method: 'POST', url: '/api/consents', body: { results } });
      }
    },
    grantAll: async (times = 1) => {
      const templateId = SAMPLE_TEMPLATES.purposes['due-soon'];
      const bound = people.filter(({ isBound, role }) => isBound && (role === 'liaison' || role === 'leader'));
      const choices = bound.flatMap(({ key }) => {
        const openId = simulator.state.openidOf(appId, key);
        return Array.from(
          { length: times },
          () => ({ openId, templateId, source: 'sheet', status: 'accept', eventKey: null }) as const,
        );
      });
      for (const choice of choices) simulator.state.grants.add(choice.openId, choice.templateId);
      await server.transactions.run(async (tx) => {
        for (const choice of choices) await server.app.get(ConsentLedger).choose(tx, choice);
      });
    },
    deliveries: () =>
      server.database.rows<DeliveryRecord>(
        `SELECT d.id, u.name AS unit, d.state, d.reason, d.about, d.purpose FROM delivery d JOIN unit u ON u.id = d.unit_id
         ORDER BY u.number, d.id`,
      ),
    messages: () =>
      simulator.state.mailbox.all().map((message) => ({
        userId: message.userId,
        text: message.lines.map((line) => line.value).join('｜'),
      })),
    handIn: async (unitName, kind = 'monthly-report') => {
      const id = await stage.obligationId(unitName, kind);
      await server.transactions.run((tx) =>
        tx.query('UPDATE obligation SET met_at = ?, channel = ? WHERE id = ?', [clock.now(), 'app', id]),
      );
    },
    obligationId: async (unitName, kind = 'monthly-report') => {
      const [row] = await server.database.rows<{ id: string }>(
        `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
         WHERE u.name = ? AND o.kind = ? AND o.period = '2022-05' ORDER BY o.ordinal DESC`,
        [unitName, kind],
      );
      return row!.id;
    },
    callList: () => view<CallListView>(lead, 'lead-officer', '/api/call-list'),
    inbox: (unitName, role) => view<InboxView>(unitName, role, '/api/inbox'),
    consents: (unitName, role) => view<ConsentsView>(unitName, role, '/api/consents'),
    ask,
    rows: (sql, parameters) => server.database.rows(sql, parameters),
    close: async () => {
      await server.close();
      await simulator.close();
    },
  };
  return stage;
}
