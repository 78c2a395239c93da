import { Injectable } from '@nestjs/common';
import { addMonths, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  chatSentence,
  dueInstant,
  isClosed,
  isNotHandedIn,
  isOutstanding,
  rulesFor,
  standingAt,
  sumsOf,
  type BoardCell,
  type BoardColumn,
  type BoardRow,
  type BoardView,
  type Channel,
  type DueRule,
  type ObligationKind,
} from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';

import { GroupYears, type YearData } from './group-years.queries';

interface CellRow {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly dueAt: Instant;
  readonly originalDueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
  readonly recordId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
}
interface ChangeRow extends DueChange {
  readonly obligationId: string;
}
interface WaiverRow {
  readonly obligationId: string;
  readonly reason: string | null;
}
interface ReminderRow {
  readonly obligationId: string;
  readonly state: string;
  readonly at: Instant;
}

type DueChange = NonNullable<BoardCell['dueChange']>;
type LastReminder = NonNullable<BoardCell['lastReminder']>;

interface OpenRow extends BoardRow {
  readonly cells: (BoardCell | null)[];
}

/** Without the reasons of waivers: a long text among the columns costs the database a fifth more to sort the rows. */
const OBLIGATIONS_OF_A_MONTH = `SELECT o.id, o.kind, o.due_at AS dueAt, o.original_due_at AS originalDueAt,
    o.closes_at AS closesAt, o.met_at AS metAt, o.channel, o.waived_at AS waivedAt, o.record_id AS recordId,
    u.id AS unitId, u.name AS unitName, u.kind AS unitKind
  FROM obligation o JOIN unit u ON u.id = o.unit_id
  WHERE o.group_id = ? AND o.period = ? ORDER BY u.number`;

const REMINDERS_OF_A_MONTH = `SELECT s.subject_id AS obligationId, s.state, s.updated_at AS at
  FROM obligation o JOIN delivery_subject s ON s.subject_id = o.id
  WHERE o.group_id = ? AND o.period = ?`;

const DUE_CHANGES_OF_A_MONTH = `SELECT c.obligation_id AS obligationId, c.kind, c.reason
  FROM obligation o JOIN obligation_change c ON c.obligation_id = o.id
  WHERE o.group_id = ? AND o.period = ? AND c.kind IN ('extended', 'shortened', 'moved') ORDER BY c.at, c.id`;

const WAIVERS_OF_A_MONTH = `SELECT id AS obligationId, waive_reason AS reason FROM obligation
  WHERE group_id = ? AND period = ? AND waived_at IS NOT NULL`;

/**
 * Reads the month's board (看板): who has and who has not, in two statements whatever the number of units, and one more
 * in a month in which a due time was changed, and in one in which something was waived.
 */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groupYears: GroupYears,
  ) {}

  /**
   * The board of a group for a month, units in official order; without a month that of the current one.
   * Refused for a month that the group's years do not hold.
   */
  async board(scope: Scope, named?: Period): Promise<BoardView> {
    const { groupId } = checkedScope(scope);
    const period = named ?? (await this.groupYears.currentPeriod(groupId)) ?? '';
    const year = await this.groupYears.required(groupId, period);
    const now = this.clock.now();
    const [cells, reminders] = await Promise.all([
      this.database.rows<CellRow>(OBLIGATIONS_OF_A_MONTH, [groupId, period]),
      this.database.rows<ReminderRow>(REMINDERS_OF_A_MONTH, [groupId, period]),
    ]);
    const rules = rulesFor(year.settings, period);
    const changes = cells.some(isDueChanged) ? await this.dueChanges(groupId, period) : new Map<string, DueChange>();
    const waivers = cells.some(isWaived) ? await this.waivers(groupId, period) : new Map<string, string | null>();
    const rows = rowsOf(cells, { rules, now, reminders: latestOf(reminders), changes, waivers });
    return {
      period,
      serverNow: now,
      previousPeriod: await this.neighbour(groupId, addMonths(period, -1)),
      nextPeriod: await this.neighbour(groupId, addMonths(period, 1)),
      columns: rules.map((rule, index) => columnOf(rows, { rule, index, period, year, now })),
      rows,
    };
  }

  private async dueChanges(groupId: string, period: Period): Promise<ReadonlyMap<string, DueChange>> {
    const rows = await this.database.rows<ChangeRow>(DUE_CHANGES_OF_A_MONTH, [groupId, period]);
    return new Map(rows.map(({ obligationId, kind, reason }) => [obligationId, { kind, reason }]));
  }

  private async waivers(groupId: string, period: Period): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.database.rows<WaiverRow>(WAIVERS_OF_A_MONTH, [groupId, period]);
    return new Map(rows.map(({ obligationId, reason }) => [obligationId, reason]));
  }

  private async neighbour(groupId: string, period: Period): Promise<Period | null> {
    return (await this.groupYears.of(groupId, period)) === null ? null : period;
  }
}

function isDueChanged({ dueAt, originalDueAt }: CellRow): boolean {
  return dueAt !== originalDueAt;
}

