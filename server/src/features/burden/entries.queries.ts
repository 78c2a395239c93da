import { Injectable } from '@nestjs/common';
import type { BurdenEntry, BurdenMonthView, BurdenUnitView } from '@jiannuo/shared/burden';
import { METHOD_TITLES, type Method } from '@jiannuo/shared/inspections';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { isAsked, type ObligationKind } from '@jiannuo/shared/obligations';
import { noticeNumber, type Answer, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { ASKED_IN, OwedTitles } from '../obligations';
import { columnsOf, ISSUED, OWED, REPEATED, repeatReasonOf, spanOf, TOLD, type Span } from './burden-month';
import { BurdenMonthQueries } from './month.queries';

/** An entry, and whose it is. */
export type UnitEntry = BurdenEntry & { readonly unitId: string };

interface OwedRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period;
  readonly title: string | null;
  readonly at: Instant;
  readonly recordId: string | null;
  readonly matter: string | null;
  readonly by: string | null;
}
interface NoticeRow {
  readonly id: string;
  readonly unitId: string;
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly answer: Answer;
  readonly at: Instant;
  readonly by: string | null;
}
interface InspectionRow {
  readonly id: string;
  readonly unitId: string;
  readonly method: Method;
  readonly title: string;
  readonly at: Instant;
}

/** Whose month is read: one unit's, or with null every unit's. */
interface Asked {
  readonly groupId: string;
  readonly span: Span;
  readonly unitId: string | null;
}

/** Reads what is behind the numbers of a month's burden (M8). */
@Injectable()
export class BurdenEntryQueries {
  constructor(
    private readonly database: Database,
    private readonly months: BurdenMonthQueries,
    private readonly titles: OwedTitles,
  ) {}

  /** One unit's entries, the earliest first. Not found where the group has no such unit that can be asked something. */
  async unit(actor: Actor, period: Period, unitId: string): Promise<BurdenUnitView> {
    const unit = await this.months.unit(actor, unitId);
    if (unit === null) throw DomainError.notFound('burden.unit-not-found');
    return { period, ...unit, entries: await this.entries(actor.groupId, period, unitId) };
  }

  /** The whole month for the files (备案): the numbers, and everything behind them. */
  async book(
    actor: Actor,
    period: Period,
  ): Promise<{ readonly month: BurdenMonthView; readonly entries: readonly UnitEntry[] }> {
    const month = await this.months.month(actor, period);
    return { month, entries: await this.entries(actor.groupId, period, null) };
  }

  private async entries(groupId: string, period: Period, unitId: string | null): Promise<readonly UnitEntry[]> {
    const asked = { groupId, span: spanOf(period), unitId };
    const found = await Promise.all([this.owedOf(asked), this.noticesOf(asked), this.inspectionsOf(asked)]);
    return found.flat().sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  }

  private async owedOf({ groupId, span, unitId }: Asked): Promise<readonly UnitEntry[]> {
    const own = narrowed('o', unitId);
    const rows = await this.database.rows<OwedRow>(
      `SELECT o.id, o.unit_id AS unitId, o.kind, o.period, o.title, o.due_at AS at, o.record_id AS recordId,
         n.title AS matter, n.writer_name AS \`by\`
       FROM obligation o LEFT JOIN supervision_ticket t ON t.id = o.record_id AND o.kind IN ('ticket-answer', 'material')
       LEFT JOIN supervision_notice n ON n.id = t.notice_id
       WHERE ${OWED}${own.where} ORDER BY o.id`,
      [groupId, span.from, span.to, ...own.parameters],
    );
    const entries: UnitEntry[] = [];
    for (const row of rows) entries.push(await this.owedEntry(groupId, row));
    return entries;
  }

  /** Reading the year of each is quick: the first reads it, the others find it kept. */
  private async owedEntry(groupId: string, row: OwedRow): Promise<UnitEntry> {
    const { id, unitId, kind, at, recordId, matter, by } = row;
    const record = isAsked(kind) && recordId !== null ? { kind: ASKED_IN[kind], id: recordId } : null;
    return {
      id,
      unitId,
      columns: columnsOf(kind),
      title: await this.titles.of(groupId, row),
      matter: matter ?? '',
      by: by ?? '',
      at,
      repeatReason: '',
      record,
    };
  }

  private async noticesOf({ groupId, span, unitId }: Asked): Promise<readonly UnitEntry[]> {
    const own = narrowed('t', unitId);
    const [rows, reasons] = await Promise.all([
      this.database.rows<NoticeRow>(
        `SELECT t.id, t.unit_id AS unitId, n.id AS noticeId, n.kind, n.year, n.number, n.title, n.answer,
           n.issued_at AS at, n.writer_name AS \`by\`
         FROM supervision_notice n JOIN supervision_ticket t ON t.notice_id = n.id AND t.part <> 'copy'
         WHERE ${ISSUED}${own.where} ORDER BY n.id`,
        [groupId, span.from, span.to, false, ...own.parameters],
      ),
      this.reasonsIn(groupId, span),
    ]);
    return rows.map(({ id, unitId: of, noticeId, kind, year, number, title, answer, at, by }) => {
      const repeatReason = reasons.get(noticeId) ?? '';
      const columns = [
        'notices',
        ...(answer === 'material' ? (['materials'] as const) : []),
        ...(repeatReason === '' ? [] : (['repeats'] as const)),
      ] as const;
      const name = noticeNumber(kind, year, number);
      return {
        id,
        unitId: of,
        columns,
        title: name,
        matter: title,
        by: by ?? '',
        at,
        repeatReason,
        record: { kind: 'ticket', id },
      };
    });
  }

  /** Why notices asked again for what was held, by notice. */
  private async reasonsIn(groupId: string, { from, to }: Span): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ readonly id: string; readonly content: string }>(
      `SELECT n.id, n.content FROM supervision_notice n WHERE ${REPEATED}`,
      [groupId, from, to, false],
    );
    return new Map(rows.map(({ id, content }) => [id, repeatReasonOf(content)]));
  }

  private async inspectionsOf({ groupId, span, unitId }: Asked): Promise<readonly UnitEntry[]> {
    const own = narrowed('s', unitId);
    const rows = await this.database.rows<InspectionRow>(
      `SELECT i.id, s.unit_id AS unitId, i.method, i.title, i.told_at AS at FROM inspected_unit s
       JOIN inspection i ON i.id = s.inspection_id WHERE ${TOLD}${own.where} ORDER BY i.id`,
      [groupId, span.from, span.to, ...own.parameters],
    );
    return rows.map(({ id, unitId: of, method, title, at }) => {
      const name = METHOD_TITLES[method];
      const record = { kind: 'inspection', id } as const;
      return {
        id,
        unitId: of,
        columns: ['inspections'],
        title: name,
        matter: title,
        by: '',
        at,
        repeatReason: '',
        record,
      };
    });
  }
}

function narrowed(
  table: string,
  unitId: string | null,
): { readonly where: string; readonly parameters: readonly string[] } {
  return unitId === null ? { where: '', parameters: [] } : { where: ` AND ${table}.unit_id = ?`, parameters: [unitId] };
}
