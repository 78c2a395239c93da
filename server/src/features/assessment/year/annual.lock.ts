import type { EntityManager } from 'typeorm';
import {
  movedMonthsOf,
  yearCaseOf,
  type AnnualResultView,
  type AnnualSituation,
  type AnnualState,
} from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { YearCase, YearScore } from '@jiannuo/shared/scoring';
import { forUpdate, rowsIn } from '../../../platform/database';
import { checkedScope, type Actor, type Scope } from '../../../platform/identity';
import type { CountyYear, GroupYear } from './annual-records';

/** A year whose result is final. */
export interface ClosedYear {
  readonly id: string;
  readonly state: Exclude<AnnualState, 'open'>;
  readonly finalisedAt: Instant;
  readonly publishedAt: Instant | null;
  readonly byUnit: string;
}

const YEAR = `SELECT id, state, finalised_at AS finalisedAt, published_at AS publishedAt, by_unit_name AS byUnit
  FROM annual_year WHERE group_id = ? AND year = ?`;

/** How far a year has come; null while it is open. */
export async function readYear(tx: EntityManager, groupId: string, year: number): Promise<ClosedYear | null> {
  const [found] = await rowsIn<ClosedYear>(tx, YEAR, [groupId, year]);
  return found ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockYear(tx: EntityManager, groupId: string, year: number): Promise<ClosedYear | null> {
  const [found] = await rowsIn<ClosedYear>(tx, `${YEAR}${forUpdate(tx)}`, [groupId, year]);
  return found ?? null;
}

/** What a decision asks of a year. */
export function yearSituation(actor: Actor, year: ClosedYear | null, { counties }: GroupYear): AnnualSituation {
  const isScored = counties.some(({ unitId }) => unitId === actor.unitId);
  return { state: year?.state ?? 'open', role: actor.role, isScored };
}

type ResultRow = Omit<AnnualResultView, 'kind' | 'year' | 'taskPart' | 'innovation' | 'total'> & {
  readonly unitId: string;
  readonly scoreCase: string;
  readonly result: string;
};

/** A year's fixed results by county, oldest first. */
export type FixedResults = ReadonlyMap<string, readonly AnnualResultView[]>;

/** Reads them. */
export async function resultsIn(tx: EntityManager, scope: Scope, year: number): Promise<FixedResults> {
  const { groupId, unitId } = checkedScope(scope);
  const rows = await rowsIn<ResultRow>(
    tx,
    `SELECT unit_id AS unitId, number, score_case AS scoreCase, result, reason, by_unit_name AS byUnit, at
     FROM annual_result WHERE group_id = ? AND year = ? AND (? IS NULL OR unit_id = ?) ORDER BY number`,
    [groupId, year, unitId, unitId],
  );
  const byUnit = new Map<string, AnnualResultView[]>();
  for (const { unitId: unit, scoreCase, result, ...row } of rows) {
    const { taskPart, innovation, total } = JSON.parse(result) as YearScore;
    const kind = row.number === 1 ? 'final' : 'correction';
    const view = { ...row, kind, year: JSON.parse(scoreCase) as YearCase, taskPart, innovation, total } as const;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), view]);
  }
  return byUnit;
}

/** The months of a county that were corrected since the result that holds was made from them; none where there is no result. */
export function movedSince({ unitId, records }: CountyYear, results: FixedResults): readonly Period[] {
  const holds = results.get(unitId)?.at(-1);
  return holds === undefined ? [] : movedMonthsOf(holds.year, yearCaseOf(records));
}
