import type { TemplateContract } from '../../templates/template-contract';
import { readingsOf, type Readings } from '../assumptions';
import type { SimulatedApp, SimulatedPages, SimulatedUser, SimulatorOptions } from '../options';
import { CodeBook } from './code-book';
import { FaultScript } from './fault-script';
import { GrantBook } from './grant-book';
import { Mailbox } from './mailbox';
import { SeededRandom } from './random';
import { CallLimits } from './call-limits';
import { RequestRecord } from './request-record';
import { TokenLedger } from './token-ledger';

/** A mini program code that was drawn. */
export interface DrawnCode {
  readonly appId: string;
  readonly scene: string;
  readonly page: string;
  readonly envVersion: string;
  readonly at: string;
}

/** Everything the simulated WeChat knows. */
export class SimulatorState {
  readonly random: SeededRandom;
  readonly codes: CodeBook;
  readonly grants = new GrantBook();
  readonly mailbox = new Mailbox();
  readonly faults = new FaultScript();
  readonly limits = new CallLimits();
  readonly requests: RequestRecord;
  readonly drawnCodes: DrawnCode[] = [];
  readonly blockedUsers = new Set<string>();
  readonly bannedTemplates = new Set<string>();
  readonly deletedTemplates = new Set<string>();
  readonly bannedApps = new Set<string>();
  readonly unauthorizedApps = new Set<string>();
  readonly sensitiveWords = new Set<string>();
  readonly sendsInFlight = new Set<string>();
  readonly limitedSends = new Set<string>();
  readings: Readings;
  latencyMs: number;
  readonly pages: SimulatedPages;
  private readonly tokenLedgers = new Map<string, TokenLedger>();
  private readonly people = new Map<string, SimulatedUser>();
  private readonly openids = new Map<string, string>();
  private readonly owners = new Map<string, SimulatedUser>();

  constructor(readonly options: SimulatorOptions) {
    this.random = new SeededRandom(options.seed);
    this.codes = new CodeBook(this.random);
    this.requests = new RequestRecord(this.random);
    this.readings = readingsOf(options.profile, options.readings);
    this.latencyMs = options.latencyMs ?? 0;
    this.pages = 'published' in options.appPages ? options.appPages : { published: options.appPages, trial: [] };
    for (const app of options.apps) this.tokenLedgers.set(app.appId, new TokenLedger(this.random));
    for (const user of options.users) this.addUser(user);
  }

  /** The present instant as text. */
  now(): string {
    return this.options.clock.now();
  }

  /** The present instant in milliseconds. */
  nowMs(): number {
    return Date.parse(this.now());
  }

  /** The app with this id, or null. */
  app(appId: string): SimulatedApp | null {
    return this.options.apps.find((app) => app.appId === appId) ?? null;
  }

  /** Gives one more person a phone with WeChat, or an existing one other particulars. */
  addUser(user: SimulatedUser): void {
    this.people.set(user.id, user);
    for (const { appId } of this.options.apps) this.owners.set(`${appId}|${this.openidOf(appId, user.id)}`, user);
  }

  /** Everybody with a phone. */
  users(): readonly SimulatedUser[] {
    return [...this.people.values()];
  }

  /** The person with this id, or null. */
  user(userId: string): SimulatedUser | null {
    return this.people.get(userId) ?? null;
  }

  /** The template with this id, unless it was deleted, or null. */
  template(templateId: string): TemplateContract | null {
    if (this.deletedTemplates.has(templateId)) return null;
    return this.options.templates.find((template) => template.priTmplId === templateId) ?? null;
  }

  /** The person's openid in an app: always the same there, another one in another app. */
  openidOf(appId: string, userId: string): string {
    const key = `${appId}|${userId}`;
    const known = this.openids.get(key);
    if (known !== undefined) return known;
    const openid = `o${this.random.fixed(27, 'openid', appId, userId)}`;
    this.openids.set(key, openid);
    return openid;
  }

  /** Whose openid this is in the app, or null. */
  userOf(appId: string, openid: string): SimulatedUser | null {
    return this.owners.get(`${appId}|${openid}`) ?? null;
  }

  /** The access tokens of an app. */
  tokensOf(appId: string): TokenLedger {
    const ledger = this.tokenLedgers.get(appId);
    if (ledger === undefined) throw new Error(`no app ${appId} in the simulator`);
    return ledger;
  }

  /** The app whose token this is, or null. */
  appOfToken(token: string): SimulatedApp | null {
    return this.options.apps.find((app) => this.tokensOf(app.appId).knows(token)) ?? null;
  }
}
