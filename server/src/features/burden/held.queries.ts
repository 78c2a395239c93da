import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  duplicatesOf,
  headingText,
  monthsToSearch,
  type Ask,
  type HeldItem,
  type HeldSource,
} from '@jiannuo/shared/burden';
import {
  addMonths,
  atBeijing,
  beijingDate,
  periodOf,
  type DateText,
  type Instant,
  type Period,
} from '@jiannuo/shared/kernel';
import { headingLabel } from '@jiannuo/shared/ledger';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { Heading, HeadingContent, ReportContent } from '@jiannuo/shared/reporting';
import { noticeNumber, type NoticeContent, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database, placesFor, rowsIn, type SqlValue } from '../../platform/database';
import { GroupYears, OwedTitles, titleOf } from '../obligations';

/** How many units are looked at before something is asked; a group has about thirty, and asking thousands stays quick. */
export const MOST_UNITS = 60;
/** How many months back the notices are read at least; otherwise since the year began. */
const NOTICE_MONTHS = 2;

/** Where the answers to what recurs are held; all else was asked for by a notice. */
const SOURCES: Readonly<Partial<Record<ObligationKind, HeldSource>>> = {
  'monthly-report': 'report',
  'self-assessment': 'assessment',
};

interface OwedRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period;
  readonly title: string | null;
  readonly at: Instant | null;
}
interface ReportRow {
  readonly unitId: string;
  readonly period: Period;
  readonly content: string;
}
interface LedgerRow {
  readonly id: string;
  readonly unitId: string;
  readonly period: Period;
  readonly title: string;
  readonly goal: string;
  readonly state: string;
  readonly at: Instant;
}
interface TicketRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly content: string;
  readonly issuedAt: Instant;
  readonly at: Instant | null;
}

/** Reads rows, inside a transaction or outside. */
type Read = <T extends object>(sql: string, parameters: readonly SqlValue[]) => Promise<T[]>;

/** Whose material is looked for, and of which months. */
interface Where {
  readonly groupId: string;
  readonly unitIds: readonly string[];
  readonly months: readonly Period[];
  readonly correctsId: string;
}

/** What is about to be asked of whom, and which notice that corrects; empty for none. */
export interface HeldAsked {
  readonly ask: Ask;
  readonly units: readonly string[];
  /** The obligation that it is about; null for none. */
  readonly linkId: string | null;
  readonly correctsId: string;
  readonly now: Instant;
}

/**
 * Reads what the lead unit holds of units or is owed by them anyway: reports with their headings and figures,
 * self-assessments, work updates and ledger of this month and the last and of those that the ask names, the directory, and
 * what the notices of the year asked for.
 */
