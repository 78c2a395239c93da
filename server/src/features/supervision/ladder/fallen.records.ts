import type { EntityManager } from 'typeorm';
import {
  canShake,
  fallenWords,
  type FallenLink,
  type GroundNote,
  type NoticeContent,
  type NoticeKind,
  type OwedChange,
} from '@jiannuo/shared/supervision';
import { batchesOf, placesFor, type Database } from '../../../platform/database';

/** A notice that was issued, of which what it is about may have fallen away. */
interface Row extends Omit<FallenLink, 'ground' | 'title' | 'changes'> {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly obligationId: string;
  /** Whose that is. */
  readonly unitId: string;
  readonly content: string;
  /** The circular whose item named it; null where the notice is about it itself. */
  readonly circular: string | null;
}

/** What of an issued notice's ground fell away, in words. */
export interface Fallen {
  readonly id: string;
  readonly words: string;
}

/** Whether the notice before still asks for what is owed, or was withdrawn from its unit alone. */
const IS_ASKED = `NOT EXISTS (SELECT 1 FROM supervision_ticket t JOIN supervision_notice e ON e.id = t.notice_id
  WHERE t.id = o.record_id AND e.id = n.earlier_id AND e.state IN ('voided', 'corrected'))`;
const MOVED = `(o.waived_at >= n.issued_at AND ${IS_ASKED})
    OR (o.waived_at IS NULL AND o.due_at > o.original_due_at AND (o.due_at > n.issued_at OR o.met_at < o.due_at))
    OR (o.waived_at IS NULL AND o.met_at < o.due_at AND o.channel <> 'app')`;
const STANDING = `SELECT n.id, n.kind, n.content, n.issued_at AS issuedAt, o.id AS obligationId, o.unit_id AS unitId,
    o.due_at AS dueAt, o.met_at AS metAt, o.channel, o.waived_at AS waivedAt, o.waive_reason AS waiveReason`;
/**
 * Notices about what was let off since, has a longer time, or came in time otherwise than through the app by its
 * first due time: of every other nothing fell away. An answer let off because the notice that asked for it ended is
 * no news to what stands on that notice: its end was.
 */
const MOVED_ON = `${STANDING}, NULL AS circular FROM supervision_notice n JOIN obligation o ON o.id = n.link_id
  WHERE n.group_id = ? AND (${MOVED})`;
/** The same of those about an item of a circular, and of what the item named. */
const NAMED_ON = `${STANDING}, c.title AS circular FROM supervision_circular c JOIN obligation o ON o.id = c.obligation_id
  JOIN supervision_notice n ON n.link_id = c.id
  WHERE n.group_id = ? AND c.withdrawn_at IS NULL AND (${MOVED})`;
/** The same of a clue, which rests on several. */
const CITED_BY = `${STANDING}, c.title AS circular FROM supervision_notice n
  JOIN supervision_circular c ON c.group_id = n.group_id JOIN obligation o ON o.id = c.obligation_id
  WHERE n.id = ? AND c.withdrawn_at IS NULL AND (${MOVED}) AND c.id IN`;
const ISSUED_CLUES = `SELECT n.id, n.content FROM supervision_notice n
  WHERE n.group_id = ? AND n.kind = 'clue' AND n.state = 'issued'`;
/** How many records are asked about at once. */
const AT_ONCE = 150;

/** Which notices are asked about: all of a group or this one, those that stand or also those that ended. */
interface Asked {
  readonly groupId: string;
  readonly id?: string;
  readonly isStanding: boolean;
}

/** Of which issued notices of a group, or of this one, what they are about fell away, as far as nobody was told of it yet. */
export async function fallenAmong(
  database: Database,
  asked: Omit<Asked, 'isStanding'>,
  tx?: EntityManager,
): Promise<readonly Fallen[]> {
  const links = await fallenLinks(database, { ...asked, isStanding: true }, tx);
  const shaken = links.filter(({ row }) => canShake(row.kind));
  const fallen: Fallen[] = [];
  for (const some of batchesOf(shaken, AT_ONCE)) {
    const notes = await notesOn(
      database,
      some.map(({ row }) => row.id),
      tx,
    );
    for (const { row, link } of some) {
      const words = fallenWords(link, notes.get(row.id) ?? []);
      if (words !== null) fallen.push({ id: row.id, words });
    }
  }
  return fallen;
}

