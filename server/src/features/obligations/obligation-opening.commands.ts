import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import { obligationsOf, type PlannedObligation } from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { batchesOf, Database, insertRows, lockRow, rowsIn, Transactions, type SqlValue } from '../../platform/database';
import { GroupYears } from './group-years.queries';

interface UnitRow {
  readonly id: string;
  readonly kind: UnitKind;
}

/** Puts on record what each unit owes for a month (art. 7, annex 2). */
@Injectable()
export class ObligationOpening {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly groupYears: GroupYears,
    private readonly audit: Audit,
  ) {}

  /**
   * Records everything that the units of a group owe for a month, and answers how many obligations were missing.
   * Harmless to repeat, and from several servers at once; a month outside the group's years has none.
   */
  async openPeriod(groupId: string, period: Period): Promise<number> {
    return this.open(groupId, period, () => true);
  }

  /**
   * The daily job: this month and the next, for every group. A unit that joins after a due time does not owe it,
   * so only what lies ahead is opened.
   */
  async openComing(now: Instant): Promise<void> {
    const current = periodOf(beijingDate(now));
    const groups = await this.database.rows<{ id: string }>('SELECT id FROM working_group ORDER BY id');
    for (const group of groups) {
      for (const period of [current, addMonths(current, 1)]) {
        await this.open(group.id, period, (planned) => planned.dueAt > now);
      }
    }
  }

  private async open(
    groupId: string,
    period: Period,
    isWanted: (planned: PlannedObligation) => boolean,
  ): Promise<number> {
    const year = await this.groupYears.of(groupId, period);
    if (year === null) return 0;
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'working_group', groupId);
      const units = await rowsIn<UnitRow>(tx, 'SELECT id, kind FROM unit WHERE group_id = ? ORDER BY number', [
        groupId,
      ]);
      const recorded = await recordedKeys(tx, groupId, period);
      const missing = obligationsOf(year.settings, period, units).filter(
        (planned) => isWanted(planned) && !recorded.has(keyOf(planned.unitId, planned.kind)),
      );
      for (const some of batchesOf(missing)) {
        const rows = some.map((planned) => this.rowOf(groupId, planned, now));
        await insertRows(tx, 'obligation', rows);
      }
      if (missing.length > 0) await this.recordOpening(tx, groupId, period, missing.length);
      return missing.length;
    });
  }

  private rowOf(groupId: string, planned: PlannedObligation, now: Instant): Readonly<Record<string, SqlValue>> {
    return {
      id: this.ids.next(),
      group_id: groupId,
      unit_id: planned.unitId,
      kind: planned.kind,
      period: planned.period,
      ordinal: 0,
      article: planned.article,
      due_at: planned.dueAt,
      original_due_at: planned.dueAt,
      closes_at: planned.closesAt,
      version: 1,
      created_at: now,
    };
  }

  private recordOpening(tx: EntityManager, groupId: string, period: Period, count: number): Promise<void> {
    return this.audit.record(tx, {
      actor: 'system',
      groupId,
      action: 'obligation.open-period',
      subject: { kind: 'period', id: period },
      detail: { count },
    });
  }
}

async function recordedKeys(tx: EntityManager, groupId: string, period: Period): Promise<ReadonlySet<string>> {
  const rows = await rowsIn<{ unit_id: string; kind: string }>(
    tx,
    'SELECT unit_id, kind FROM obligation WHERE group_id = ? AND period = ? AND ordinal = 0',
    [groupId, period],
  );
  return new Set(rows.map((row) => keyOf(row.unit_id, row.kind)));
}

function keyOf(unitId: string, kind: string): string {
  return `${unitId} ${kind}`;
}
