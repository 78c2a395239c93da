import type { EntityManager } from 'typeorm';
import { OPEN_TICKET_STATES, type LadderDeed } from '@jiannuo/shared/supervision';
import { placesFor, type Database } from '../../../platform/database';

export interface DeedRow extends LadderDeed {
  readonly about: string;
}

/** What was done about these tickets, by ticket, the earliest first. */
export async function deedsOf(
  database: Database,
  ticketIds: readonly string[],
  tx?: EntityManager,
): Promise<ReadonlyMap<string, readonly LadderDeed[]>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await database.rows<DeedRow>(
    `SELECT ticket_id AS about, action, happened_at AS at, due_at AS dueAt,
       CASE WHEN action = 'shake' THEN text ELSE '' END AS text
     FROM supervision_event WHERE ticket_id IN (${placesFor(ticketIds)}) ORDER BY happened_at, id`,
    ticketIds,
    tx,
  );
  return deedsBy(rows);
}

/** Deeds by what they were done about. */
export function deedsBy(rows: readonly DeedRow[]): ReadonlyMap<string, readonly LadderDeed[]> {
  const deeds = new Map<string, LadderDeed[]>();
  for (const { about, text = '', ...deed } of rows) {
    deeds.set(about, [...(deeds.get(about) ?? []), text === '' ? deed : { ...deed, text }]);
  }
  return deeds;
}

/** The tickets of that alias about which somebody has still to do something, as a condition. */
export function openTicket(ticket: string): string {
  return `${ticket}.state IN (${OPEN_TICKET_STATES.map((state) => `'${state}'`).join(', ')})`;
}

/** How many units of the notice `n` are not done, where it is a 挂牌: that it is taken off the list depends on it. */
export const UNFINISHED = `CASE WHEN n.kind = 'listing' THEN (SELECT COUNT(*) FROM supervision_ticket f
    WHERE f.notice_id = n.id AND f.part <> 'copy' AND ${openTicket('f')}) ELSE 0 END`;
