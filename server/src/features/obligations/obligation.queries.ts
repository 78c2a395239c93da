import { Injectable } from '@nestjs/common';
import { addMonths, beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  dueInstant,
  isNotHandedIn,
  nextSteps,
  rulesFor,
  standingAt,
  type Channel,
  type DueChangeView,
  type MyObligationsView,
  type ObligationKind,
  type ObligationView,
} from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { batchesOf, Database, placesFor } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { GroupYears, titleOf, type YearData } from './group-years.queries';
import { ObligationRecords, type RecordProgress } from './obligation-records';

/** How many obligations a page of those who owe holds. */
const PAGE = 1_000;

/** Something that a unit still owes. */
export interface OwedObligation {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: ObligationKind;
  /** The name that a notice gave it; null for what a rule names. */
  readonly title: string | null;
  readonly period: Period;
  readonly article: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  /** The record to open, where it was handed in before. */
  readonly recordId: string | null;
}

interface ObligationRow extends OwedObligation {
  readonly originalDueAt: Instant;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
  readonly waiveReason: string | null;
}

interface ChangeRow {
  readonly obligationId: string;
  readonly kind: DueChangeView['kind'];
  readonly reason: string;
  readonly byName: string;
  readonly at: Instant;
}

const OWED_COLUMNS = `o.id, o.group_id AS groupId, o.unit_id AS unitId, u.name AS unitName, o.kind, o.title, o.period,
  o.article, o.created_at AS createdAt, o.due_at AS dueAt, o.closes_at AS closesAt, o.record_id AS recordId`;
const COLUMNS = `${OWED_COLUMNS}, o.original_due_at AS originalDueAt, o.met_at AS metAt, o.channel,
  o.waived_at AS waivedAt, o.waive_reason AS waiveReason`;
const FROM = 'FROM obligation o JOIN unit u ON u.id = o.unit_id';

