import type { EntityManager } from 'typeorm';
import { canShake, type NoticeKind, type NoticeState } from '@jiannuo/shared/supervision';
import { placesFor, type Database } from '../../../platform/database';
import { correctedBy } from '../ladder/ladder.corrections';

/** How far a record is followed to what rests on it. */
const LONGEST = 12;

interface Resting {
  readonly id: string;
  readonly state: NoticeState;
  readonly kind: NoticeKind;
}

/** What the ladder wrote about something owed cites what circulars named of it; a first order stands on that alone (Q25). */
const CITING = `SELECT n.id, n.state, n.kind FROM supervision_circular c JOIN supervision_notice n ON n.link_id = c.obligation_id
  WHERE n.group_id = ? AND n.number IS NOT NULL AND n.issued_at >= c.entered_at
    AND (n.proposal_key IS NOT NULL OR (n.kind = 'order' AND n.earlier_id IS NULL))`;

/**
 * The issued notices that rest on any of these records, by however many steps: what is about one (关联事项), what follows
 * one (前一份), clues that name one in what they rest on, and what cites an item of a circular as its reason. A
 * correction stands in the place of what it corrects: what rests on that rests on the correction.
 */
export async function restingOn(
  database: Pick<Database, 'rows'>,
  groupId: string,
  records: readonly string[],
  tx?: EntityManager,
): Promise<readonly string[]> {
  const found = new Map<string, Resting>();
  const citing = `${CITING} AND c.id IN (${placesFor(records)}) ORDER BY n.id`;
  let fresh: readonly Resting[] = await database.rows<Resting>(citing, [groupId, ...records], tx);
  let last = [...records, ...fresh.map(({ id }) => id)];
  for (const each of fresh) found.set(each.id, each);
  for (let step = 0; step < LONGEST && last.length > 0; step += 1) {
    const meant = [...new Set([...last, ...(await correctedBy(database, last, tx)).values()])];
    const places = placesFor(meant);
    const named = meant.map(() => 'INSTR(n.content, ?) > 0').join(' OR ');
    const rows = await database.rows<Resting>(
      `SELECT n.id, n.state, n.kind FROM supervision_notice n WHERE n.group_id = ? AND n.number IS NOT NULL
         AND (n.earlier_id IN (${places}) OR n.link_id IN (${places}) OR (n.kind = 'clue' AND (${named}))) ORDER BY n.id`,
      [groupId, ...meant, ...meant, ...meant.map((id) => `"${id}"`)],
      tx,
    );
    fresh = rows.filter(({ id }) => !found.has(id) && !records.includes(id));
    for (const each of fresh) found.set(each.id, each);
    last = fresh.map(({ id }) => id);
  }
  return [...found.values()].flatMap(({ id, state, kind }) => (state === 'issued' && canShake(kind) ? [id] : []));
}
