import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { isDone, type MeasureFacts, type RowState, type ShowableWork } from '@jiannuo/shared/ledger';
import { batchesOf, Database, execute, placesFor, rowsIn } from '../../platform/database';
import type { AuditEvent } from '../../platform/audit';
import { checkedScope, type Scope } from '../../platform/identity';
import { monthMeasureOf, ROW_SELECT, saidOf, type MonthMeasure, type RowRecord, type SaidColumns } from './ledger-rows';
import { LedgerJournal, type MeasureVersion, type RowVersion } from './ledger.journal';

/** A month of a measure exactly as it was at one of its versions. */
export type FormerMeasure = RowVersion & { readonly measure: MeasureVersion };

/** A month of some units whose scores rest on the ledger from now on. */
export interface ScoredMonth {
  readonly actor: AuditEvent['actor'];
  readonly groupId: string;
  readonly unitIds: readonly string[];
  readonly period: Period;
  readonly now: Instant;
}

/** A unit's month. */
interface UnitMonth {
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}

/** A row as far as a report can add to it. */
export interface ShowableRow extends ShowableWork {
  readonly id: string;
  readonly measure: Pick<MeasureFacts, 'headingId'>;
}

/** What other subjects read of the ledger: measures of a month, done or not, with their evidence. */
@Injectable()
export class LedgerMeasures {
  constructor(
    private readonly database: Database,
    private readonly journal: LedgerJournal,
  ) {}

  /** A unit's measures of a month within the scope, in the order of their numbers. Inside a transaction give its manager. */
  async measuresOf(scope: Scope, unitId: string, period: Period, tx?: EntityManager): Promise<readonly MonthMeasure[]> {
    const { groupId, unitId: own } = checkedScope(scope);
    const sql = `${ROW_SELECT} AND r.group_id = ? AND r.unit_id = ? AND r.period = ? AND (? IS NULL OR r.unit_id = ?)
      ORDER BY m.number`;
    const rows = await this.database.rows<RowRecord>(sql, [groupId, unitId, period, own, own], tx);
    return rows.map(monthMeasureOf);
  }

  /** What the measures of rows are called, by row. */
  async titlesOf(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (rowIds.length === 0) return new Map();
    const sql = `SELECT r.id, m.title FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
      WHERE r.id IN (${placesFor(rowIds)})`;
    const rows = await this.database.rows<{ readonly id: string; readonly title: string }>(sql, rowIds);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Where a unit's rows of a month stand and what a report can add to them: the little that every hand-in reads, in no order. */
  async showableOf(tx: EntityManager, { groupId, unitId, period }: UnitMonth): Promise<readonly ShowableRow[]> {
    const sql = `SELECT r.id, m.heading_id AS headingId, r.evidence, r.ratio
      FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
      WHERE r.removed_at IS NULL AND r.group_id = ? AND r.unit_id = ? AND r.period = ?`;
    const rows = await rowsIn<SaidColumns & { id: string; headingId: string }>(tx, sql, [groupId, unitId, period]);
    return rows.map(({ id, headingId, ...said }) => ({ id, measure: { headingId }, ...saidOf(said) }));
  }

  /** Whether each measure of a month is done or goes on as planned (Q6), by unit: the little that a score reads of it. */
  async doneOf(
    tx: EntityManager,
    { groupId, unitId, period }: Pick<UnitMonth, 'groupId' | 'period'> & { readonly unitId: string | null },
  ): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly done: boolean }[]>> {
    const sql = `SELECT id, unit_id AS unitId, state FROM ledger_row
      WHERE group_id = ? AND period = ? AND (? IS NULL OR unit_id = ?) AND removed_at IS NULL`;
    const asked = [groupId, period, unitId, unitId];
    const byUnit = new Map<string, { readonly id: string; readonly done: boolean }[]>();
    for (const row of await rowsIn<{ id: string; unitId: string; state: RowState }>(tx, sql, asked)) {
      const known = byUnit.get(row.unitId) ?? [];
      known.push({ id: row.id, done: isDone(row.state) });
      byUnit.set(row.unitId, known);
    }
    return byUnit;
  }

  /** A month's rows of these measures, each with the unit that answers for it. */
  async rowsOf(
    tx: EntityManager,
    period: Period,
    measureIds: readonly string[],
  ): Promise<readonly { readonly id: string; readonly unitId: string; readonly measureId: string }[]> {
    if (measureIds.length === 0) return [];
    const sql = `SELECT id, unit_id AS unitId, measure_id AS measureId FROM ledger_row
      WHERE period = ? AND removed_at IS NULL AND measure_id IN (${placesFor(measureIds)}) ORDER BY id`;
    return rowsIn(tx, sql, [period, ...measureIds]);
  }

  /** The former versions of rows, oldest first, by row: what was offered to a report before. */
  async formerOf(rowIds: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, readonly RowVersion[]>> {
    if (rowIds.length === 0) return new Map();
    const places = placesFor(rowIds);
    const sql = `SELECT subject_id AS id, content FROM ledger_revision WHERE subject_id IN (${places}) ORDER BY number`;
    const byRow = new Map<string, RowVersion[]>();
    for (const { id, content } of await this.database.rows<{ id: string; content: string }>(sql, rowIds, tx)) {
      byRow.set(id, [...(byRow.get(id) ?? []), JSON.parse(content) as RowVersion]);
    }
    return byRow;
  }

  /** A row exactly as a score once used it, with the measure as it was then; null when there is no such version in scope. */
  async at(scope: Scope, rowId: string, revision: number): Promise<FormerMeasure | null> {
    const { groupId, unitId } = checkedScope(scope);
    const sql = `SELECT v.content FROM ledger_revision v JOIN ledger_measure m ON m.id = v.measure_id
      WHERE m.group_id = ? AND v.subject_id = ? AND v.number = ?`;
    const content = async (subjectId: string, number: number): Promise<string | null> =>
      (await this.database.row<{ content: string }>(sql, [groupId, subjectId, number]))?.content ?? null;
    const row = await content(rowId, revision);
    if (row === null) return null;
    const version = JSON.parse(row) as RowVersion;
    if (unitId !== null && version.unitId !== unitId) return null;
    const owner = await this.database.row<{ measureId: string }>(
      'SELECT measure_id AS measureId FROM ledger_row WHERE id = ?',
      [rowId],
    );
    const measure = owner === null ? null : await content(owner.measureId, version.measureRevision);
    return measure === null ? null : { ...version, measure: JSON.parse(measure) as MeasureVersion };
  }

  /** Says that scores rest on a month of these units: from now on its rows are only ever corrected. Harmless to repeat. */
  async markScored(tx: EntityManager, month: ScoredMonth): Promise<void> {
    const { actor, groupId, period, now } = month;
    for (const unitIds of batchesOf(month.unitIds)) {
      const sql = `UPDATE ledger_row SET is_scored = ? WHERE group_id = ? AND period = ?
        AND unit_id IN (${placesFor(unitIds)}) AND is_scored = ? AND removed_at IS NULL`;
      const changed = await execute(tx, sql, [true, groupId, period, ...unitIds, false]);
      if (changed === 0) continue;
      const act = { actor, groupId, action: 'score', reason: '', now } as const;
      await this.journal.note(tx, act, { kind: 'group', id: groupId }, { period, unitIds, rows: changed });
    }
  }
}