/** Reads what is owed. */
@Injectable()
export class ObligationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groupYears: GroupYears,
    private readonly records: ObligationRecords,
  ) {}

  /** One unit's list: what is open up to this month, soonest first, and what is done, latest first. */
  async mine(scope: Scope, unit: { readonly id: string; readonly kind: UnitKind }): Promise<MyObligationsView> {
    checkedScope(scope);
    const now = this.clock.now();
    const current = periodOf(beijingDate(now));
    const rows = await this.database.rows<ObligationRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE o.group_id = ? AND o.unit_id = ? AND (o.period <= ? OR o.title IS NOT NULL)
       ORDER BY o.due_at, o.id`,
      [scope.groupId, unit.id, current],
    );
    const views = await this.viewsOf(unit.id, rows, now);
    const open = views.filter((view) => isNotHandedIn(view.standing));
    const done = views.filter((view) => !isNotHandedIn(view.standing)).reverse();
    return {
      serverNow: now,
      open,
      done,
      next: open.length > 0 ? null : await this.nextOf(scope.groupId, unit.kind, current),
    };
  }

  /** What one unit still has to do, soonest first: of a ticket the next step alone, and nothing that is closed. */
  async steps(scope: Scope & { readonly unitId: string }): Promise<readonly ObligationView[]> {
    const { groupId, unitId } = checkedScope(scope);
    const now = this.clock.now();
    const rows = await this.database.rows<ObligationRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE o.group_id = ? AND o.unit_id = ? AND (o.period <= ? OR o.title IS NOT NULL)
         AND o.met_at IS NULL AND o.waived_at IS NULL AND (o.closes_at IS NULL OR o.closes_at > ?)
       ORDER BY o.due_at, o.id`,
      [groupId, unitId, periodOf(beijingDate(now)), now],
    );
    return nextSteps(await this.viewsOf(scope.unitId, rows, now));
  }

  /** Those of a group who still owe one kind of thing for a month; otherwise as `owingWhere`. */
  owing(
    groupId: string,
    kind: ObligationKind,
    period: Period,
    now: Instant,
  ): AsyncGenerator<readonly OwedObligation[]> {
    return this.owingWhere('o.group_id = ? AND o.period = ? AND o.kind = ?', [groupId, period, kind], now);
  }

  /** What is still owed to a group for some months (inclusive) and is due between two instants; otherwise as `owingWhere`. */
  owingBetween(
    groupId: string,
    months: { readonly first: Period; readonly last: Period },
    due: { readonly from: Instant; readonly to: Instant },
    now: Instant,
  ): AsyncGenerator<readonly OwedObligation[]> {
    const where = 'o.group_id = ? AND o.due_at > ? AND o.due_at <= ? AND o.period >= ? AND o.period <= ?';
    return this.owingWhere(where, [groupId, due.from, due.to, months.first, months.last], now);
  }

  /**
   * What is still owed, in pages, in the order of ids. What was handed in or waived in the meantime is left out, what is
   * past `now`'s closing too.
   */
  private async *owingWhere(
    where: string,
    parameters: readonly string[],
    now: Instant,
  ): AsyncGenerator<readonly OwedObligation[]> {
    let last = '';
    for (;;) {
      const page = await this.database.rows<OwedObligation>(
        `SELECT ${OWED_COLUMNS} ${FROM}
         WHERE ${where} AND o.met_at IS NULL AND o.waived_at IS NULL
           AND (o.closes_at IS NULL OR o.closes_at > ?) AND o.id > ?
         ORDER BY o.id LIMIT ${String(PAGE)}`,
        [...parameters, now, last],
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      last = page[page.length - 1]?.id ?? '';
    }
  }

  /** Of the obligations named, within the scope, those that are still owed. */
  async stillOwed(scope: Scope, ids: readonly string[]): Promise<readonly OwedObligation[]> {
    checkedScope(scope);
    const found: OwedObligation[] = [];
    for (const chunk of batchesOf(ids)) {
      const rows = await this.database.rows<OwedObligation>(
        `SELECT ${OWED_COLUMNS} ${FROM} WHERE o.group_id = ? AND (? IS NULL OR o.unit_id = ?)
           AND o.met_at IS NULL AND o.waived_at IS NULL AND o.id IN (${placesFor(chunk)})`,
        [scope.groupId, scope.unitId, scope.unitId, ...chunk],
      );
      found.push(...rows);
    }
    return found;
  }

  /** How many of these obligations there are within the scope, whether still owed or not. */
  async countKnown(scope: Scope, ids: readonly string[]): Promise<number> {
    checkedScope(scope);
    let known = 0;
    for (const chunk of batchesOf(ids)) {
      const [row] = await this.database.rows<{ n: number | string }>(
        `SELECT COUNT(*) AS n FROM obligation o WHERE o.group_id = ? AND (? IS NULL OR o.unit_id = ?)
           AND o.id IN (${placesFor(chunk)})`,
        [scope.groupId, scope.unitId, scope.unitId, ...chunk],
      );
      known += Number(row?.n ?? 0);
    }
    return known;
  }

  private async viewsOf(unitId: string, rows: readonly ObligationRow[], now: Instant): Promise<ObligationView[]> {
    const ids = rows.map(({ id }) => id);
    const [progress, changes] = await Promise.all([
      this.records.of(unitId, ids),
      this.dueChanges(rows.filter((row) => row.dueAt !== row.originalDueAt)),
    ]);
    const views: ObligationView[] = [];
    // One after the other: the first row of a year reads it, the others find it kept.
    for (const row of rows) {
      views.push(await this.viewOf(row, now, { progress: progress.get(row.id), change: changes.get(row.id) }));
    }
    return views;
  }

  private async viewOf(
    row: ObligationRow,
    now: Instant,
    more: { readonly progress: RecordProgress | undefined; readonly change: DueChangeView | undefined },
  ): Promise<ObligationView> {
    const year = await this.groupYears.of(row.groupId, row.period);
    const { progress } = more;
    return {
      id: row.id,
      kind: row.kind,
      title: nameOf(row, year),
      period: row.period,
      article: row.article,
      dueAt: row.dueAt,
      originalDueAt: row.originalDueAt,
      closesAt: row.closesAt,
      metAt: row.metAt,
      channel: row.channel,
      standing: standingAt(row, now),
      waiveReason: row.waiveReason,
      dueChange: more.change ?? null,
      reportId: progress?.recordId ?? row.recordId,
      reportState: progress?.state ?? null,
      progress: stepsOf(progress),
      draftSavedAt: progress?.savedAt ?? null,
      asker: progress?.asker ?? null,
    };
  }

  private async dueChanges(rows: readonly ObligationRow[]): Promise<ReadonlyMap<string, DueChangeView>> {
    if (rows.length === 0) return new Map();
    const changes = await this.database.rows<ChangeRow>(
      `SELECT obligation_id AS obligationId, kind, reason, by_name AS byName, at FROM obligation_change
       WHERE kind IN ('extended', 'shortened', 'moved') AND obligation_id IN (${placesFor(rows)}) ORDER BY at, id`,
      rows.map((row) => row.id),
    );
    return new Map(changes.map(({ obligationId, byName, ...change }) => [obligationId, { ...change, by: byName }]));
  }

  private async nextOf(groupId: string, unitKind: UnitKind, current: Period): Promise<MyObligationsView['next']> {
    const period = addMonths(current, 1);
    const year = await this.groupYears.of(groupId, period);
    if (year === null) return null;
    const [next] = rulesFor(year.settings, period)
      .filter((rule) => rule.unitKinds.includes(unitKind))
      .map((rule) => ({ title: rule.title, period, dueAt: dueInstant(rule, period, year.settings.calendar) }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    return next ?? null;
  }
}

/** A record that is not filled heading by heading, as a self-assessment, has no such progress. */
function stepsOf(progress: RecordProgress | undefined): ObligationView['progress'] {
  if (progress === undefined || progress.total === 0) return null;
  return { filled: progress.filled, total: progress.total };
}

/** What the thing is called; what a rule of a year names is nameless without it. */
function nameOf(row: ObligationRow, year: YearData | null): string {
  return year === null ? (row.title ?? '') : titleOf(year.settings, row);
}
