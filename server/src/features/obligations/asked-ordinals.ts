import type { EntityManager } from 'typeorm';
import { lastDateBefore, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { AskedKind } from '@jiannuo/shared/obligations';
import { batchesOf, placesFor, rowsIn } from '../../platform/database';

/** What of something asked decides its ordinal. */
interface Asked {
  readonly unitId: string;
  readonly kind: AskedKind;
  readonly dueAt: Instant;
}

/** The month that each due time counts to: there are few of them, however many units are asked. */
export function monthsOf(asked: readonly Asked[]): ReadonlyMap<Instant, Period> {
  const dueTimes = new Set(asked.map(({ dueAt }) => dueAt));
  return new Map([...dueTimes].map((dueAt) => [dueAt, periodOf(lastDateBefore(dueAt))]));
}

/**
 * Units whose last ordinals one statement reads. For a few hundred at a time MariaDB reads every entry of the index,
 * for thousands it leaps from one last ordinal to the next.
 */
const UNITS_AT_ONCE = 5000;

/**
 * The last ordinal of each unit, kind and month concerned, before anything is added. Asked by unit, so that it is read
 * along the unique index and costs the same however much was asked before.
 */
export async function lastOrdinals(
  tx: EntityManager,
  asked: readonly Asked[],
  months: readonly Period[],
): Promise<Map<string, number>> {
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const units = [...new Set(asked.map(({ unitId }) => unitId))];
  const last = new Map<string, number>();
  for (const some of batchesOf(units, UNITS_AT_ONCE)) {
    const rows = await rowsIn<{ unitId: string; kind: string; period: string; last: number | string }>(
      tx,
      `SELECT unit_id AS unitId, kind, period, MAX(ordinal) AS last FROM obligation
       WHERE unit_id IN (${placesFor(some)}) AND kind IN (${placesFor(kinds)}) AND period IN (${placesFor(months)})
       GROUP BY unit_id, kind, period`,
      [...some, ...kinds, ...months],
    );
    for (const row of rows) last.set(`${row.unitId} ${row.kind} ${row.period}`, Number(row.last));
  }
  return last;
}
