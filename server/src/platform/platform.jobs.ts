import type { Attachments } from './attachments';
import type { AuditChain } from './audit';
import { DAY, later } from './clock';
import { execute, type Transactions } from './database';
import type { Sessions } from './identity';
import type { Ticker } from './schedule';

/** How long a phone may come back with a write it is not sure of, in milliseconds. */
const RECORDS_KEPT = 14 * DAY;
/** How long ended sessions are kept, so that "who was signed in" can be answered. */
const SESSIONS_KEPT = 90 * DAY;

/** Registers the platform's own housekeeping. */
export function registerPlatformJobs(
  ticker: Ticker,
  parts: {
    readonly chain: AuditChain;
    readonly sessions: Sessions;
    readonly transactions: Transactions;
    readonly attachments: Attachments;
  },
): void {
  ticker.register({
    name: 'audit.seal',
    everySeconds: 5,
    run: async () => {
      await parts.chain.seal();
    },
  });
  ticker.register({
    name: 'platform.forget',
    everySeconds: 3600,
    run: async (now) => {
      await parts.sessions.forgetEnded(later(now, -SESSIONS_KEPT));
      const sql = 'DELETE FROM idempotency_record WHERE recorded_at < ?';
      await parts.transactions.run((tx) => execute(tx, sql, [later(now, -RECORDS_KEPT)]));
      await parts.attachments.sweep();
    },
  });
}
