import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MeasureChange, MeasureFacts, MonthPlan } from '@jiannuo/shared/ledger';
import { Ids } from '../../platform/clock';
import { batchesOf, execute, insertRows, rowsIn, type SqlValue } from '../../platform/database';
import { factsOf, measureValues, planOf, planValues, type LockedPlan, type RowRecord } from './ledger-rows';
import { LedgerJournal, rowVersion, type LedgerAct, type NewRevision, type RowVersion } from './ledger.journal';

/** A change of plan that was decided. */
export interface PlanOrder {
  readonly act: LedgerAct;
  readonly planId: string;
  readonly standing: LockedPlan;
  readonly changes: readonly MeasureChange[];
}

type Columns = Readonly<Record<string, SqlValue>>;

/** A measure that is being written: its id, its version from now on, and its rows so far, taken-out ones too. */
interface Writing {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly facts: MeasureFacts;
}

const BLANK = {
  revision: 1,
  state: 'planned',
  work: '',
  result: '',
  figure: '',
  returned_reason: '',
  evidence: '[]',
} as const;

/** Writes a decided change of plan to measures, rows and their versions. */
@Injectable()
export class PlanWriter {
  constructor(
    private readonly ids: Ids,
    private readonly journal: LedgerJournal,
  ) {}

  /** Writes all changes; what does not change is not touched. */
  async write(tx: EntityManager, order: PlanOrder): Promise<void> {
    const added = await this.addMeasures(tx, order);
    const revisions: NewRevision[] = [...added];
    for (const change of order.changes) {
      if (change.kind === 'changed') revisions.push(...(await this.changeMeasure(tx, order, change)));
      if (change.kind === 'removed') revisions.push(...(await this.removeMeasure(tx, order, change)));
    }
    await this.journal.addRevisions(tx, order.act, revisions);
  }

  private async addMeasures(tx: EntityManager, { act, planId, changes }: PlanOrder): Promise<readonly NewRevision[]> {
    const [highest] = await rowsIn<{ number: number | null }>(
      tx,
      'SELECT MAX(number) AS number FROM ledger_measure WHERE plan_id = ?',
      [planId],
    );
    let number = Number(highest?.number ?? 0);
    const measures: Columns[] = [];
    const rows: Columns[] = [];
    const revisions: NewRevision[] = [];
    for (const { kind, after } of changes) {
      if (kind !== 'added' || after === null) continue;
      number += 1;
      const writing = { id: this.ids.next(), number, revision: 1, facts: after };
      measures.push({
        id: writing.id,
        plan_id: planId,
        group_id: act.groupId,
        number,
        revision: 1,
        ...measureValues(after),
        removed_at: null,
      });
      revisions.push(measureRevision(writing));
      for (const month of after.months) {
        const row = this.newRow(act, writing, month);
        rows.push(row.columns);
        revisions.push(row.revision);
      }
    }
    await insertAll(tx, 'ledger_measure', measures);
    await insertAll(tx, 'ledger_row', rows);
    return revisions;
  }

  private async changeMeasure(
    tx: EntityManager,
    order: PlanOrder,
    change: MeasureChange,
  ): Promise<readonly NewRevision[]> {
    const before = order.standing.measures.find(({ number }) => number === change.number);
    if (before === undefined || change.after === null) return [];
    const { after } = change;
    const isChanged = !sameColumns(measureValues(before), measureValues(after));
    const writing = {
      id: before.id,
      number: before.number,
      revision: before.revision + (isChanged ? 1 : 0),
      facts: after,
    };
    const revisions: NewRevision[] = [];
    if (isChanged) {
      await update(tx, 'ledger_measure', before.id, { ...measureValues(after), revision: writing.revision });
      revisions.push(measureRevision(writing));
    }
    const rows = order.standing.rows.filter(({ measureId }) => measureId === before.id);
    for (const row of rows)
      revisions.push(...(await changeRow(tx, order.act, writing, { row, month: monthIn(after.months, row) })));
    const fresh = after.months.filter(({ period }) => !rows.some((row) => row.period === period));
    for (const month of fresh) revisions.push(await this.addMonth(tx, order.act, writing, month));
    return revisions;
  }

