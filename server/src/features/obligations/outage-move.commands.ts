import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes, addWholeDays, toInstant, toMilliseconds, type Instant, type Period } from '@jiannuo/shared/kernel';
import { outageExtension } from '@jiannuo/shared/obligations';
import { Clock, Ids } from '../../platform/clock';
import {
  batchesOf,
  Database,
  execute,
  forUpdate,
  insertRows,
  lockRow,
  placesFor,
  rowsIn,
  Transactions,
} from '../../platform/database';
import { GroupYears } from './group-years.queries';
import { OutageWatch, type MovedObligation, type MoveFacts } from './outage-watch';

/** How long after a due time an outage before it is still looked for: a server that was away for a holiday week finds it. */
const DAYS_LOOKED_BACK = 40;
/** Who moved it, in the words of a history. */
const RULE_NAME = '平台故障顺延规则';

interface DueTime {
  readonly period: Period;
  readonly dueAt: Instant;
}
interface MovedRow extends MovedObligation {
  readonly closesAt: Instant | null;
}

/** Moves due times when the platform itself was down in the hours before them (M11). */
@Injectable()
export class OutageMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly groupYears: GroupYears,
    private readonly watch: OutageWatch,
  ) {}

  /** Looks at every group; see `moveForOutage`. */
  async moveEverywhere(): Promise<void> {
    const groups = await this.database.rows<{ id: string }>('SELECT id FROM working_group ORDER BY id');
    for (const group of groups) await this.moveForOutage(group.id);
  }

  /**
   * Moves by rule every due time of a group whose watched hours hold enough of a recorded outage, and answers how many
   * obligations moved. Each is on record with its clause. Harmless to repeat, and from several servers at once.
   */
  async moveForOutage(groupId: string): Promise<number> {
    const now = this.clock.now();
    let moved = 0;
    for (const due of await this.watchedDueTimes(groupId, now)) moved += await this.moveOne(groupId, due);
    return moved;
  }

  private watchedDueTimes(groupId: string, now: Instant): Promise<readonly DueTime[]> {
    return this.database.rows<DueTime>(
      `SELECT DISTINCT period, due_at AS dueAt FROM obligation
       WHERE group_id = ? AND due_at >= ? AND due_at <= ? AND waived_at IS NULL ORDER BY period, due_at`,
      [groupId, addWholeDays(now, -DAYS_LOOKED_BACK), addWholeDays(now, DAYS_LOOKED_BACK)],
    );
  }

  private async moveOne(groupId: string, { period, dueAt }: DueTime): Promise<number> {
    const year = await this.groupYears.of(groupId, period);
    if (year === null) return 0;
    const { outage: rule, calendar } = year.settings;
    const outages = await this.watch.between(addMinutes(dueAt, -rule.windowHours * 60), dueAt);
    const extension = outageExtension(rule, outages, dueAt, calendar);
    if (extension === null || extension.dueAt <= dueAt) return 0;
    const move = { groupId, period, dueAt, extension, article: rule.article };
    return this.transactions.run(async (tx) => {
      await lockRow(tx, 'working_group', groupId);
      const rows = await lockDue(tx, groupId, { period, dueAt });
      for (const chunk of batchesOf(rows)) {
        await this.write(tx, { ...move, rows: chunk });
        await this.watch.tell(tx, move, chunk);
      }
      if (rows.length > 0) await this.watch.audit(tx, move);
      return rows.length;
    });
  }

  private async write(tx: EntityManager, move: MoveFacts & { readonly rows: readonly MovedRow[] }): Promise<void> {
    const { groupId, rows, dueAt, extension, article } = move;
    const span = toMilliseconds(extension.dueAt) - toMilliseconds(dueAt);
    const closings = new Set(rows.map((row) => row.closesAt));
    for (const closesAt of closings) {
      const ids = rows.filter((row) => row.closesAt === closesAt).map((row) => row.id);
      await execute(
        tx,
        `UPDATE obligation SET due_at = ?, closes_at = ?, version = version + 1 WHERE id IN (${placesFor(ids)})`,
        [extension.dueAt, closesAt === null ? null : toInstant(toMilliseconds(closesAt) + span), ...ids],
      );
    }
    const at = this.clock.now();
    await insertRows(
      tx,
      'obligation_change',
      rows.map((row) => ({
        id: this.ids.next(),
        group_id: groupId,
        obligation_id: row.id,
        kind: 'moved',
        from_due_at: dueAt,
        to_due_at: extension.dueAt,
        reason: extension.reason,
        article,
        by_appointment_id: null,
        by_name: RULE_NAME,
        at,
      })),
    );
  }
}

async function lockDue(tx: EntityManager, groupId: string, due: DueTime): Promise<readonly MovedRow[]> {
  return rowsIn<MovedRow>(
    tx,
    `SELECT id, unit_id AS unitId, kind, closes_at AS closesAt FROM obligation
     WHERE group_id = ? AND period = ? AND due_at = ? AND waived_at IS NULL ORDER BY id${forUpdate(tx)}`,
    [groupId, due.period, due.dueAt],
  );
}
