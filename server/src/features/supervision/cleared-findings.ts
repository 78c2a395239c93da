import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, lockRow, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { SupervisionJournal } from './supervision.journal';

/** What a cleared finding concerns: notices on their way to being issued, and issued ones. A correction that is being written puts right. */
const CONCERNED = `SELECT id FROM supervision_notice WHERE group_id = ? AND link_id = ?
  AND (state = 'issued' OR (state IN ('draft', 'checking', 'checked') AND corrects_id IS NULL)) ORDER BY id`;

/** What becomes of notices when the finding of 瞒报 they stand on is cleared (不算瞒报). */
@Injectable()
export class ClearedFindings {
  constructor(private readonly journal: SupervisionJournal) {}

  /**
   * Marks every notice that stands on a finding as standing on nothing any more, and tells who may know of it. Whoever
   * cleared the finding learns nothing here: a confidential notice may be hidden from him.
   */
  async mark(
    tx: EntityManager,
    actor: Actor,
    { findingId, now }: { readonly findingId: string; readonly now: Instant },
  ): Promise<void> {
    const { groupId } = actor;
    for (const { id } of await rowsIn<{ readonly id: string }>(tx, CONCERNED, [groupId, findingId])) {
      await lockRow(tx, 'supervision_notice', id);
      await execute(tx, 'UPDATE supervision_notice SET finding_cleared_at = ? WHERE id = ?', [now, id]);
      await this.journal.record(tx, { actor, groupId, noticeId: id, ticketId: null, action: 'finding-cleared', now });
    }
  }
}
