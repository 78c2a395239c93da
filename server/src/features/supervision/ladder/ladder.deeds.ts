import type { LadderDeed } from '@jiannuo/shared/supervision';
import { batchesOf, placesFor, type Database } from '../../../platform/database';
import { deedsBy, deedsOf, type DeedRow } from '../tickets/ticket.deeds';
import { correctedBy, rungsOf } from './ladder.corrections';

/** Something owed, with the ticket and the notice that ask for it; null where the regulation itself does. */
interface Owed {
  readonly id: string;
  readonly unitId: string;
  readonly ticketId: string | null;
  readonly lastId: string | null;
}
interface EarlierTicket {
  readonly id: string;
  readonly noticeId: string;
  readonly unitId: string;
}

const MOVED_DUE_TIMES = `SELECT obligation_id AS about, 'move-due' AS action, at, to_due_at AS dueAt FROM obligation_change
  WHERE obligation_id IN (?) AND to_due_at <> from_due_at ORDER BY at, id`;
/** How many notices are asked about at once. */
const AT_ONCE = 150;

/**
 * What was done about these, by what is owed, the earliest first: about the ticket with those which it took the place of
 * by corrections, or where no ticket asks for it, how its due time moved.
 */
export async function deedsAbout(
  database: Database,
  rows: readonly Owed[],
): Promise<ReadonlyMap<string, readonly LadderDeed[]>> {
  const before = await ticketsBefore(database, rows);
  const tickets = rows.flatMap(({ id, ticketId }) => [...(before.get(id) ?? []), ticketId ?? []].flat());
  const ofTickets = await deedsOf(database, tickets);
  const others = rows.flatMap(({ id, ticketId }) => (ticketId === null ? [id] : []));
  const moved =
    others.length === 0 ? [] : await database.rows<DeedRow>(MOVED_DUE_TIMES.replace('?', placesFor(others)), others);
  const ofOthers = deedsBy(moved);
  return new Map(
    rows.map(({ id, ticketId }) => {
      if (ticketId === null) return [id, ofOthers.get(id) ?? []];
      const corrected = (before.get(id) ?? []).flatMap((ticket) => (ofTickets.get(ticket) ?? []).map(asCorrected));
      return [id, [...corrected, ...(ofTickets.get(ticketId) ?? [])]];
    }),
  );
}

/** On a ticket that came to an end by a correction its last line says so: from then on the next one is meant. */
function asCorrected(deed: LadderDeed): LadderDeed {
  return deed.action === ('correct' as string) ? { ...deed, action: 'renew' } : deed;
}

/** The tickets that units had of notices which were corrected since, by what is owed now, the earliest first. */
async function ticketsBefore(
  database: Database,
  rows: readonly Owed[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const corrected = await correctedBy(
    database,
    rows.flatMap(({ lastId }) => lastId ?? []),
  );
  const byNotice = new Map<string, EarlierTicket[]>();
  for (const some of batchesOf([...new Set(corrected.values())], AT_ONCE)) {
    const sql = `SELECT id, notice_id AS noticeId, unit_id AS unitId FROM supervision_ticket
      WHERE notice_id IN (${placesFor(some)}) AND part <> 'copy'`;
    for (const ticket of await database.rows<EarlierTicket>(sql, some)) {
      byNotice.set(ticket.noticeId, [...(byNotice.get(ticket.noticeId) ?? []), ticket]);
    }
  }
  return new Map(
    rows.map(({ id, unitId, lastId }) => {
      const [, ...earlier] = rungsOf(lastId, corrected);
      const tickets = earlier.reverse().flatMap((noticeId) => byNotice.get(noticeId) ?? []);
      return [id, tickets.flatMap((ticket) => (ticket.unitId === unitId ? [ticket.id] : []))];
    }),
  );
}