@Injectable()
export class HeldQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly titles: OwedTitles,
  ) {}

  /**
   * What of an ask is held of these units or owed by them, at most sixty of them: what it is about and has come, and what
   * else it asks for. Inside a transaction its manager must be given.
   */
  async duplicatesOf(groupId: string, asked: HeldAsked, tx?: EntityManager): Promise<readonly HeldItem[]> {
    const { ask, units, linkId, correctsId, now } = asked;
    const unitIds = units.slice(0, MOST_UNITS);
    if (unitIds.length === 0) return [];
    const where = { groupId, unitIds, correctsId, months: monthsToSearch(ask, periodOf(beijingDate(now))) };
    const read: Read = (sql, parameters) =>
      tx === undefined ? this.database.rows(sql, parameters) : rowsIn(tx, sql, parameters);
    const held = await Promise.all([
      this.owed(read, where, tx),
      inLedger(read, where),
      inDirectory(read, where),
      sixfold(read, where),
      updates(read, where),
      askedFor(read, where),
    ]);
    const linked = linkId === null ? [] : await this.linked(read, where, linkId, tx);
    const others = duplicatesOf(ask, held.flat()).filter(({ id }) => id !== linkId);
    return [...linked, ...others];
  }

  /** What came for the obligation that an ask is about: asking for that again is a duplicate by itself. */
  private async linked(
    read: Read,
    { groupId, unitIds }: Where,
    linkId: string,
    tx?: EntityManager,
  ): Promise<readonly HeldItem[]> {
    const rows = await read<OwedRow>(
      `SELECT id, unit_id AS unitId, kind, period, title, met_at AS at FROM obligation
       WHERE id = ? AND group_id = ? AND met_at IS NOT NULL AND unit_id IN (${placesFor(unitIds)})`,
      [linkId, groupId, ...unitIds],
    );
    const [row] = rows;
    if (row === undefined) return [];
    const { id, unitId, kind, at } = row;
    const source = SOURCES[kind] ?? 'ticket';
    const title = await this.titles.of(groupId, row, tx);
    return [{ source, id, unitId, period: null, title, text: '', at }];
  }

  /** Reports and self-assessments, whether they came or are to come, and each heading of a report. */
  private async owed(read: Read, where: Where, tx?: EntityManager): Promise<readonly HeldItem[]> {
    const { groupId, unitIds, months } = where;
    const year = await this.years.ofYear(groupId, Number(months[0]?.slice(0, 4)), tx);
    if (year === null) return [];
    const { settings, form } = year;
    const rows = await read<OwedRow>(
      `SELECT id, unit_id AS unitId, kind, period, title, met_at AS at FROM obligation
       WHERE group_id = ? AND period IN (${placesFor(months)}) AND kind IN ('monthly-report', 'self-assessment')
         AND unit_id IN (${placesFor(unitIds)}) AND waived_at IS NULL`,
      [groupId, ...months, ...unitIds],
    );
    const written = await writtenIn(read, where);
    return rows.flatMap((row): readonly HeldItem[] => {
      const { id, unitId, period, kind, at } = row;
      const title = titleOf(settings, row);
      const whole: HeldItem = { source: 'assessment', id, unitId, period, title, text: '', at };
      if (kind === 'self-assessment') return [whole];
      const contents = written.get(`${unitId} ${period}`) ?? [];
      return [{ ...whole, source: 'report' }, ...form.headings.map((heading) => under(whole, heading, contents))];
    });
  }
}

function under(report: HeldItem, heading: Heading, contents: readonly HeadingContent[]): HeldItem {
  const content = contents.find(({ id }) => id === heading.id) ?? null;
  const title = `${report.title}${headingLabel(heading)}`;
  return { ...report, source: 'heading', title, text: headingText(heading, content) };
}

/** What units have written under the headings, as it was last handed in, by unit and month. */
async function writtenIn(
  read: Read,
  { groupId, unitIds, months }: Where,
): Promise<ReadonlyMap<string, readonly HeadingContent[]>> {
  const rows = await read<ReportRow>(
    `SELECT r.unit_id AS unitId, r.period, v.content FROM report r
     JOIN report_version v ON v.report_id = r.id AND v.number = r.current_version AND v.withdrawn_at IS NULL
     WHERE r.group_id = ? AND r.period IN (${placesFor(months)}) AND r.unit_id IN (${placesFor(unitIds)})`,
    [groupId, ...months, ...unitIds],
  );
  return new Map(
    rows.map(({ unitId, period, content }) => [`${unitId} ${period}`, (JSON.parse(content) as ReportContent).headings]),
  );
}

/** The ledger of a month as a whole, and the measures that are done. */
async function inLedger(read: Read, { groupId, unitIds, months }: Where): Promise<readonly HeldItem[]> {
  const rows = await read<LedgerRow>(
    `SELECT l.id, l.unit_id AS unitId, l.period, m.title, l.goal, l.state, l.changed_at AS at FROM ledger_row l
     JOIN ledger_measure m ON m.id = l.measure_id
     WHERE l.group_id = ? AND l.period IN (${placesFor(months)}) AND l.unit_id IN (${placesFor(unitIds)}) AND l.removed_at IS NULL`,
    [groupId, ...months, ...unitIds],
  );
  return rows.flatMap(({ id, unitId, period, title, goal, state, at }): readonly HeldItem[] => {
    const whole: HeldItem = { source: 'ledger', id, unitId, period, title: '台账', text: '', at };
    if (state !== 'done') return [whole];
    return [whole, { ...whole, source: 'measure', title: `台账里的${title}`, text: `${title} ${goal}` }];
  });
}

