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

/** An issued notice of which what it is about may have fallen away. */
interface Row extends Omit<FallenLink, 'ground' | 'title' | 'changes'> {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly obligationId: string;
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
    OR (o.due_at > o.original_due_at AND (o.due_at > n.issued_at OR o.met_at < o.due_at))
    OR (o.met_at < o.due_at AND o.channel <> 'app')`;
/** What of that is known of the record alone, which leaves few items to look for in notices. */
const MAY_HAVE_MOVED = `o.waived_at IS NOT NULL OR o.due_at > o.original_due_at OR (o.met_at < o.due_at AND o.channel <> 'app')`;
const STANDING = `SELECT n.id, n.kind, n.content, n.issued_at AS issuedAt, o.id AS obligationId, o.due_at AS dueAt,
    o.met_at AS metAt, o.channel, o.waived_at AS waivedAt, o.waive_reason AS waiveReason`;
/**
 * Issued notices about what was let off since, has a longer time, or came in time otherwise than through the app by its
 * first due time: of every other nothing fell away. An answer let off because the notice that asked for it ended is
 * no news to what stands on that notice: its end was.
 */
const MOVED_ON = `${STANDING}, NULL AS circular FROM supervision_notice n JOIN obligation o ON o.id = n.link_id
  WHERE n.group_id = ? AND n.state = 'issued' AND (${MOVED})`;
/** The same of those about an item of a circular, or resting on one as a clue does, and of what the item named. */
const NAMED_ON = `${STANDING}, c.title AS circular FROM supervision_circular c
  JOIN obligation o ON o.id = c.obligation_id
  JOIN supervision_notice n ON n.group_id = c.group_id AND (n.link_id = c.id OR (n.kind = 'clue' AND INSTR(n.content, c.id) > 0))
  WHERE n.group_id = ? AND c.withdrawn_at IS NULL AND n.state = 'issued' AND (${MAY_HAVE_MOVED}) AND (${MOVED})`;
/** How many records are asked about at once. */
const AT_ONCE = 150;

/** Of which issued notices of a group, or of this one, what they are about fell away, as far as nobody was told of it yet. */
export async function fallenAmong(
  database: Database,
  { groupId, id }: { readonly groupId: string; readonly id?: string },
  tx?: EntityManager,
): Promise<readonly Fallen[]> {
  const [one, parameters] = id === undefined ? ['', [groupId]] : [' AND n.id = ?', [groupId, id]];
  const moved = await database.rows<Row>(`${MOVED_ON}${one} ORDER BY n.id`, parameters, tx);
  const named = await database.rows<Row>(`${NAMED_ON}${one} ORDER BY n.id`, parameters, tx);
  const rows = [...moved, ...named].filter(({ kind }) => canShake(kind));
  const fallen: Fallen[] = [];
  for (const some of batchesOf(rows, AT_ONCE)) {
    const changes = await changesOf(database, some, tx);
    const notes = await notesOn(database, some, tx);
    for (const row of some) {
      const words = fallenWords(linkOf(row, changes.get(row.obligationId) ?? []), notes.get(row.id) ?? []);
      if (words !== null) fallen.push({ id: row.id, words });
    }
  }
  return fallen;
}

function linkOf(row: Row, changes: readonly OwedChange[]): FallenLink {
  const { link, ground } = JSON.parse(row.content) as NoticeContent;
  const title = row.circular === null ? (link?.name?.title ?? '') : `《${row.circular}》点名的事项`;
  return { ...row, ground, title, changes };
}

async function changesOf(
  database: Database,
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
  rows: readonly Row[],
  tx?: EntityManager,
): Promise<ReadonlyMap<string, readonly GroundNote[]>> {
  const ids = rows.map(({ id }) => id);
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
