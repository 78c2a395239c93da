import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HeldItem } from '@jiannuo/shared/burden';
import { addMonths, beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { ReportContent } from '@jiannuo/shared/reporting';
import { noticeNumber, type NoticeContent } from '@jiannuo/shared/supervision';
import { Database, placesFor, rowsIn, type SqlValue } from '../../platform/database';
import { GroupYears } from '../obligations';

/** How many units are looked at before something is asked; a group has about thirty, and asking thousands stays quick. */
export const MOST_UNITS = 60;

interface ReportRow {
  readonly id: string;
  readonly unitId: string;
  readonly period: Period;
  readonly at: Instant;
  readonly content: string;
}
interface LedgerRow {
  readonly id: string;
  readonly unitId: string;
  readonly period: Period;
  readonly title: string;
  readonly goal: string;
  readonly at: Instant;
}
interface TicketRow {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly number: number;
  readonly content: string;
  readonly at: Instant;
}

/** Reads rows, inside a transaction or outside. */
type Read = <T extends object>(sql: string, parameters: readonly SqlValue[]) => Promise<T[]>;

/** Whose material is looked for, and of which months. */
interface Where {
  readonly groupId: string;
  readonly unitIds: readonly string[];
  readonly months: readonly Period[];
}

/** Reads what the lead unit holds of units already: reports and ledger of this month and the last, and what notices brought in. */
@Injectable()
export class HeldQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
  ) {}

  /** Everything held of these units, at most sixty of them. Inside a transaction its manager must be given. */
  async of(groupId: string, units: readonly string[], now: Instant, tx?: EntityManager): Promise<readonly HeldItem[]> {
    const unitIds = units.slice(0, MOST_UNITS);
    if (unitIds.length === 0) return [];
    const month = periodOf(beijingDate(now));
    const where = { groupId, unitIds, months: [month, addMonths(month, -1)] };
    const year = await this.years.ofYear(groupId, Number(month.slice(0, 4)), tx);
    const titles = new Map((year?.form.headings ?? []).map(({ id, title }) => [id, title]));
    const read: Read = (sql, parameters) =>
      tx === undefined ? this.database.rows(sql, parameters) : rowsIn(tx, sql, parameters);
    const held = await Promise.all([reported(read, where, titles), inLedger(read, where), broughtIn(read, where)]);
    return held.flat();
  }
}

/** The headings that a unit has written something under, as they were last handed in. */
async function reported(
  read: Read,
  { groupId, unitIds, months }: Where,
  titles: ReadonlyMap<string, string>,
): Promise<readonly HeldItem[]> {
  const rows = await read<ReportRow>(
    `SELECT r.id, r.unit_id AS unitId, r.period, v.received_at AS at, v.content FROM report r
     JOIN report_version v ON v.report_id = r.id AND v.number = r.current_version AND v.withdrawn_at IS NULL
     WHERE r.group_id = ? AND r.period IN (?, ?) AND r.unit_id IN (${placesFor(unitIds)})`,
    [groupId, ...months, ...unitIds],
  );
  return rows.flatMap(({ id, unitId, period, at, content }) => {
    const { headings } = JSON.parse(content) as ReportContent;
    return headings.flatMap((heading): readonly HeldItem[] => {
      if (heading.items.length === 0 && heading.target === null) return [];
      const title = titles.get(heading.id) ?? '';
      const said = heading.items.map((item) => `${item.title} ${item.result}`).join(' ');
      return [{ source: 'report', id, unitId, period, title, text: `${title} ${said}`, at }];
    });
  });
}

async function inLedger(read: Read, { groupId, unitIds, months }: Where): Promise<readonly HeldItem[]> {
  const rows = await read<LedgerRow>(
    `SELECT l.id, l.unit_id AS unitId, l.period, m.title, l.goal, l.changed_at AS at FROM ledger_row l
     JOIN ledger_measure m ON m.id = l.measure_id
     WHERE l.group_id = ? AND l.period IN (?, ?) AND l.unit_id IN (${placesFor(unitIds)}) AND l.removed_at IS NULL
       AND l.state = 'done'`,
    [groupId, ...months, ...unitIds],
  );
  return rows.map(({ goal, ...row }) => ({ ...row, source: 'ledger', text: `${row.title} ${goal}` }));
}

async function broughtIn(read: Read, { groupId, unitIds, months }: Where): Promise<readonly HeldItem[]> {
  const [, earliest = ''] = months;
  const rows = await read<TicketRow>(
    `SELECT t.id, t.unit_id AS unitId, n.year, n.number, n.content, t.answered_at AS at FROM supervision_ticket t
     JOIN supervision_notice n ON n.id = t.notice_id
     WHERE n.group_id = ? AND n.kind = 'slip' AND n.answer = 'material' AND t.answered_at >= ?
       AND t.unit_id IN (${placesFor(unitIds)})`,
    [groupId, earliest, ...unitIds],
  );
  return rows.map(({ id, unitId, year, number, content, at }) => {
    const { title, requirement } = JSON.parse(content) as NoticeContent;
    const name = `${noticeNumber('slip', year, number)}　${title}`;
    const period = periodOf(beijingDate(at));
    return { source: 'ticket', id, unitId, period, title: name, text: `${title} ${requirement}`, at };
  });
}
