import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type {
  Completion,
  Evidence,
  LedgerRowView,
  MeasureFacts,
  MonthPlan,
  PlannedMeasure,
  RatioFigures,
  RowState,
  ShowableWork,
} from '@jiannuo/shared/ledger';
import { forUpdate, rowsIn, type SqlValue } from '../../platform/database';

/** A month of a measure with what the measure says of itself: what a unit is asked, and how it went. */
export type MonthMeasure = Omit<LedgerRowView, 'actions'>;

/** A month of a measure as the tables hold it. */
export interface RowRecord extends MonthPlan, MeasureColumns, SaidColumns {
  readonly rowId: string;
  readonly measureId: string;
  readonly measureRevision: number;
  /** Who answers for this month; the measure may have gone to another unit since it was scored. */
  readonly rowUnitId: string;
  readonly revision: number;
  readonly state: RowState;
  readonly work: string;
  readonly result: string;
  readonly figure: string;
  readonly returnedReason: string;
  readonly changedAt: Instant;
  /** Whether a score rests on it; both databases answer 1 for yes. */
  readonly isScored: boolean | number;
}

/** Evidence and figures as the table holds them. */
export interface SaidColumns {
  readonly evidence: string;
  readonly ratio: string | null;
}

/** A measure as its table holds it. */
export interface MeasureColumns {
  readonly unitId: string;
  readonly number: number;
  readonly task: string;
  readonly headingId: string;
  readonly title: string;
  readonly leader: string;
  readonly section: string;
  readonly scheme: string;
  readonly contact: string;
  readonly targetGoal: string;
  readonly targetUnit: string;
}

export const MEASURE_COLUMNS = `m.number, m.task, m.heading_id AS headingId, m.title, m.leader, m.section, m.scheme,
  m.contact, m.target_goal AS targetGoal, m.target_unit AS targetUnit`;

const ROW_COLUMNS = `r.id AS rowId, r.measure_id AS measureId, r.unit_id AS rowUnitId, m.unit_id AS unitId, r.period,
  r.revision, r.state, r.goal, r.timetable, r.node_on AS nodeOn, r.route, r.detail, r.work, r.result, r.figure,
  r.returned_reason AS returnedReason, r.evidence, r.ratio, r.changed_at AS changedAt, r.is_scored AS isScored,
  m.revision AS measureRevision, ${MEASURE_COLUMNS}`;

/** Rows of measures that are in the plan; conditions name rows `r` and measures `m`. */
export const ROW_SELECT = `SELECT ${ROW_COLUMNS} FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
  WHERE r.removed_at IS NULL`;

const NO_EVIDENCE: readonly Evidence[] = [];

/** The columns as others read them. */
export function monthMeasureOf(row: RowRecord): MonthMeasure {
  return {
    id: row.rowId,
    revision: row.revision,
    measureId: row.measureId,
    measure: { ...factsOf(row), unitId: row.rowUnitId, number: row.number },
    ...planOf(row),
    state: row.state,
    work: row.work,
    result: row.result,
    figure: row.figure,
    ...saidOf(row),
    returnedReason: row.returnedReason,
    isScored: Boolean(row.isScored),
    changedAt: row.changedAt,
  };
}

/** Evidence and figures as others read them. */
export function saidOf({ evidence, ratio }: SaidColumns): ShowableWork {
  return {
    evidence: evidence === '[]' ? NO_EVIDENCE : (JSON.parse(evidence) as readonly Evidence[]),
    ...(ratio === null ? {} : { ratio: JSON.parse(ratio) as RatioFigures }),
  };
}

/** What the unit says of the month. */
export function completionOf({ work, result, figure, evidence, ratio }: Completion): Completion {
  return { work, result, figure, evidence, ...(ratio === undefined ? {} : { ratio }) };
}

/** What is planned for the month. */
export function planOf({ period, goal, timetable, route, detail, nodeOn }: MonthPlan): MonthPlan {
  return { period, goal, timetable, route, detail, nodeOn };
}

/** What the measure says of itself. */
export function factsOf(row: MeasureColumns): MeasureFacts {
  const { task, headingId, title, unitId, leader, section, scheme, contact, targetGoal, targetUnit } = row;
  const target = targetGoal === '' ? null : { goal: targetGoal, unit: targetUnit };
  return { task, headingId, title, unitId, leader, section, scheme, contact, target };
}

/** The same as columns to be written. */
export function measureValues(facts: MeasureFacts): Readonly<Record<string, SqlValue>> {
  return {
    unit_id: facts.unitId,
    task: facts.task,
    heading_id: facts.headingId,
    title: facts.title,
    leader: facts.leader,
    section: facts.section,
    scheme: facts.scheme,
    contact: facts.contact,
    target_goal: facts.target?.goal ?? '',
    target_unit: facts.target?.unit ?? '',
  };
}

/** What is planned for a month as columns to be written. */
export function planValues(plan: MonthPlan): Readonly<Record<string, SqlValue>> {
  const { goal, timetable, nodeOn, route, detail } = plan;
  return { goal, timetable, node_on: nodeOn, route, detail };
}

/** A plan in the making, locked for the transaction. */
export interface LockedPlan {
  readonly measures: readonly (PlannedMeasure & { readonly id: string; readonly revision: number })[];
  readonly rows: readonly RowRecord[];
}

/** A year's measures and rows, locked until the transaction ends; one that has no month left stands without any. */
export async function lockedPlan(tx: EntityManager, planId: string): Promise<LockedPlan> {
  const rows = await rowsIn<RowRecord>(
    tx,
    `${ROW_SELECT} AND m.plan_id = ? ORDER BY m.number, r.period${forUpdate(tx)}`,
    [planId],
  );
  return { measures: measuresOf(rows), rows };
}

/** Rows put together by measure. */
export function measuresOf(rows: readonly RowRecord[]): LockedPlan['measures'] {
  const byMeasure = new Map<string, RowRecord[]>();
  for (const row of rows) {
    const known = byMeasure.get(row.measureId);
    if (known === undefined) byMeasure.set(row.measureId, [row]);
    else known.push(row);
  }
  return [...byMeasure.values()].flatMap((months) => {
    const [first] = months;
    if (first === undefined) return [];
    const { measureId: id, measureRevision: revision, number } = first;
    return [{ ...factsOf(first), id, revision, number, months: months.map(planOf) }];
  });
}
