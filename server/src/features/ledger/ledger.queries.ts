import { Injectable } from '@nestjs/common';
import { addMonths, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  allowedRowActions,
  cutOffOf,
  inWorkingOrder,
  type LedgerAttachment,
  type AskingHeading,
  type LedgerMonthView,
  type LedgerRevisionView,
  type LedgerRowView,
  type MeasureView,
} from '@jiannuo/shared/ledger';
import { Clock } from '../../platform/clock';
import { Database, placesFor } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, ReviewedMonths, type YearData } from '../obligations';
import { measuresOf, ROW_SELECT, type MonthMeasure, type RowRecord } from './ledger-rows';
import { LedgerMeasures } from './ledger.measures';
import { headingsOf } from './plan.context';

/** Reads one unit's month, and one measure's life. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly measures: LedgerMeasures,
    private readonly reviewed: ReviewedMonths,
  ) {}

  /**
   * A unit's month: its own when no unit is named, the running or nearest one when no month is. A unit out of scope is
   * not found.
   */
  async month(actor: Actor, asked: { readonly period?: Period; readonly unitId?: string }): Promise<LedgerMonthView> {
    const period = asked.period ?? (await this.years.currentPeriod(actor.groupId));
    if (period === null) throw DomainError.notFound('ledger.period-outside');
    const unit = await this.unitFor(actor, asked.unitId ?? actor.unitId);
    const year = await this.years.of(actor.groupId, period);
    if (year === null) throw DomainError.notFound('ledger.period-outside');
    const scope = scopeOf(actor);
    const { groupId } = actor;
    const last = addMonths(period, -1);
    const [rows, before, periods, isReviewed, wasReviewed] = await Promise.all([
      this.measures.measuresOf(scope, unit.id, period),
      this.measures.measuresOf(scope, unit.id, last),
      this.periodsOf(unit.id, year),
      this.reviewed.isReviewed({ groupId, unitId: unit.id, period }),
      this.reviewed.isReviewed({ groupId, unitId: unit.id, period: last }),
    ]);
    const headings = year.form.headings.map(({ id, ordinal, title, shortTitle, target }): AskingHeading => {
      return { id, ordinal, title, shortTitle, target };
    });
    const view = (measure: MonthMeasure, reviewed: boolean): LedgerRowView => {
      const cutOff = cutOffOf(year.settings, measure.period);
      return { ...measure, actions: allowedRowActions({ ...measure, role: actor.role, isReviewed: reviewed, cutOff }) };
    };
    const open = before.filter(({ state }) => state === 'on-schedule');
    const recheck = open.map((each) => view(each, wasReviewed));
    const own = rows.map((each) => view(each, isReviewed));
    const shown = [...own, ...recheck];
    return {
      period,
      serverNow: this.clock.now(),
      unitId: unit.id,
      unitName: unit.name,
      periods,
      headings,
      cutOff: cutOffOf(year.settings, period),
      rows: inWorkingOrder(own, headings),
      recheck,
      attachments: await this.attachmentsOf(groupId, shown),
    };
  }

  /** A measure with its months and everything that ever happened to it, latest first. */
  async measure(actor: Actor, id: string): Promise<MeasureView> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const sql = `${ROW_SELECT} AND m.id = ? AND m.group_id = ? AND (? IS NULL OR m.unit_id = ?) ORDER BY r.period`;
    const rows = await this.database.rows<RowRecord>(sql, [id, groupId, unitId, unitId]);
    const [measure] = measuresOf(rows);
    const [first] = rows;
    if (measure === undefined || first === undefined) throw DomainError.notFound('ledger.not-found');
    const [unit, year, plan] = await Promise.all([
      this.unitFor(actor, measure.unitId),
      this.years.of(groupId, first.period),
      this.database.row<{ revision: number }>(
        'SELECT p.revision FROM ledger_plan p JOIN ledger_measure m ON m.plan_id = p.id WHERE m.id = ?',
        [id],
      ),
    ]);
    return {
      id,
      measure,
      unitName: unit.name,
      headings: year === null ? [] : headingsOf(year.form.headings),
      planRevision: plan?.revision ?? 0,
      history: await this.historyOf(id),
    };
  }

  private async unitFor(actor: Actor, id: string): Promise<{ readonly id: string; readonly name: string }> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const sql = 'SELECT id, name FROM unit WHERE id = ? AND group_id = ? AND (? IS NULL OR id = ?)';
    const unit = await this.database.row<{ id: string; name: string }>(sql, [id, groupId, unitId, unitId]);
    if (unit === null) throw DomainError.notFound('ledger.not-found');
    return unit;
  }

  private async periodsOf(unitId: string, { settings }: YearData): Promise<readonly Period[]> {
    const sql = `SELECT DISTINCT period FROM ledger_row WHERE unit_id = ? AND removed_at IS NULL
      AND period >= ? AND period <= ? ORDER BY period`;
    const rows = await this.database.rows<{ period: Period }>(sql, [unitId, settings.firstPeriod, settings.lastPeriod]);
    return rows.map(({ period }) => period);
  }

  private async historyOf(measureId: string): Promise<readonly LedgerRevisionView[]> {
    return this.database.rows<LedgerRevisionView & { readonly at: Instant }>(
      `SELECT period, number, action, reason, by_name AS byName, by_unit_name AS byUnitName, at FROM ledger_revision
       WHERE measure_id = ? ORDER BY at DESC, id DESC`,
      [measureId],
    );
  }

  private async attachmentsOf(groupId: string, rows: readonly LedgerRowView[]): Promise<readonly LedgerAttachment[]> {
    const ids = rows.flatMap(({ evidence }) => evidence.flatMap(({ attachmentId }) => attachmentId ?? []));
    if (ids.length === 0) return [];
    const sql = `SELECT id, name, bytes FROM attachment WHERE group_id = ? AND id IN (${placesFor(ids)})`;
    return this.database.rows<LedgerAttachment>(sql, [groupId, ...ids]);
  }
}
