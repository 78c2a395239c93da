import type { EntityManager } from 'typeorm';
import { isFallen, type FallenRoot } from '@jiannuo/shared/supervision';
import { batchesOf, placesFor, type Database } from '../../../platform/database';
import { fallenLinks } from './fallen.records';

/** How many notices or obligations are asked about at once. */
const AT_ONCE = 150;

/** What a unit owes as its answer to a notice, and to what that goes back. */
interface Answer {
  readonly id: string;
  readonly unitId: string;
  /** The notice, or what the notice is about. */
  readonly about: string;
}

const ANSWERS = `t.answer_obligation_id AS id, t.unit_id AS unitId
  FROM supervision_notice n JOIN supervision_ticket t ON t.notice_id = n.id`;
const ANSWERS_TO = `SELECT n.id AS about, ${ANSWERS} WHERE t.answer_obligation_id IS NOT NULL AND n.id`;
/** A notice is about what it is linked to, or about what an item of a circular named that it is linked to. */
const ANSWERS_ABOUT = `SELECT n.link_id AS about, ${ANSWERS}
  WHERE t.answer_obligation_id IS NOT NULL AND n.link_id`;
const NAMED_ANSWERS = `SELECT c.obligation_id AS about, ${ANSWERS} JOIN supervision_circular c ON c.id = n.link_id
  WHERE t.answer_obligation_id IS NOT NULL AND c.obligation_id`;

/**
 * The answers of a group's units that rest, through however many notices, on something that fell away, each with that.
 * That a notice stands all the same (维持), or was corrected, makes nothing owed again: no graver one follows.
 */
export async function fallenRoots(
  database: Pick<Database, 'rows'>,
  groupId: string,
  tx?: EntityManager,
): Promise<ReadonlyMap<string, FallenRoot>> {
  const links = (await fallenLinks(database, { groupId, isStanding: false }, tx)).filter(({ link }) => isFallen(link));
  const fallen = new Map(links.map(({ row, link }) => [row.id, { unitId: row.unitId, root: link }]));
  const roots = new Map<string, FallenRoot>();
  let level = await next([ANSWERS_TO], fallen);
  while (level.size > 0) level = await next([ANSWERS_ABOUT, NAMED_ANSWERS], level);
  return roots;

  /** The answers to these notices, or to notices about these, that the same unit owes. */
  async function next(statements: readonly string[], below: Level): Promise<Level> {
    const found = new Map<string, Below>();
    for (const some of batchesOf([...below.keys()], AT_ONCE)) {
      for (const statement of statements) {
        const rows = await database.rows<Answer>(`${statement} IN (${placesFor(some)})`, some, tx);
        for (const { id, unitId, about } of rows) {
          const under = below.get(about);
          if (under?.unitId !== unitId || roots.has(id)) continue;
          roots.set(id, under.root);
          found.set(id, under);
        }
      }
    }
    return found;
  }
}

interface Below {
  readonly unitId: string;
  readonly root: FallenRoot;
}
type Level = ReadonlyMap<string, Below>;
