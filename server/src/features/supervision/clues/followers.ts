import type { EntityManager } from 'typeorm';
import type { NoticeContent, NoticeState } from '@jiannuo/shared/supervision';
import type { Ids } from '../../../platform/clock';
import { execute, insertRows, rowsIn } from '../../../platform/database';

/** An officer of the lead unit who is in his post. */
export interface Officer {
  readonly id: string;
  readonly name: string;
}

interface Held {
  readonly state: NoticeState;
  readonly content: string;
}

const HANDS = `SELECT DISTINCT a.id, p.name FROM supervision_event e JOIN appointment h ON h.id = e.by_appointment_id
  JOIN appointment a ON a.person_id = h.person_id JOIN person p ON p.id = a.person_id
  WHERE e.notice_id = ? AND e.ticket_id IS NULL AND e.action IN ('draft', 'edit', 'send', 'check', 'issue')
    AND a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL ORDER BY a.id`;
const GONE = `SELECT r.appointment_id AS id FROM supervision_reader r JOIN appointment a ON a.id = r.appointment_id
  WHERE r.notice_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NOT NULL`;

/**
 * The officers in their posts who wrote, checked or issued a notice, and where none of them is left, the one that it
 * corrects or follows, and so on: they know of the matter already. Nobody where all of them have left.
 */
export async function officersWhoHad(
  tx: EntityManager,
  groupId: string,
  noticeId: string | null,
): Promise<readonly Officer[]> {
  for (let id = noticeId; id !== null;) {
    const officers = await rowsIn<Officer>(tx, HANDS, [id, groupId]);
    if (officers.length > 0) return officers;
    const before = 'SELECT COALESCE(corrects_id, earlier_id) AS id FROM supervision_notice WHERE id = ?';
    const [next] = await rowsIn<{ readonly id: string | null }>(tx, before, [id]);
    id = next?.id ?? null;
  }
  return [];
}

/**
 * Puts officers in the place of those readers of the lead unit who left. These stay named, with who follows them; what is
 * not issued yet names the followers in its text, so that it can go on.
 */
export async function putInPlace(
  tx: EntityManager,
  ids: Ids,
  noticeId: string,
  followers: readonly [Officer, ...Officer[]],
): Promise<void> {
  const gone = (await rowsIn<{ readonly id: string }>(tx, GONE, [noticeId])).map(({ id }) => id);
  for (const id of gone) {
    const sql = `UPDATE supervision_reader SET successor_id = ?
      WHERE notice_id = ? AND appointment_id = ? AND successor_id IS NULL`;
    await execute(tx, sql, [followers[0].id, noticeId, id]);
  }
  await insertRows(
    tx,
    'supervision_reader',
    followers.map(({ id }) => ({ id: ids.next(), notice_id: noticeId, appointment_id: id, successor_id: null })),
  );
  const [held] = await rowsIn<Held>(tx, 'SELECT state, content FROM supervision_notice WHERE id = ?', [noticeId]);
  if (held === undefined || held.state === 'issued') return;
  const content = JSON.parse(held.content) as NoticeContent;
  const readerIds = [...content.readerIds.filter((id) => !gone.includes(id)), ...followers.map(({ id }) => id)];
  const sql = 'UPDATE supervision_notice SET content = ?, version = version + 1 WHERE id = ?';
  await execute(tx, sql, [JSON.stringify({ ...content, readerIds }), noticeId]);
}