/** The “six ones” of a unit (art. 9): its measures stand in the ledger with who does what. */
async function sixfold(read: Read, { groupId, unitIds }: Where): Promise<readonly HeldItem[]> {
  const rows = await read<{ readonly id: string; readonly unitId: string; readonly at: Instant }>(
    `SELECT MIN(m.id) AS id, m.unit_id AS unitId, MIN(l.changed_at) AS at FROM ledger_measure m
     JOIN ledger_row l ON l.measure_id = m.id
     WHERE m.group_id = ? AND m.unit_id IN (${placesFor(unitIds)}) AND m.removed_at IS NULL GROUP BY m.unit_id`,
    [groupId, ...unitIds],
  );
  const known = { source: 'sixfold', period: null, title: '台账里的“六个一”', text: '' } as const;
  return rows.map((row) => ({ ...row, ...known }));
}

/** The work updates (art. 8) that units sent in these months. */
async function updates(read: Read, { groupId, unitIds, months }: Where): Promise<readonly HeldItem[]> {
  const rows = await read<Pick<HeldItem, 'id' | 'unitId' | 'period' | 'at'>>(
    `SELECT id, unit_id AS unitId, period, sent_at AS at FROM work_update
     WHERE group_id = ? AND state <> 'taken-back' AND period IN (${placesFor(months)})
       AND unit_id IN (${placesFor(unitIds)}) ORDER BY sent_at`,
    [groupId, ...months, ...unitIds],
  );
  return rows.map((row) => ({ ...row, source: 'update', title: '工作动态', text: '' }));
}

async function inDirectory(read: Read, { groupId, unitIds }: Where): Promise<readonly HeldItem[]> {
  const rows = await read<{ readonly id: string; readonly unitId: string; readonly listedOn: DateText }>(
    `SELECT id, unit_id AS unitId, listed_on AS listedOn FROM appointment
     WHERE group_id = ? AND unit_id IN (${placesFor(unitIds)}) AND role IN ('liaison', 'leader') AND ended_at IS NULL`,
    [groupId, ...unitIds],
  );
  const known = { source: 'directory', period: null, title: '通讯录', text: '' } as const;
  return rows.map(({ id, unitId, listedOn }) => ({ id, unitId, ...known, at: atBeijing(listedOn, '00:00') }));
}

/** What notices asked of the units this year, answered or not; what was withdrawn is asked no more. */
async function askedFor(read: Read, { groupId, unitIds, months, correctsId }: Where): Promise<readonly HeldItem[]> {
  const [month = ''] = months;
  const [year, recent] = [`${month.slice(0, 4)}-01`, addMonths(month, -NOTICE_MONTHS)];
  const rows = await read<TicketRow>(
    `SELECT t.id, t.unit_id AS unitId, n.kind, n.year, n.number, n.content, t.issued_at AS issuedAt, t.answered_at AS at
     FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
     WHERE n.group_id = ? AND n.answer IN ('material', 'feedback') AND n.is_confidential = ? AND n.id <> ?
       AND t.issued_at >= ? AND t.part <> 'copy' AND t.state <> 'withdrawn' AND t.unit_id IN (${placesFor(unitIds)})`,
    [groupId, false, correctsId, atBeijing(`${year < recent ? year : recent}-01`, '00:00'), ...unitIds],
  );
  return rows.map((row): HeldItem => {
    const { id, unitId, kind, content, issuedAt, at } = row;
    const { title: matter, requirement, answer } = JSON.parse(content) as NoticeContent;
    const number = noticeNumber(kind, row.year, row.number);
    const [period, title] = [periodOf(beijingDate(issuedAt)), `${number}　${matter}`];
    // The words of an order say what to do; only a slip's say what to send.
    const text = answer === 'material' ? `${matter} ${requirement}` : '';
    return { source: 'ticket', id, unitId, period, title, text, notice: { matter, number }, at };
  });
}
