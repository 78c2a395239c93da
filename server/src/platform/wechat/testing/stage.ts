import type { WechatLogEntry } from '../port/wechat-call';
import { WechatClient, type WechatClientParts } from '../port/wechat-client';
import { MemoryTokenStore } from '../port/token-source';
import type { SimulatorOptions } from '../simulator/options';
import { startSimulator, type Simulator } from '../simulator/start-simulator';
import { SAMPLE_TEMPLATES } from '../templates/sample-templates';

/** A clock that stands still until it is moved. */
export class StageClock {
  private milliseconds: number;

  constructor(start: string) {
    this.milliseconds = Date.parse(start);
  }

  now(): string {
    return new Date(this.milliseconds).toISOString();
  }

  /** Moves the clock on. */
  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

export const APP_ID = 'wx1234567890abcdef';
export const SECRET = 'app-secret-of-the-stage-0123456789';

/** A simulator, its clock, and what the port wrote to its log. */
export interface Stage {
  readonly clock: StageClock;
  readonly simulator: Simulator;
  readonly log: WechatLogEntry[];
  /** A client of the simulator, with single parts replaced. */
  client(parts?: Partial<WechatClientParts>): WechatClient;
  /** Asks a path of WeChat's side as it is, and gives status and parsed answer. */
  ask(path: string, request?: RequestInit): Promise<{ status: number; body: Record<string, unknown>; text: string }>;
  /** Uses the control side. */
  control(path: string, body?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Opens a stage with one app, two officers and the sample templates. */
export async function openStage(options: Partial<SimulatorOptions> = {}): Promise<Stage> {
  const clock = new StageClock('2022-05-17T01:00:00.000Z');
  const simulator = await startSimulator({
    port: 0,
    clock,
    seed: 7,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: ['pages/home/index', 'pages/report/index'],
    apps: [{ appId: APP_ID, secret: SECRET }],
    users: [
      { id: 'officer', phone: '13800000101' },
      { id: 'lead', phone: '13800000102' },
    ],
    ...options,
  });
  const log: WechatLogEntry[] = [];
  return {
    clock,
    simulator,
    log,
    client: (parts = {}) =>
      new WechatClient({
        baseUrl: simulator.url,
        appId: APP_ID,
        secret: SECRET,
        fetch,
        clock,
        tokenStore: new MemoryTokenStore(),
        tokenInQuery: true,
        log: (entry) => log.push(entry),
        ...parts,
      }),
    async ask(path, request = {}) {
      const answer = await fetch(`${simulator.url}${path}`, request);
      const text = await answer.text();
      return { status: answer.status, text, body: JSON.parse(text) as Record<string, unknown> };
    },
    async control(path, body) {
      const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const answer = await fetch(`${simulator.url}/__sim${path}`, request);
      return (await answer.json()) as Record<string, unknown>;
    },
    close: () => simulator.close(),
  };
}
