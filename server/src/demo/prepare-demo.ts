import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demoAccounts } from '../features/samples';
import { SettableClock } from '../platform/clock';
import { Configuration } from '../platform/configuration';
import type { RequestLimits } from '../platform/http';
import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../platform/wechat';
import { startSimulator, type Simulator } from '../platform/wechat/simulator';
import { DemoHistory } from './demo-history';
import { DemoMemory } from './demo-memory';
import { DEMO_START, DemoWorld } from './demo-world';
import { DemoModule } from './demo.module';
import { MINI_PROGRAM_PAGES } from './mini-program-pages';

/** What a server in demo mode is started with. */
export interface PreparedDemo {
  readonly configuration: Configuration;
  readonly clock: SettableClock;
  readonly limits: RequestLimits;
  readonly additions: readonly DynamicModule[];
  /** Fills an empty database with the samples and their history, or goes on with what is there; call it before the server listens. */
  fill(app: NestFastifyApplication): Promise<void>;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The demo's people act all at once, from one address. */
const GENEROUS: RequestLimits = { perAddress: 1e6, perSession: 1e6, signInPerAddress: 1e6 };

/** Starts the simulated WeChat and everything else that is only played. The environment must ask for demo mode. */
export async function prepareDemo(environment: Environment): Promise<PreparedDemo> {
  const port = new Configuration(environment).port;
  const clock = new SettableClock(DEMO_START);
  const open = (at: number): Promise<Simulator> => startDemoWechat(clock, { simulatorPort: at, serverPort: port });
  const first = await open(0);
  const world: DemoWorld = new DemoWorld(clock, first, async () => {
    await world.simulator.close();
    return open(Number(new URL(first.url).port));
  });
  return {
    configuration: new Configuration({ ...environment, WECHAT_BASE_URL: first.url }),
    clock,
    limits: GENEROUS,
    additions: [DemoModule.with(world)],
    fill: async (app) => {
      if (!(await app.get(DemoMemory).recall())) await app.get(DemoHistory).play();
    },
    close: () => world.simulator.close(),
  };
}

function startDemoWechat(
  clock: SettableClock,
  ports: { readonly simulatorPort: number; readonly serverPort: number },
): Promise<Simulator> {
  const { appId, secret, pushToken, pushKey } = DEMO_CREDENTIALS;
  return startSimulator({
    port: ports.simulatorPort,
    clock,
    seed: 2022,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: MINI_PROGRAM_PAGES,
    apps: [
      {
        appId,
        secret,
        callback: {
          url: `http://127.0.0.1:${String(ports.serverPort)}/api/wechat/callback`,
          token: pushToken,
          encodingAesKey: pushKey,
          mode: 'safe',
          format: 'xml',
        },
      },
    ],
    users: demoAccounts().map(({ key, phone }) => ({ id: key, phone })),
  });
}
