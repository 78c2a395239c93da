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
import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../src/platform/wechat';
import type { Simulator } from '../src/platform/wechat/simulator';
import { startTestApplication, type TestApplication } from './application';
import { TEST_START, type TestDatabase } from './databases';
import { forgetStory } from './forget-story';
import { clientOf, startWechat } from './reminder-wechat';
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

const { appId } = DEMO_CREDENTIALS;
const LEAD = HEIHE_2022.units.find((unit) => unit.kind === 'lead')!.name;
const PEOPLE = demoAccounts().filter((account) => account.groupKey === HEIHE_2022.key);

/** The main sample group in 2022 with a WeChat that can refuse, in the words in which stories about reminders are told. */
export class ReminderStage {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly server: TestApplication,
    readonly clock: SettableClock,
    private current: Simulator,
    private readonly callbackUrl: string | null,
  ) {
    this.answerWithin();
  }

  /** Starts the real server over a test database; `isListening` takes WeChat's pushes over a real socket. */
  static async open(database: TestDatabase, { isListening = false } = {}): Promise<ReminderStage> {
    const { clock } = database;
    const first = await startWechat(clock, null);
    const server = await startServer(database, first);
    const callbackUrl = isListening ? await listen(server) : null;
    await first.close();
    return new ReminderStage(server, clock, await startWechat(clock, callbackUrl), callbackUrl);
  }

  /** The simulated WeChat. */
  get simulator(): Simulator {
    return this.current;
  }

  /** Goes back to where the first story began: nothing owed is met, nothing was sent, nobody has granted anything. */
  async reset(): Promise<void> {
    await this.current.close();
    this.current = await startWechat(this.clock, this.callbackUrl);
    this.answerWithin();
    this.clock.set(TEST_START);
    await this.server.transactions.run(forgetStory);
  }

  /** How long the server waits for WeChat's answer, in real milliseconds. */
  answerWithin(timeoutMs?: number): void {
    const wechat = clientOf(this.current, this.clock, timeoutMs);
    Object.assign(this.server.app.get(CourierWorld), { wechat });
  }

  /** Moves the clock, plans what is due then, and lets the outbox work until nothing is due. */
  async at(instant: Instant): Promise<void> {
    this.clock.set(instant);
    await this.plan();
    await this.work();
  }

  /** Orders what is due, and sends nothing yet. */
  async plan(): Promise<void> {
    await this.server.app.get(ReminderPlan).run(this.clock.now());
  }

  /** Lets the outbox work until nothing is due. */
  work(): Promise<void> {
    return this.server.app.get(OutboxDispatcher).drain();
  }

  /** Lets `seconds` go by, second by second, while the outbox works. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.clock.advance(1000);
      await this.current.events.deliverDue();
      await this.work();
    }
  }

  /** Taps 允许 so many times in WeChat's sheet and reports it, as the phone does. */
  async grant(unit: number, role: Role, times = 1, purpose: MessagePurpose = 'due-soon'): Promise<void> {
    const account = PEOPLE.find((each) => each.key === `${HEIHE_2022.key}/${String(unit)}/${role}`)!;
    const templateId = SAMPLE_TEMPLATES.purposes[purpose];
    for (let tap = 0; tap < times; tap += 1) {
      const answer = await fetch(`${this.current.url}/__sim/users/${encodeURIComponent(account.key)}/subscribe`, {
        method: 'POST',
        body: JSON.stringify({ appId, templateIds: [templateId], answers: { [templateId]: 'accept' } }),
      });
      const results = (await answer.json()) as Record<string, string>;
      await this.ask(account.unitName, role, { method: 'POST', url: '/api/consents', body: { results } });
    }
  }

  /** Every liaison and leader with a bound account has granted so much. */
  async grantAll(times = 1): Promise<void> {
    const templateId = SAMPLE_TEMPLATES.purposes['due-soon'];
    const bound = PEOPLE.filter(({ isBound, role }) => isBound && (role === 'liaison' || role === 'leader'));
    const openIds = bound.map(({ key }) => this.current.state.openidOf(appId, key));
    await this.server.transactions.run(async (tx) => {
      for (const openId of openIds) {
        for (let tap = 0; tap < times; tap += 1) {
          this.current.state.grants.add(openId, templateId);
          const choice = { openId, templateId, source: 'sheet', status: 'accept', eventKey: null } as const;
          await this.server.app.get(ConsentLedger).choose(tx, choice);
        }
      }
    });
  }

  deliveries(): Promise<readonly DeliveryRecord[]> {
    return this.rows<DeliveryRecord>(
      `SELECT d.id, u.name AS unit, d.state, d.reason, d.about, d.purpose
       FROM delivery d JOIN unit u ON u.id = d.unit_id ORDER BY u.number, d.id`,
    );
  }

  /** What stands on the phones, oldest first. */
  messages(): readonly { readonly userId: string; readonly text: string }[] {
    return this.current.state.mailbox.all().map(({ userId, lines }) => ({
      userId,
      text: lines.map((line) => line.value).join('｜'),
    }));
  }

  /** What the unit owes for May was handed in. */
  async handIn(unitName: string, kind = 'monthly-report'): Promise<void> {
    const id = await this.obligationId(unitName, kind);
    const sql = "UPDATE obligation SET met_at = ?, channel = 'app' WHERE id = ?";
    await this.server.transactions.run((tx) => tx.query(sql, [this.clock.now(), id]));
  }

  /** What the unit owes for May. */
  async obligationId(unitName: string, kind = 'monthly-report'): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE u.name = ? AND o.kind = ? AND o.period = '2022-05' ORDER BY o.ordinal DESC`,
      [unitName, kind],
    );
    return row!.id;
  }

  callList(): Promise<CallListView> {
    return this.view(LEAD, 'lead-officer', '/api/call-list');
  }

  inbox(unitName: string, role: Role): Promise<InboxView> {
    return this.view(unitName, role, '/api/inbox');
  }

  consents(unitName: string, role: Role): Promise<ConsentsView> {
    return this.view(unitName, role, '/api/consents');
  }

  /** Asks as whoever holds the role in the unit. */
  async ask(unitName: string, role: Role, request: Omit<TestRequest, 'as'>): Promise<LightMyRequestResponse> {
    // A session does not last the months that a story may take.
    const name = `${unitName} ${role} ${this.clock.now().slice(0, 10)}`;
    const token = this.tokens.get(name) ?? (await this.server.signInAs(unitName, role));
    this.tokens.set(name, token);
    return this.server.ask({ ...request, as: token });
  }

  rows<T extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
    return this.server.database.rows(sql, parameters);
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.current.close();
  }

  private async view<T>(unitName: string, role: Role, url: string): Promise<T> {
    return (await this.ask(unitName, role, { url })).json<T>();
  }
}

async function startServer(database: TestDatabase, simulator: Simulator): Promise<TestApplication> {
  const server = await startTestApplication({
    database,
    environment: { WECHAT_BASE_URL: simulator.url },
    seed: async (app) => {
      const openIdOf = (key: string): string => simulator.state.openidOf(appId, key);
      const parts = { transactions: app.get(Transactions), clock: app.get(Clock), ids: app.get(Ids) };
      await seedSamples({ ...parts, appId: app.get(MiniProgram).appId, openIdOf, groups: [HEIHE_2022] });
    },
  });
  const [group] = await server.database.rows<{ id: string }>('SELECT id FROM working_group');
  const opening = server.app.get(ObligationOpening);
  for (const period of ['2022-04', '2022-05', '2022-06']) await opening.openPeriod(group!.id, period);
  return server;
}

async function listen(server: TestApplication): Promise<string> {
  await server.app.listen(0, '127.0.0.1');
  return `${await server.app.getUrl()}/api/wechat/callback`;
}
