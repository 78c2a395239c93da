import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { NoticeState } from '@jiannuo/shared/supervision';
import { execute, lockRow, rowsIn } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { IssueSteps } from '../notices/issue.steps';
import { SupervisionJournal } from '../supervision.journal';

/** What a cleared finding concerns: notices on their way to being issued, and issued ones. A correction that is being written puts right. */
const CONCERNED = `group_id = ? AND link_id = ?
  AND (state = 'issued' OR (state IN ('draft', 'checking', 'checked') AND corrects_id IS NULL))`;

interface Concerned {
  readonly state: NoticeState;
  readonly isConfidential: boolean | number;
}

const REASON = '所依据的瞒报已认可说明，不算瞒报。';

/** What becomes of notices when the finding of 瞒报 they stand on is cleared (不算瞒报). */
@Injectable()
export class ClearedFindings {
  constructor(
    private readonly issues: IssueSteps,
    private readonly journal: SupervisionJournal,
  ) {}

  /**
   * Marks every notice that stands on a finding as standing on nothing any more, and tells who may know of it. What an
   * order or a warning asks of the unit is owed no more from that moment; the notice itself the lead unit still corrects
   * or declares void. Whoever cleared the finding learns nothing here: a confidential notice may be hidden from him.
   */
  async mark(
    tx: EntityManager,
    actor: Actor,
    { findingId, now }: { readonly findingId: string; readonly now: Instant },
  ): Promise<void> {
    const { groupId } = actor;
    const linked = `SELECT id FROM supervision_notice WHERE ${CONCERNED} ORDER BY id`;
    for (const { id } of await rowsIn<{ readonly id: string }>(tx, linked, [groupId, findingId])) {
      await lockRow(tx, 'supervision_notice', id);
      // Whoever held it may have issued it meanwhile: how it stands is read under the lock.
      const locked = `SELECT state, is_confidential AS isConfidential FROM supervision_notice WHERE id = ? AND ${CONCERNED}`;
      const [concerned] = await rowsIn<Concerned>(tx, locked, [id, groupId, findingId]);
      if (concerned === undefined) continue;
      const { state, isConfidential } = concerned;
      await execute(tx, 'UPDATE supervision_notice SET finding_cleared_at = ? WHERE id = ?', [now, id]);
      if (state === 'issued' && !isConfidential) {
        const notice = { id, groupId };
        await this.issues.close(tx, { actor, notice, action: 'finding-cleared', reason: REASON, now });
      }
      await this.journal.record(tx, { actor, groupId, noticeId: id, ticketId: null, action: 'finding-cleared', now });
    }
  }
}
