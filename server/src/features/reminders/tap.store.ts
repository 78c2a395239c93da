import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, addMinutes, beijingDate, beijingTime, type DateText, type Instant } from '@jiannuo/shared/kernel';
import type { WorkingHours } from '@jiannuo/shared/obligations';
import { batchesOf, execute, forUpdate, placesFor, rowsIn } from '../../platform/database';
import { insertMissing } from '../../platform/database/insert-missing';
import { OBLIGATION_SUBJECT } from './reminder.orders';

const MINUTES_BETWEEN = 60;
const NEVER = '0000-00-00T00:00:00.000Z';

/** When a unit was last reminded by hand. `evening` is a Beijing date, empty when it never was in an evening. */
export interface LastTap {
  readonly tappedAt: Instant;
  readonly evening: DateText | '';
}
interface TapRow extends LastTap {
  readonly unitId: string;
}

/** The Beijing date of the evening an instant belongs to: from the end of working hours to their next beginning; empty by day. */
export function eveningOf(now: Instant, hours: WorkingHours): DateText | '' {
  const time = beijingTime(now);
  const date = beijingDate(now);
  if (time >= hours.to) return date;
  return time < hours.from ? addDays(date, -1) : '';
}

/** Whether a unit may be reminded by hand now: once an evening, and by day when the last time is an hour ago. */
export function mayTap(last: LastTap, now: Instant, hours: WorkingHours): boolean {
  const evening = eveningOf(now, hours);
  return evening === '' ? last.tappedAt <= addMinutes(now, -MINUTES_BETWEEN) : last.evening !== evening;
}

/** Remembers when the lead unit reminded whom. Of two taps at once the second finds the first. */
@Injectable()
export class TapStore {
  /** Of the units, those that may be reminded now; they are marked as reminded in the caller's transaction. */
  async take(
    tx: EntityManager,
    unitIds: readonly string[],
    now: Instant,
    hours: WorkingHours,
  ): Promise<readonly string[]> {
    const sorted = [...new Set(unitIds)].sort();
    const taken: string[] = [];
    for (const some of batchesOf(sorted)) {
      const open = (await this.lock(tx, some)).filter((row) => mayTap(row, now, hours)).map((row) => row.unitId);
      await this.mark(tx, open, now, eveningOf(now, hours));
      taken.push(...open);
    }
    return taken;
  }

  /** The units that the plan has reminded within the hour: a tap would be their second reminder, and cost a grant. */
  async remindedByPlan(tx: EntityManager, groupId: string, now: Instant): Promise<ReadonlySet<string>> {
    const since = addMinutes(now, -MINUTES_BETWEEN);
    const sql = `SELECT DISTINCT unit_id AS unitId FROM delivery
      WHERE group_id = ? AND state IN ('planned', 'sending', 'unknown', 'delivered') AND updated_at > ?
        AND subject_kind = ? AND is_personal = 0 AND send_at > ? AND send_at <= ?`;
    const rows = await rowsIn<{ unitId: string }>(tx, sql, [groupId, since, OBLIGATION_SUBJECT, since, now]);
    return new Set(rows.map(({ unitId }) => unitId));
  }

  private async lock(tx: EntityManager, unitIds: readonly string[]): Promise<readonly TapRow[]> {
    const rows = unitIds.map((unitId) => ({ unit_id: unitId, tapped_at: NEVER, evening: '' }));
    await insertMissing(tx, 'reminder_tap', rows);
    const sql = `SELECT unit_id AS unitId, tapped_at AS tappedAt, evening FROM reminder_tap
      WHERE unit_id IN (${placesFor(unitIds)}) ORDER BY unit_id${forUpdate(tx)}`;
    return rowsIn<TapRow>(tx, sql, unitIds);
  }

  private async mark(tx: EntityManager, unitIds: readonly string[], now: Instant, evening: string): Promise<void> {
    if (unitIds.length === 0) return;
    const where = `WHERE unit_id IN (${placesFor(unitIds)})`;
    await execute(tx, `UPDATE reminder_tap SET tapped_at = ? ${where}`, [now, ...unitIds]);
    if (evening !== '') await execute(tx, `UPDATE reminder_tap SET evening = ? ${where}`, [evening, ...unitIds]);
  }
}
