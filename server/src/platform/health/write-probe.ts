import type { Clock } from '../clock';
import { execute, type Transactions } from '../database';
import { insertMissing } from '../database/insert-missing';

const NAME = 'write-probe';

/** Proves that something can be kept, by keeping the moment of the proof; everybody who asks meanwhile shares it. */
export class WriteProbe {
  private running: Promise<void> | null = null;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws what the database says when nothing can be kept. */
  async prove(): Promise<void> {
    this.running ??= this.write().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  private async write(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.runWithoutKey(async (tx) => {
      const isKnown = (await execute(tx, 'UPDATE heartbeat SET beat_at = ? WHERE name = ?', [now, NAME])) > 0;
      if (!isKnown) await insertMissing(tx, 'heartbeat', [{ name: NAME, beat_at: now }]);
    });
  }
}
