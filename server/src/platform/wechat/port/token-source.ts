/** Reads the present instant. */
export interface WechatClock {
  now(): string;
}

/** An access token and the instant from which WeChat no longer takes it. Tokens have 512 characters and may grow. */
export interface StoredToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Where tokens are kept between calls, shared by all instances if possible. */
export interface TokenStore {
  read(key: string): Promise<StoredToken | null>;
  write(key: string, token: StoredToken): Promise<void>;
  drop(key: string): Promise<void>;
}

/** A token store for one process. */
export class MemoryTokenStore implements TokenStore {
  private readonly tokens = new Map<string, StoredToken>();

  read(key: string): Promise<StoredToken | null> {
    return Promise.resolve(this.tokens.get(key) ?? null);
  }

  write(key: string, token: StoredToken): Promise<void> {
    this.tokens.set(key, token);
    return Promise.resolve();
  }

  drop(key: string): Promise<void> {
    this.tokens.delete(key);
    return Promise.resolve();
  }
}

/** WeChat hands out the next token in the last 300 s of a token; we ask for it a little after that begins. */
const RENEW_BEFORE_END_MS = 240_000;

interface TokenSourceParts {
  readonly key: string;
  readonly clock: WechatClock;
  readonly store: TokenStore;
  /** Asks WeChat for the stable token in normal mode: the same for everybody who asks, so nobody's token dies of it. */
  readonly fetchToken: () => Promise<{ readonly token: string; readonly lifeSeconds: number }>;
}

/** Gives the access token, from the store while it lives, and asks WeChat once at a time. */
export class TokenSource {
  private pending: Promise<string> | null = null;

  constructor(private readonly parts: TokenSourceParts) {}

  /** The access token to use now. */
  async current(): Promise<string> {
    const stored = await this.parts.store.read(this.parts.key);
    if (stored !== null && this.millisecondsLeft(stored) > RENEW_BEFORE_END_MS) return stored.token;
    return this.renew();
  }

  /** The token to use after WeChat refused `refused`. What another call has put in its place meanwhile is kept. */
  async replace(refused: string): Promise<string> {
    const stored = await this.parts.store.read(this.parts.key);
    if (stored !== null && stored.token !== refused) return stored.token;
    await this.parts.store.drop(this.parts.key);
    return this.renew();
  }

  private renew(): Promise<string> {
    this.pending ??= this.fetchAndStore().finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  private async fetchAndStore(): Promise<string> {
    const { token, lifeSeconds } = await this.parts.fetchToken();
    const expiresAt = new Date(Date.parse(this.parts.clock.now()) + lifeSeconds * 1000).toISOString();
    await this.parts.store.write(this.parts.key, { token, expiresAt });
    return token;
  }

  private millisecondsLeft(stored: StoredToken): number {
    return Date.parse(stored.expiresAt) - Date.parse(this.parts.clock.now());
  }
}
