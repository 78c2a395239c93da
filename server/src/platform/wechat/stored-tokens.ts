import type { StoredValues, Transactions } from '../database';
import type { StoredToken, TokenStore } from './port/token-source';

/** Keeps access tokens in the database, so that several servers use the same one. */
export class StoredTokens implements TokenStore {
  constructor(
    private readonly values: StoredValues,
    private readonly transactions: Transactions,
  ) {}

  async read(key: string): Promise<StoredToken | null> {
    const text = await this.values.find(key);
    return text === null || text === '' ? null : (JSON.parse(text) as StoredToken);
  }

  async write(key: string, token: StoredToken): Promise<void> {
    await this.put(key, JSON.stringify(token));
  }

  async drop(key: string): Promise<void> {
    await this.put(key, '');
  }

  private async put(key: string, text: string): Promise<void> {
    await this.transactions.runWithoutKey((tx) => this.values.put(tx, key, text));
  }
}
