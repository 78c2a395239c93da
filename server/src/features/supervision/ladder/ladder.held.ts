import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { batchesOf, placesFor, type Database } from '../../../platform/database';

/** How many obligations are asked about at once. */
const AT_ONCE = 150;

/** Something owed that has more time than it had, and until when; what is asked about it is held till then. */
interface Held {
  readonly id: string;
  readonly unitId: string;
  readonly dueAt: Instant;
}
interface Answer extends Pick<Held, 'id' | 'unitId'> {
  readonly about: string;
}

const EXTENDED = `SELECT id, unit_id AS unitId, due_at AS dueAt FROM obligation
  WHERE group_id = ? AND due_at > ? AND due_at > original_due_at AND met_at IS NULL AND waived_at IS NULL`;
const ANSWERS = `SELECT t.answer_obligation_id AS id, t.unit_id AS unitId, n.link_id AS about
  FROM supervision_notice n JOIN supervision_ticket t ON t.notice_id = n.id
  WHERE n.state = 'issued' AND t.answer_obligation_id IS NOT NULL`;

/**
 * The answers of a group's units that rest, through however many notices, on what was given more time and is not due yet,
 * each until when. That a notice stands all the same (维持) takes no time back: no graver one follows before.
 */
export async function heldByMoreTime(
  database: Pick<Database, 'rows'>,
  groupId: string,
  now: Instant,
  tx?: EntityManager,
): Promise<ReadonlyMap<string, Instant>> {
  const held = new Map<string, Instant>();
  let level = await database.rows<Held>(EXTENDED, [groupId, now], tx);
  while (level.length > 0) {
    const found: Held[] = [];
    for (const some of batchesOf(level, AT_ONCE)) {
      const about = new Map(some.map((each) => [each.id, each]));
      const sql = `${ANSWERS} AND n.link_id IN (${placesFor(some)})`;
      for (const { id, unitId, about: on } of await database.rows<Answer>(sql, [...about.keys()], tx)) {
        const root = about.get(on);
        if (root?.unitId !== unitId || held.has(id)) continue;
        held.set(id, root.dueAt);
        found.push({ id, unitId, dueAt: root.dueAt });
      }
    }
    level = found;
  }
  return held;
}
