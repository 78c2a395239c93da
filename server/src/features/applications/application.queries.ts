import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  isForgotten,
  monthCreditOf,
  type Creditable,
  type MonthCredit,
  type MonthVerdict,
} from '@jiannuo/shared/applications';
import type { Period } from '@jiannuo/shared/kernel';
import type { AdjustmentType, ScoreAdjustment, ScoreInnovation } from '@jiannuo/shared/scoring';
import { Database, placesFor } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { ApplicationRecords, endedFromOf, verdictIn, type ApplicationRecord } from './application.records';

interface AdjustmentRow extends Creditable {
  readonly id: string;
  readonly unitId: string;
  readonly kind: AdjustmentType;
  readonly verdict: MonthVerdict | null;
  readonly verdictReason: string | null;
}
interface InnovationRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string;
  readonly state: 'submitted' | 'approved';
}

const ALIVE = `a.group_id = ? AND a.year = ? AND a.category = ? AND (? IS NULL OR a.unit_id = ?)
    AND a.state IN ('submitted', 'approved')`;
const ADJUSTMENTS = `SELECT a.id, a.unit_id AS unitId, a.kind, a.state, a.credit, a.from_period AS fromPeriod,
    a.submitted_at AS submittedAt, d.credited_period AS creditedPeriod,
    (SELECT MIN(e.ended_from) FROM application_decision e WHERE e.application_id = a.id) AS endedFrom,
    (SELECT m.verdict FROM application_month m WHERE m.application_id = a.id AND m.period = ?
     ORDER BY m.number DESC LIMIT 1) AS verdict,
    (SELECT m.reason FROM application_month m WHERE m.application_id = a.id AND m.period = ?
     ORDER BY m.number DESC LIMIT 1) AS verdictReason
  FROM application a LEFT JOIN application_decision d ON d.application_id = a.id AND d.state = 'approved'
  WHERE ${ALIVE} ORDER BY a.id`;
const INNOVATIONS = `SELECT a.id, a.unit_id AS unitId, a.kind, a.state FROM application a WHERE ${ALIVE} ORDER BY a.id`;

const UNDECIDED = `SELECT COUNT(*) AS count FROM application a WHERE ${ALIVE} AND a.state = 'submitted'`;

/** An approved adjustment that no month counts. */
export type ForgottenAdjustment = Pick<ApplicationRecord, 'id' | 'unitName' | 'title'>;

/** What applications count (annex 2, Q15, Q23), as scoring cases need it. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly database: Database,
    private readonly records: ApplicationRecords,
  ) {}

  /**
   * A month's adjustments of every unit in the scope that has any, by unit: approved ones that count in the month, and,
   * as not approved, those that wait for a word of the lead unit or were not carried out there. One query for all.
   * Inside a transaction give its manager.
   */
  async credited(
    scope: Scope,
    period: Period,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, readonly ScoreAdjustment[]>> {
    const { groupId, unitId } = checkedScope(scope);
    const year = Number(period.slice(0, 4));
    const parameters = [period, period, groupId, year, 'adjustment', unitId, unitId];
    const rows = await this.database.rows<AdjustmentRow>(ADJUSTMENTS, parameters, tx);
    const adjustments = new Map<string, ScoreAdjustment[]>();
    for (const row of rows) {
      const credit = monthCreditOf(row, period, row.verdict);
      if (credit === null) continue;
      add(adjustments, row.unitId, adjustmentOf(row, credit));
    }
    return adjustments;
  }

  /** What applications are called, by id; for names beside what they count. */
  async titlesOf(ids: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const sql = `SELECT id, title FROM application WHERE id IN (${placesFor(ids)})`;
    const rows = await this.database.rows<{ readonly id: string; readonly title: string }>(sql, ids, tx);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** How many adjustments of a year the lead unit has not decided about. Inside a transaction give its manager. */
  async undecidedAdjustments(scope: Scope, year: number, tx?: EntityManager): Promise<number> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters = [groupId, year, 'adjustment', unitId, unitId];
    const row = await this.database.row<{ count: number | string }>(UNDECIDED, parameters, tx);
    return Number(row?.count ?? 0);
  }

  /** A year's approved adjustments that none of these months counts, though one waits for a word. In the official order. */
  async forgotten(
    scope: Scope,
    { year, months }: { readonly year: number; readonly months: readonly Period[] },
    tx?: EntityManager,
  ): Promise<readonly ForgottenAdjustment[]> {
    const records = await this.records.ofYear(scope, year, tx);
    return records
      .filter(({ category }) => category === 'adjustment')
      .filter((record) => {
        const creditedPeriod = record.decisions.flatMap((each) => each.creditedPeriod ?? []).at(-1) ?? null;
        const creditable = { ...record, creditedPeriod, endedFrom: endedFromOf(record) };
        return isForgotten(creditable, months, (period) => verdictIn(record, period)?.verdict ?? null);
      })
      .map(({ id, unitName, title }) => ({ id, unitName, title }));
  }

  /**
   * A year's innovations of every unit in the scope that has any, by unit; those not decided yet as not approved. One
   * query for all. Inside a transaction give its manager.
   */
  async innovationsOf(
    scope: Scope,
    year: number,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, readonly ScoreInnovation[]>> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters = [groupId, year, 'innovation', unitId, unitId];
    const rows = await this.database.rows<InnovationRow>(INNOVATIONS, parameters, tx);
    const innovations = new Map<string, ScoreInnovation[]>();
    for (const { id, unitId: owner, kind, state } of rows) {
      add(innovations, owner, { id, kind: Number(kind), approved: state === 'approved' });
    }
    return innovations;
  }
}

function adjustmentOf(
  { id, kind: type, state, verdictReason }: AdjustmentRow,
  credit: NonNullable<MonthCredit>,
): ScoreAdjustment {
  if (credit === 'counts') return { id, type, approved: true };
  const refused = { standing: 'not-carried-out', reason: verdictReason ?? '' } as const;
  const waiting = { standing: state === 'approved' ? 'unconfirmed' : 'undecided' } as const;
  return { id, type, approved: false, ...(credit === 'refused' ? refused : waiting) };
}

function add<T>(lists: Map<string, T[]>, unitId: string, entry: T): void {
  const known = lists.get(unitId);
  if (known === undefined) lists.set(unitId, [entry]);
  else known.push(entry);
}
