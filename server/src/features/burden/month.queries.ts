import { Injectable } from '@nestjs/common';
import { BURDEN_COLUMNS, type BurdenColumn, type BurdenMonthView, type BurdenRow } from '@jiannuo/shared/burden';
import type { Period } from '@jiannuo/shared/kernel';
import { INSPECTED_KINDS } from '@jiannuo/shared/inspections';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { Database, placesFor } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { columnsOf, ISSUED, OWED, REPEATED, spanOf, TOLD, type Span } from './burden-month';

interface Unit {
  readonly unitId: string;
  readonly unitName: string;
}
interface Count<K extends string = string> {
  readonly unitId: string;
  readonly kind: K;
  readonly count: number | string;
}

/** So many of a column at a unit. */
interface Share {
  readonly unitId: string;
  readonly columns: readonly BurdenColumn[];
  readonly count: number;
}

/** Reads what a month asked of each unit, in numbers (M8). */
@Injectable()
export class BurdenMonthQueries {
  constructor(private readonly database: Database) {}

  /**
   * Every unit of the group that can be asked something, in the official order. Confidential notices and copies are not
   * counted. The rows behind the numbers are counted by the database; what a notice says is read once a notice.
   */
  async month({ groupId }: Actor, period: Period): Promise<BurdenMonthView> {
    const span = spanOf(period);
    const [units, owed, notices, repeats, inspections] = await Promise.all([
      this.unitsOf(groupId),
      this.owedIn(groupId, span),
      this.noticesIn(groupId, span),
      this.repeatsIn(groupId, span),
      this.inspectionsIn(groupId, span),
    ]);
    const shares = new Map(units.map(({ unitId }) => [unitId, nothing()]));
    for (const { unitId, columns, count } of [...owed, ...notices, ...repeats, ...inspections]) {
      const numbers = shares.get(unitId);
      if (numbers !== undefined) for (const column of columns) numbers[column] += count;
    }
    return { period, rows: units.map((unit): BurdenRow => ({ ...unit, ...(shares.get(unit.unitId) ?? nothing()) })) };
  }

  /** The unit that can be asked something, by its id; null where the group has none such. */
  async unit({ groupId }: Actor, unitId: string): Promise<Unit | null> {
    return (await this.unitsOf(groupId)).find((unit) => unit.unitId === unitId) ?? null;
  }

  private unitsOf(groupId: string): Promise<readonly Unit[]> {
    return this.database.rows<Unit>(
      `SELECT id AS unitId, name AS unitName FROM unit
       WHERE group_id = ? AND kind IN (${placesFor(INSPECTED_KINDS)}) ORDER BY number`,
      [groupId, ...INSPECTED_KINDS],
    );
  }

  private async owedIn(groupId: string, { from, to }: Span): Promise<readonly Share[]> {
    const rows = await this.database.rows<Count<ObligationKind>>(
      `SELECT o.unit_id AS unitId, o.kind, COUNT(*) AS count FROM obligation o WHERE ${OWED}
       GROUP BY o.unit_id, o.kind`,
      [groupId, from, to],
    );
    return rows.map((row) => shareOf(row, columnsOf(row.kind)));
  }

  private async noticesIn(groupId: string, { from, to }: Span): Promise<readonly Share[]> {
    const rows = await this.database.rows<Count>(
      `SELECT t.unit_id AS unitId, n.answer AS kind, COUNT(*) AS count FROM supervision_notice n
       JOIN supervision_ticket t ON t.notice_id = n.id AND t.part <> 'copy' WHERE ${ISSUED}
       GROUP BY t.unit_id, n.answer`,
      [groupId, from, to, false],
    );
    return rows.map((row) => shareOf(row, row.kind === 'material' ? ['notices', 'materials'] : ['notices']));
  }

  private async repeatsIn(groupId: string, { from, to }: Span): Promise<readonly Share[]> {
    const rows = await this.database.rows<Count>(
      `SELECT t.unit_id AS unitId, '' AS kind, COUNT(*) AS count FROM supervision_ticket t
       WHERE t.part <> 'copy' AND t.notice_id IN (SELECT n.id FROM supervision_notice n WHERE ${REPEATED})
       GROUP BY t.unit_id`,
      [groupId, from, to, false],
    );
    return rows.map((row) => shareOf(row, ['repeats']));
  }

  private async inspectionsIn(groupId: string, { from, to }: Span): Promise<readonly Share[]> {
    const rows = await this.database.rows<Count>(
      `SELECT s.unit_id AS unitId, '' AS kind, COUNT(*) AS count FROM inspected_unit s
       JOIN inspection i ON i.id = s.inspection_id WHERE ${TOLD} GROUP BY s.unit_id`,
      [groupId, from, to],
    );
    return rows.map((row) => shareOf(row, ['inspections']));
  }
}

function nothing(): Record<BurdenColumn, number> {
  return Object.fromEntries(BURDEN_COLUMNS.map((column) => [column, 0])) as Record<BurdenColumn, number>;
}

function shareOf({ unitId, count }: Count, columns: readonly BurdenColumn[]): Share {
  return { unitId, columns, count: Number(count) };
}