  private async removeMeasure(
    tx: EntityManager,
    order: PlanOrder,
    change: MeasureChange,
  ): Promise<readonly NewRevision[]> {
    const before = order.standing.measures.find(({ number }) => number === change.number);
    if (before === undefined) return [];
    const writing = { id: before.id, number: before.number, revision: before.revision + 1, facts: before };
    await update(tx, 'ledger_measure', before.id, { removed_at: order.act.now, revision: writing.revision });
    const rows = order.standing.rows.filter(({ measureId }) => measureId === before.id);
    const revisions: NewRevision[] = [measureRevision(writing)];
    for (const row of rows) revisions.push(...(await changeRow(tx, order.act, writing, { row, month: null })));
    return revisions;
  }

  /** A month that the plan did not have; one that was taken out before comes back with its history. */
  private async addMonth(tx: EntityManager, act: LedgerAct, writing: Writing, month: MonthPlan): Promise<NewRevision> {
    const [former] = await rowsIn<{ id: string; revision: number }>(
      tx,
      'SELECT id, revision FROM ledger_row WHERE measure_id = ? AND period = ?',
      [writing.id, month.period],
    );
    const row = this.newRow(act, writing, month, former);
    if (former === undefined) await insertRows(tx, 'ledger_row', [row.columns]);
    else await update(tx, 'ledger_row', former.id, row.columns);
    return row.revision;
  }

  private newRow(
    act: LedgerAct,
    writing: Writing,
    month: MonthPlan,
    former?: { readonly id: string; readonly revision: number },
  ): { readonly columns: Columns; readonly revision: NewRevision } {
    const id = former?.id ?? this.ids.next();
    const revision = (former?.revision ?? 0) + 1;
    const columns = {
      id,
      measure_id: writing.id,
      group_id: act.groupId,
      unit_id: writing.facts.unitId,
      period: month.period,
      ...BLANK,
      revision,
      ...planValues(month),
      changed_at: act.now,
      is_scored: false,
      removed_at: null,
    };
    const content: RowVersion = {
      id,
      ...planOf(month),
      revision,
      state: 'planned',
      work: '',
      result: '',
      figure: '',
      evidence: [],
      returnedReason: '',
      unitId: writing.facts.unitId,
      measureRevision: writing.revision,
    };
    return {
      columns,
      revision: { subjectId: id, measureId: writing.id, period: month.period, number: revision, content },
    };
  }
}

/** Writes what changes of one month: its plan, its unit, or that it goes. A scored month is left as it is. */
async function changeRow(
  tx: EntityManager,
  act: LedgerAct,
  writing: Writing,
  { row, month }: { readonly row: RowRecord; readonly month: MonthPlan | null },
): Promise<readonly NewRevision[]> {
  if (row.isScored) return [];
  const unitId = writing.facts.unitId;
  const isSame = month !== null && row.rowUnitId === unitId && sameColumns(planValues(month), planValues(row));
  if (isSame) return [];
  const revision = row.revision + 1;
  const columns: Columns = month === null ? { removed_at: act.now } : { ...planValues(month), unit_id: unitId };
  await update(tx, 'ledger_row', row.rowId, { ...columns, revision, changed_at: act.now });
  const content = { ...rowVersion(row), ...(month ?? {}), unitId, revision, measureRevision: writing.revision };
  return [{ subjectId: row.rowId, measureId: writing.id, period: row.period, number: revision, content }];
}

function measureRevision({ id, number, revision, facts }: Writing): NewRevision {
  const content = {
    ...factsOf({ ...facts, number, targetGoal: facts.target?.goal ?? '', targetUnit: facts.target?.unit ?? '' }),
    number,
  };
  return { subjectId: id, measureId: id, period: null, number: revision, content };
}

function monthIn(months: readonly MonthPlan[], { period }: RowRecord): MonthPlan | null {
  return months.find((month) => month.period === period) ?? null;
}

function sameColumns(one: Columns, other: Columns): boolean {
  return Object.keys(one).every((column) => one[column] === other[column]);
}

async function update(tx: EntityManager, table: string, id: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  const sets = names.map((name) => `${name} = ?`).join(', ');
  await execute(tx, `UPDATE ${table} SET ${sets} WHERE id = ?`, [...names.map((name) => columns[name] ?? null), id]);
}

async function insertAll(tx: EntityManager, table: string, rows: readonly Columns[]): Promise<void> {
  for (const some of batchesOf(rows)) await insertRows(tx, table, some);
}