/** Notices with what they are about, as it stands now, where that moved since. */
export async function fallenLinks(
  database: Pick<Database, 'rows'>,
  asked: Asked,
  tx?: EntityManager,
): Promise<readonly { readonly row: Row; readonly link: FallenLink }[]> {
  const { groupId, id, isStanding } = asked;
  const among = `AND (? IS NULL OR n.id = ?)${isStanding ? " AND n.state = 'issued'" : ''} ORDER BY n.id`;
  const parameters = [groupId, id ?? null, id ?? null];
  const rows = [
    ...(await database.rows<Row>(`${MOVED_ON} ${among}`, parameters, tx)),
    ...(await database.rows<Row>(`${NAMED_ON} ${among}`, parameters, tx)),
    ...(isStanding ? await citedBy(database, asked, tx) : []),
  ];
  const links: { row: Row; link: FallenLink }[] = [];
  for (const some of batchesOf(rows, AT_ONCE)) {
    const changes = await changesOf(database, some, tx);
    links.push(...some.map((row) => ({ row, link: linkOf(row, changes.get(row.obligationId) ?? []) })));
  }
  return links;
}

/** What moved of the items that issued clues rest on. */
async function citedBy(
  database: Pick<Database, 'rows'>,
  { groupId, id }: Asked,
  tx?: EntityManager,
): Promise<readonly Row[]> {
  const among = `${ISSUED_CLUES} AND (? IS NULL OR n.id = ?) ORDER BY n.id`;
  const parameters = [groupId, id ?? null, id ?? null];
  const cited: Row[] = [];
  for (const clue of await database.rows<Pick<Row, 'id' | 'content'>>(among, parameters, tx)) {
    const items = (JSON.parse(clue.content) as NoticeContent).dossier?.circularIds ?? [];
    if (items.length === 0) continue;
    const sql = `${CITED_BY} (${placesFor(items)}) ORDER BY c.id`;
    cited.push(...(await database.rows<Row>(sql, [clue.id, ...items], tx)));
  }
  return cited;
}

function linkOf(row: Row, changes: readonly OwedChange[]): FallenLink {
  const { link, ground } = JSON.parse(row.content) as NoticeContent;
  const title = row.circular === null ? (link?.name?.title ?? '') : `《${row.circular}》点名的事项`;
  return { ...row, ground, title, changes };
}

async function changesOf(
  database: Pick<Database, 'rows'>,
  rows: readonly Row[],
  tx?: EntityManager,
): Promise<ReadonlyMap<string, readonly OwedChange[]>> {
  const ids = rows.map(({ obligationId }) => obligationId);
  const sql = `SELECT obligation_id AS about, id, kind, at, from_due_at AS fromDueAt, to_due_at AS toDueAt
    FROM obligation_change WHERE obligation_id IN (${placesFor(ids)}) ORDER BY id`;
  return byRecord(await database.rows<OwedChange & About>(sql, ids, tx));
}

async function notesOn(
  database: Database,
  ids: readonly string[],
  tx?: EntityManager,
): Promise<ReadonlyMap<string, readonly GroundNote[]>> {
  const sql = `SELECT notice_id AS about, id, action, text FROM supervision_event
    WHERE notice_id IN (${placesFor(ids)}) AND ticket_id IS NULL AND action IN ('shake', 'keep') ORDER BY id`;
  return byRecord(await database.rows<GroundNote & About>(sql, ids, tx));
}

/** The notice or what is owed that a row is of. */
interface About {
  readonly about: string;
}

function byRecord<T extends About>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.about, [...(found.get(row.about) ?? []), row]);
  return found;
}
