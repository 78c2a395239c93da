import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { forUpdate, rowsIn } from '../../../platform/database';

/** Something that a ticket asks of its unit. */
interface Owed {
  readonly id: string;
  readonly ticketId: string;
  /** Whether it is the answer, and not the signature. */
  readonly isAnswer: boolean;
}

/** Since when a notice waits for the lead unit to say what holds. */
const SINCE = `SELECT MIN(s.at) FROM supervision_event s
  WHERE s.notice_id = ? AND s.ticket_id IS NULL AND s.action = 'shake' AND NOT EXISTS (
    SELECT 1 FROM supervision_event k
    WHERE k.notice_id = s.notice_id AND k.ticket_id IS NULL AND k.action = 'keep' AND k.id > s.id)`;

/**
 * What the units of a notice owed between the moment when its ground fell away and `until`, and did not do in time, as
 * signature or as answer: also what came meanwhile, late by that wait alone. Locked, as it stands now.
 */
export async function dueMeanwhile(tx: EntityManager, noticeId: string, until: Instant): Promise<readonly Owed[]> {
  const found: Owed[] = [];
  for (const column of ['sign_obligation_id', 'answer_obligation_id']) {
    const sql = `SELECT o.id, t.id AS ticketId FROM supervision_ticket t JOIN obligation o ON o.id = t.${column}
      WHERE t.notice_id = ? AND t.state <> 'withdrawn' AND o.waived_at IS NULL AND o.due_at >= (${SINCE}) AND o.due_at < ?
        AND (o.met_at IS NULL OR o.met_at >= o.due_at)
      ORDER BY t.id ${forUpdate(tx)}`;
    const rows = await rowsIn<Omit<Owed, 'isAnswer'>>(tx, sql, [noticeId, noticeId, until]);
    found.push(...rows.map((row) => ({ ...row, isAnswer: column === 'answer_obligation_id' })));
  }
  return found;
}
