import { Injectable } from '@nestjs/common';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  spotCheckActions,
  type CheckedMeasure,
  type Drawn,
  type FindingFile,
  type FindingListView,
  type FindingView,
  type Verdict,
} from '@jiannuo/shared/spot-checks';
import { Clock } from '../../platform/clock';
import { Database, placesFor, Transactions } from '../../platform/database';
import { scopeOf, type Actor } from '../../platform/identity';
import { PublishedMonths } from '../information';
import { LedgerMeasures } from '../ledger';
import { SpotCheckRecords, stateOf } from './spot-check.records';

interface FindingRow {
  readonly id: string;
  readonly unitId: string;
  readonly measureId: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly attachmentIds: string;
  readonly byName: string;
  readonly byUnit: string;
  readonly at: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

const SQL = `SELECT f.id, f.unit_id AS unitId, f.measure_id AS measureId, f.verdict, f.text,
    f.attachment_ids AS attachmentIds, f.by_name AS byName, f.by_unit_name AS byUnit, f.at, w.at AS withdrawnAt,
    w.by_name AS withdrawnBy, w.text AS withdrawalReason
  FROM spot_check_finding f LEFT JOIN spot_check_finding w ON w.withdraws_id = f.id
  WHERE f.group_id = ? AND f.period = ? AND f.withdraws_id IS NULL AND (? IS NULL OR f.unit_id = ?)
  ORDER BY f.at, f.id`;

type Files = ReadonlyMap<string, FindingFile>;

/** Reads what was found on the spot: the lead unit everything, a unit what was found about itself. */
@Injectable()
export class FindingQueries {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly published: PublishedMonths,
    private readonly clock: Clock,
    private readonly measures: LedgerMeasures,
    private readonly records: SpotCheckRecords,
  ) {}

  /**
   * The drawn units of a month within the reader's scope, with every measure of their month and what was found; of the
   * running month where none is named, in January of the last one before. `spot-checks.no-draw` where none is drawn.
   */
  async list(actor: Actor, asked: Period | null): Promise<FindingListView> {
    const { groupId, unitId } = scopeOf(actor);
    const period = asked ?? (await this.records.currentPeriod(groupId));
    const now = this.clock.now();
    const rule = await this.records.ruleOf(groupId, period);
    const drawnSql = 'SELECT drawn FROM spot_check WHERE group_id = ? AND period = ?';
    const [check, findings, published] = await Promise.all([
      this.database.row<{ drawn: string | null }>(drawnSql, [groupId, period]),
      this.database.rows<FindingRow>(SQL, [groupId, period, unitId, unitId]),
      this.transactions.run((tx) => this.published.among(tx, groupId, [period])),
    ]);
    const state = stateOf(check);
    const drawn = JSON.parse(check?.drawn ?? '[]') as readonly Drawn[];
    const seen = drawn.filter((each) => unitId === null || each.unitId === unitId);
    const files = await this.filesOf(groupId, findings);
    return {
      period,
      serverNow: now,
      state,
      actions: spotCheckActions({ state, role: actor.role, now, rule, undrawnBefore: null }),
      isPublished: published.length > 0,
      units: await Promise.all(
        seen.map(async (each) => ({
          unitId: each.unitId,
          unitName: each.unitName,
          measures: await this.measuresOf(actor, each.unitId, { period, findings, files }),
        })),
      ),
    };
  }

  private async measuresOf(
    actor: Actor,
    unitId: string,
    found: { readonly period: Period; readonly findings: readonly FindingRow[]; readonly files: Files },
  ): Promise<readonly CheckedMeasure[]> {
    const measures = await this.measures.measuresOf(scopeOf(actor), unitId, found.period);
    return measures.map(({ id: rowId, measureId, measure, state, work }) => {
      const own = found.findings.filter((row) => row.unitId === unitId && row.measureId === measureId);
      const views = own.map((row) => viewOf(row, found.files));
      return {
        measureId,
        rowId,
        number: measure.number,
        title: measure.title,
        state,
        work,
        finding: views.find(({ withdrawal }) => withdrawal === null) ?? null,
        withdrawn: views.filter(({ withdrawal }) => withdrawal !== null),
      };
    });
  }

  private async filesOf(groupId: string, findings: readonly FindingRow[]): Promise<Files> {
    const ids = findings.flatMap(({ attachmentIds }) => JSON.parse(attachmentIds) as readonly string[]);
    if (ids.length === 0) return new Map();
    const sql = `SELECT id, name, bytes FROM attachment WHERE group_id = ? AND id IN (${placesFor(ids)})`;
    const rows = await this.database.rows<FindingFile>(sql, [groupId, ...ids]);
    return new Map(rows.map((file) => [file.id, file]));
  }
}

function viewOf(row: FindingRow, files: Files): FindingView {
  const { id, verdict, text, byName, byUnit, at, withdrawnAt } = row;
  const ids = JSON.parse(row.attachmentIds) as readonly string[];
  return {
    id,
    verdict,
    text,
    files: ids.flatMap((file) => files.get(file) ?? []),
    byName,
    byUnit,
    at,
    withdrawal:
      withdrawnAt === null
        ? null
        : { reason: row.withdrawalReason ?? '', byName: row.withdrawnBy ?? '', at: withdrawnAt },
  };
}
