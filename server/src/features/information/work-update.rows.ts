import type { Adopter, MarkKind, MarkView, WorkUpdateRow, WorkUpdateState } from '@jiannuo/shared/information';
import type { DateText, Instant, Period } from '@jiannuo/shared/kernel';
import { batchesOf, placesFor, type Database } from '../../platform/database';

/** A work update with its current version, as lists read it. */
export interface ListedUpdate {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly state: WorkUpdateState;
  readonly version: number;
  readonly title: string;
  readonly characters: number;
  readonly evidenceCount: number;
  readonly sentAt: Instant;
  readonly openedAt: Instant | null;
  readonly bulletinId: string | null;
  readonly bulletinNumber: number | null;
  readonly bulletinPeriod: Period | null;
}

/** What every reading of work updates selects; a condition on `u` follows. */
export const UPDATE_SELECT = `SELECT u.id, u.group_id AS groupId, u.unit_id AS unitId, n.name AS unitName, u.period,
    u.state, u.current_version AS version, v.title, v.characters, v.evidence_count AS evidenceCount,
    u.sent_at AS sentAt, u.opened_at AS openedAt, b.id AS bulletinId, b.number AS bulletinNumber,
    b.period AS bulletinPeriod
  FROM work_update u
  JOIN unit n ON n.id = u.unit_id
  JOIN work_update_version v ON v.work_update_id = u.id AND v.number = u.current_version
  LEFT JOIN bulletin_item i ON i.work_update_id = u.id
  LEFT JOIN bulletin b ON b.id = i.bulletin_id`;

interface MarkRow {
  readonly id: string;
  readonly updateId: string;
  readonly kind: MarkKind;
  readonly adopter: Adopter | null;
  readonly reason: string;
  readonly confirmedOn: DateText | null;
  readonly creditedPeriod: Period | null;
  readonly byUnit: string;
  readonly at: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawalReason: string | null;
}

const MARK_SELECT = `SELECT id, work_update_id AS updateId, kind, adopter, reason, confirmed_on AS confirmedOn,
    credited_period AS creditedPeriod, by_unit_name AS byUnit, at, withdrawn_at AS withdrawnAt,
    withdrawal_reason AS withdrawalReason
  FROM work_update_mark`;

/** Every mark of these work updates, withdrawn ones too, by work update, in the order in which they were made. */
export async function marksOf(
  database: Database,
  updateIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MarkView[]>> {
  const marks = new Map<string, MarkView[]>();
  for (const ids of batchesOf(updateIds)) {
    const sql = `${MARK_SELECT} WHERE work_update_id IN (${placesFor(ids)}) ORDER BY work_update_id, number`;
    for (const row of await database.rows<MarkRow>(sql, ids)) {
      marks.set(row.updateId, [...(marks.get(row.updateId) ?? []), markOf(row)]);
    }
  }
  return marks;
}

function markOf(row: MarkRow): MarkView {
  const { id, kind, adopter, reason, confirmedOn, creditedPeriod, byUnit, at, withdrawnAt } = row;
  const withdrawal = withdrawnAt === null ? null : { reason: row.withdrawalReason ?? '', at: withdrawnAt };
  return { id, kind, adopter, reason, confirmedOn, creditedPeriod, byUnit, at, withdrawal };
}

/** A work update as lists show it. Only the lead unit hears what it has not opened yet. */
export function rowOf(update: ListedUpdate, marks: readonly MarkView[], isOwn: boolean): WorkUpdateRow {
  const { id, unitId, unitName, state, version, title, characters, sentAt } = update;
  const { bulletinId, bulletinNumber, bulletinPeriod } = update;
  return {
    id,
    unitId,
    unitName,
    state,
    version,
    title,
    characters,
    evidence: update.evidenceCount,
    sentAt,
    isUnread: !isOwn && update.openedAt === null,
    marks: marks.filter(({ withdrawal }) => withdrawal === null),
    bulletin:
      bulletinId === null || bulletinNumber === null || bulletinPeriod === null
        ? null
        : { id: bulletinId, number: bulletinNumber, period: bulletinPeriod },
  };
}
