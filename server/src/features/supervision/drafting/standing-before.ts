import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { LeftStanding, NoticeKind, NoticeLink, NoticeState } from '@jiannuo/shared/supervision';
import { placesFor, rowsIn } from '../../../platform/database';

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly earlierId: string | null;
  readonly clearedAt: Instant | null;
}

const NOTICES =
  'SELECT id, kind, state, earlier_id AS earlierId, finding_cleared_at AS clearedAt FROM supervision_notice';

/** What was issued before, by however many steps, as it stands now, with what came in the place of any of it (另发更正). */
export async function issuedBefore(tx: EntityManager, earlierId: string | null): Promise<LeftStanding['notices']> {
  const found = new Map<string, Row>();
  let ids = earlierId === null ? [] : [earlierId];
  while (ids.length > 0) {
    const places = placesFor(ids);
    const sql = `${NOTICES} WHERE number IS NOT NULL AND (id IN (${places}) OR corrects_id IN (${places}))`;
    const fresh = (await rowsIn<Row>(tx, sql, [...ids, ...ids])).filter(({ id }) => !found.has(id));
    for (const row of fresh) found.set(row.id, row);
    ids = fresh.flatMap((row) => [row.id, row.earlierId ?? []].flat());
  }
  return [...found.values()].map(standingOf);
}

/** These notices as they stand now. */
export async function noticesAmong(tx: EntityManager, ids: readonly string[]): Promise<LeftStanding['notices']> {
  const rows = await rowsIn<Row>(tx, `${NOTICES} WHERE id IN (${placesFor(['', ...ids])})`, ['', ...ids]);
  return rows.map(standingOf);
}

/** Whether a notice is about a record that its unit was not let off. */
export async function isAboutMore(tx: EntityManager, link: NoticeLink | null): Promise<boolean> {
  if (link?.kind !== 'obligation') return link !== null;
  const owed = await rowsIn(tx, 'SELECT id FROM obligation WHERE id = ? AND waived_at IS NULL', [link.id]);
  return owed.length > 0;
}

function standingOf({ kind, state, clearedAt }: Row): LeftStanding['notices'][number] {
  return { kind, state, isCleared: clearedAt !== null };
}
