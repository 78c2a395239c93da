import { Injectable } from '@nestjs/common';
import { addMonths, beijingDate, periodOf, type DateText, type Period } from '@jiannuo/shared/kernel';
import {
  countDeadlines,
  deadlineStanding,
  missingOnes,
  type LedgerYearCell,
  type LedgerYearUnit,
  type LedgerYearView,
  type RowState,
} from '@jiannuo/shared/ledger';
import type { UnitKind } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { PeopleQueries } from '../people';
import { factsOf, MEASURE_COLUMNS, type MeasureColumns } from './ledger-rows';
import { LedgerYears } from './plan.context';

interface CountedRow {
  readonly unitId: string;
  readonly period: Period;
  readonly state: RowState;
  readonly nodeOn: DateText | null;
}

/** The kinds of unit that carry tasks: one without a plan yet is shown with its gap. */
const CARRYING_KINDS: readonly UnitKind[] = ['department', 'county', 'zone'];

/** Reads a year at a glance: who has what planned, and how it stands. */
@Injectable()
export class YearQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: LedgerYears,
    private readonly groupYears: GroupYears,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * The units within the scope that can be asked something, month by month, in the running or nearest year when none is
   * named. The lead unit itself is no row of it.
   */
  async year(actor: Actor, asked?: number): Promise<LedgerYearView> {
    const scope = scopeOf(actor);
    const now = this.clock.now();
    const year = asked ?? (await this.latestYear(actor.groupId));
    const { settings, headings } = await this.years.of(actor.groupId, year);
    const [units, rows, measures, planRevision] = await Promise.all([
      this.people.unitsOf(scope),
      this.rowsOf(scope, year),
      this.measuresOf(scope, year),
      this.revisionOf(actor.groupId, year),
    ]);
    const periods = monthsFrom(settings.firstPeriod, settings.lastPeriod);
    const today = beijingDate(now);
    const rowsByUnit = byUnit(rows);
    const measuresByUnit = byUnit(measures);
    const shown = units.filter(({ id, kind }) => measuresByUnit.has(id) || CARRYING_KINDS.includes(kind));
    return {
      year,
      serverNow: now,
      periods,
      currentPeriod: periodOf(today),
      headings,
      planRevision,
      deadlines: periods.map((period) => ({
        period,
        counts: countDeadlines(
          rows.filter((row) => row.period === period),
          today,
        ),
      })),
      units: shown.map(({ id, name, kind }): LedgerYearUnit => {
        const own = measuresByUnit.get(id) ?? [];
        return {
          unitId: id,
          unitName: name,
          unitKind: kind,
          cells: cellsOf(periods, rowsByUnit.get(id) ?? [], today),
          measures: own.length,
          complete: own.filter((measure) => missingOnes(factsOf(measure)).length === 0).length,
        };
      }),
    };
  }

  private async latestYear(groupId: string): Promise<number> {
    const period = await this.groupYears.currentPeriod(groupId);
    if (period === null) throw DomainError.notFound('ledger.year-unknown');
    return Number(period.slice(0, 4));
  }

  private rowsOf(scope: Scope, year: number): Promise<CountedRow[]> {
    const { groupId, unitId } = checkedScope(scope);
    return this.database.rows<CountedRow>(
      `SELECT r.unit_id AS unitId, r.period, r.state, r.node_on AS nodeOn FROM ledger_row r
       WHERE r.group_id = ? AND r.removed_at IS NULL AND r.period >= ? AND r.period <= ? AND (? IS NULL OR r.unit_id = ?)`,
      [groupId, `${String(year)}-01`, `${String(year)}-12`, unitId, unitId],
    );
  }

  private measuresOf(scope: Scope, year: number): Promise<MeasureColumns[]> {
    const { groupId, unitId } = checkedScope(scope);
    return this.database.rows<MeasureColumns>(
      `SELECT m.unit_id AS unitId, ${MEASURE_COLUMNS} FROM ledger_measure m JOIN ledger_plan p ON p.id = m.plan_id
       WHERE p.group_id = ? AND p.year = ? AND m.removed_at IS NULL AND (? IS NULL OR m.unit_id = ?)`,
      [groupId, year, unitId, unitId],
    );
  }

  private async revisionOf(groupId: string, year: number): Promise<number> {
    const sql = 'SELECT revision FROM ledger_plan WHERE group_id = ? AND year = ?';
    return (await this.database.row<{ revision: number }>(sql, [groupId, year]))?.revision ?? 0;
  }
}

function byUnit<T extends { readonly unitId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const units = new Map<string, T[]>();
  for (const row of rows) {
    const known = units.get(row.unitId);
    if (known === undefined) units.set(row.unitId, [row]);
    else known.push(row);
  }
  return units;
}

function monthsFrom(first: Period, last: Period): readonly Period[] {
  const periods: Period[] = [];
  for (let period = first; period <= last; period = addMonths(period, 1)) periods.push(period);
  return periods;
}

function cellsOf(periods: readonly Period[], rows: readonly CountedRow[], today: DateText): readonly LedgerYearCell[] {
  return periods.map((period) => {
    const own = rows.filter((row) => row.period === period);
    const countOf = (state: RowState): number => own.filter((row) => row.state === state).length;
    return {
      period,
      total: own.length,
      done: countOf('done'),
      onSchedule: countOf('on-schedule'),
      late: own.filter((row) => deadlineStanding(row, today) === 'late').length,
    };
  });
}
