import { Injectable } from '@nestjs/common';
import type { Instant, MessageRegistry } from '@jiannuo/shared/kernel';
import { SUPERVISION_MESSAGES } from '@jiannuo/shared/supervision';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, Transactions } from '../../../platform/database';
import { GroupQueries } from '../../people';
import { LadderChecks, type Lapse } from './ladder.checks';
import { eventOf } from './ladder.draft';

/** Why a proposal lapsed is kept in the sentence that people would read. */
const WORDS: MessageRegistry = SUPERVISION_MESSAGES;

/**
 * Takes back what the ladder proposed and nobody has taken up (art. 13), once nothing rests on it any more, and what was
 * declined for now, once its day has come.
 */
@Injectable()
export class LapseCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly groups: GroupQueries,
    private readonly checks: LadderChecks,
    private readonly audit: Audit,
  ) {}

  /** Takes back every such proposal of every group, with the reason. It may be proposed anew when the record says so again. */
  async lapseAll(now: Instant): Promise<void> {
    for (const { id } of await this.groups.groups()) {
      const lapses = [...(await this.checks.lapsed(id, now)), ...(await this.checks.toLookAt(id, now))];
      for (const lapse of lapses) await this.lapse(id, lapse, now);
    }
  }

  private lapse(groupId: string, { id, why }: Lapse, now: Instant): Promise<null> {
    return this.transactions.run(async (tx) => {
      const sql = `UPDATE supervision_notice SET state = 'lapsed', proposal_key = NULL, look_again_at = NULL,
          version = version + 1, moved_at = ?
        WHERE id = ? AND (state = 'proposed' OR (state = 'declined' AND look_again_at <= ?))`;
      if ((await execute(tx, sql, [now, id, now])) === 0) return null;
      const text = WORDS[why.code]?.(why.facts) ?? '';
      await insertRows(tx, 'supervision_event', [
        eventOf({ id: this.ids.next(), groupId, noticeId: id, action: 'lapse', text, now }),
      ]);
      await this.audit.record(tx, {
        actor: 'system',
        groupId,
        action: 'supervision.lapse',
        subject: { kind: 'notice', id },
        detail: { code: why.code },
      });
      return null;
    });
  }
}
