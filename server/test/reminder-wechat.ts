import { demoAccounts } from '../src/features/samples';
import type { SettableClock } from '../src/platform/clock';
import { DEMO_CREDENTIALS, MemoryTokenStore, SAMPLE_TEMPLATES, WechatClient } from '../src/platform/wechat';
import { startSimulator, type Simulator } from '../src/platform/wechat/simulator';

const { appId, secret, pushToken, pushKey } = DEMO_CREDENTIALS;
/** Pages that a message may open. */
const PAGES = ['pages/home/index', 'pages/notice/index'];
/** Real milliseconds; a test on a busy machine must not take slowness for silence. */
const TIMEOUT = 10_000;

/** A simulated WeChat with the people of the samples, where everybody always has the same openid. */
export async function startWechat(clock: SettableClock, callbackUrl: string | null): Promise<Simulator> {
  const callback = { url: callbackUrl ?? '', token: pushToken, encodingAesKey: pushKey } as const;
  const pushes = { callback: { ...callback, mode: 'safe', format: 'json' } } as const;
  return startSimulator({
    port: 0,
    clock,
    seed: 7,
    profile: 'strict',
    templates: SAMPLE_TEMPLATES.templates,
    appPages: PAGES,
    apps: [{ appId, secret, ...(callbackUrl === null ? {} : pushes) }],
    users: demoAccounts().map(({ key, phone }) => ({ id: key, phone })),
  });
}

/** The client that the server under test uses. */
export function clientOf(simulator: Simulator, clock: SettableClock, timeoutMs = TIMEOUT): WechatClient {
  return new WechatClient({
    baseUrl: simulator.url,
    appId,
    secret,
    fetch,
    clock,
    tokenStore: new MemoryTokenStore(),
    tokenInQuery: true,
    log: () => undefined,
    timeoutMs,
    random: () => 0,
  });
}
