import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, addMinutes, beijingDate, beijingTime, type Instant } from '@jiannuo/shared/kernel';
import type { WorkingHours } from '@jiannuo/shared/obligations';
import { execute, rowsIn } from '../../platform/database';
import { insertMissing } from '../../platform/database/insert-missing';

const MINUTES_BETWEEN = 60;
const NEVER = '0000-00-00T00:00:00.000Z';

/** The Beijing date of the evening an instant belongs to: from the end of working hours to their next beginning; empty by day. */
export function eveningOf(now: Instant, hours: WorkingHours): string {
  const time = beijingTime(now);
  const date = beijingDate(now);
  if (time >= hours.to) return date;
  return time < hours.from ? addDays(date, -1) : '';
}

/** Lets the lead unit's tap through to a unit once an evening, and by day once an hour. */
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
    await insertMissing(
      tx,
      'reminder_tap',
      sorted.map((unitId) => ({ unit_id: unitId, tapped_at: NEVER, evening: '' })),
    );
    const evening = eveningOf(now, hours);
    const taken: string[] = [];
    for (const unitId of sorted) if (await this.takeOne(tx, { unitId, now, evening })) taken.push(unitId);
    return taken;
  }

  /** One conditional update a unit: of two taps at once the second finds the first. */
  private async takeOne(
    tx: EntityManager,
    { unitId, now, evening }: { readonly unitId: string; readonly now: Instant; readonly evening: string },
  ): Promise<boolean> {
    const condition = evening === '' ? 'tapped_at <= ?' : 'evening <> ?';
    const value = evening === '' ? addMinutes(now, -MINUTES_BETWEEN) : evening;
    const sql = `UPDATE reminder_tap SET tapped_at = ?, evening = ? WHERE unit_id = ? AND ${condition}`;
    return (await execute(tx, sql, [now, await this.eveningKept(tx, unitId, evening), unitId, value])) > 0;
  }

  private async eveningKept(tx: EntityManager, unitId: string, evening: string): Promise<string> {
    if (evening !== '') return evening;
    const sql = 'SELECT evening FROM reminder_tap WHERE unit_id = ?';
    return (await rowsIn<{ evening: string }>(tx, sql, [unitId]))[0]?.evening ?? '';
  }
}