function isWaived({ waivedAt }: CellRow): boolean {
  return waivedAt !== null;
}

function latestOf(reminders: readonly ReminderRow[]): ReadonlyMap<string, LastReminder> {
  const latest = new Map<string, LastReminder>();
  for (const { obligationId, state, at } of reminders) {
    const known = latest.get(obligationId);
    if (known === undefined || known.at < at) latest.set(obligationId, { state, at });
  }
  return latest;
}

interface Stitching {
  readonly rules: readonly DueRule[];
  readonly now: Instant;
  readonly reminders: ReadonlyMap<string, LastReminder>;
  readonly changes: ReadonlyMap<string, DueChange>;
  readonly waivers: ReadonlyMap<string, string | null>;
}

/** The cells come unit by unit, so each row is begun once and filled in place: a big group has thousands. */
function rowsOf(cells: readonly CellRow[], stitching: Stitching): readonly BoardRow[] {
  const places = new Map<ObligationKind, number>(stitching.rules.map((rule, index) => [rule.kind, index]));
  const rows: OpenRow[] = [];
  const returned: OpenRow[] = [];
  let row: OpenRow | undefined;
  for (const cell of cells) {
    if (row?.unitId !== cell.unitId) {
      row = emptyRow(cell, stitching.rules.length);
      rows.push(row);
    }
    const place = places.get(cell.kind);
    if (place !== undefined) row.cells[place] = cellOf(cell, stitching);
    else if (isOpenCorrection(cell)) returned.push(row);
  }
  markReturned(returned, places.get('monthly-report'));
  return rows;
}

function emptyRow({ unitId, unitName, unitKind }: CellRow, columns: number): OpenRow {
  return { unitId, unitName, unitKind, cells: new Array<BoardCell | null>(columns).fill(null) };
}

/** An open correction marks the unit's report as sent back. */
function markReturned(rows: readonly OpenRow[], reports: number | undefined): void {
  if (reports === undefined) return;
  for (const { cells } of rows) {
    const report = cells[reports];
    if (report) cells[reports] = { ...report, isReturned: true };
  }
}

function cellOf(cell: CellRow, { now, reminders, changes, waivers }: Stitching): BoardCell {
  return {
    obligationId: cell.id,
    standing: standingAt(cell, now),
    isReturned: false,
    isClosed: isOutstanding(cell) && isClosed(cell.closesAt, now),
    dueAt: cell.dueAt,
    dueChange: isDueChanged(cell) ? (changes.get(cell.id) ?? null) : null,
    metAt: cell.metAt,
    channel: cell.channel,
    waiveReason: isWaived(cell) ? (waivers.get(cell.id) ?? null) : null,
    reportId: cell.recordId,
    lastReminder: reminders.get(cell.id) ?? null,
  };
}

function isOpenCorrection({ kind, metAt, waivedAt }: CellRow): boolean {
  return kind === 'report-correction' && metAt === null && waivedAt === null;
}

interface ColumnFacts {
  readonly rule: DueRule;
  readonly index: number;
  readonly period: Period;
  readonly year: YearData;
  readonly now: Instant;
}

function columnOf(rows: readonly BoardRow[], { rule, index, period, year, now }: ColumnFacts): BoardColumn {
  const cells: BoardCell[] = [];
  const missing: { readonly unitName: string; readonly dueAt: Instant }[] = [];
  for (const row of rows) {
    const cell = row.cells[index];
    if (!cell) continue;
    cells.push(cell);
    if (isNotHandedIn(cell.standing)) missing.push({ unitName: row.unitName, dueAt: cell.dueAt });
  }
  const sums = sumsOf(cells);
  const dueAt = commonDueAt(cells) ?? dueInstant(rule, period, year.settings.calendar);
  const missingUnits = missing.map(({ unitName }) => unitName);
  const extended = missing.filter((unit) => unit.dueAt > dueAt);
  const sentence = chatSentence({ title: rule.title, period, sums, missingUnits, extended, dueAt, now });
  return {
    kind: rule.kind,
    title: rule.title,
    dueAt,
    movedReason: movedReason(cells, dueAt),
    sums,
    chatSentence: sentence,
  };
}

/** Why the due time that most of the units have is not the rule's: an outage moved it. */
function movedReason(cells: readonly BoardCell[], dueAt: Instant): string | null {
  const moved = cells.find((cell) => cell.dueAt === dueAt && cell.dueChange?.kind === 'moved');
  return moved?.dueChange?.reason ?? null;
}

/** The due time that most of the units have; an outage moves it for all, an extension for one. */
function commonDueAt(cells: readonly BoardCell[]): Instant | null {
  const counts = new Map<Instant, number>();
  for (const { dueAt } of cells) counts.set(dueAt, (counts.get(dueAt) ?? 0) + 1);
  let common: Instant | null = null;
  for (const [dueAt, count] of counts) {
    if (common === null || count > (counts.get(common) ?? 0)) common = dueAt;
  }
  return common;
}
