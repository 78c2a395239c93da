import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { LinkName, LinkView, NoticeLink } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { OwedTitles } from '../../obligations';

/** A linked record as its table holds it. */
interface Linked {
  readonly title: string | null;
  readonly unitId: string;
  readonly unitName: string;
  /** Of an obligation. */
  readonly kind?: ObligationKind;
  readonly period?: Period;
  readonly recordId?: string | null;
}

/** Where a record lies that a notice is about; findings, which this subject does not know, are guarded by theirs. */
const LINKED: Readonly<Partial<Record<NoticeLink['kind'], string>>> = {
  obligation: `SELECT o.kind, o.title, o.period, o.record_id AS recordId, u.id AS unitId, u.name AS unitName
    FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.id = ? AND o.group_id = ?`,
  measure: `SELECT m.title, u.id AS unitId, u.name AS unitName FROM ledger_measure m JOIN unit u ON u.id = m.unit_id
    WHERE m.id = ? AND m.group_id = ? AND m.removed_at IS NULL`,
  matter: `SELECT m.title, u.id AS unitId, u.name AS unitName FROM matter m JOIN unit u ON u.id = m.unit_id
    WHERE m.id = ? AND m.group_id = ?`,
  circular: `SELECT c.title, u.id AS unitId, u.name AS unitName FROM supervision_circular c JOIN unit u ON u.id = c.unit_id
    WHERE c.id = ? AND c.group_id = ? AND c.withdrawn_at IS NULL`,
};

/** What a notice is about: proves that it is there, names it, and says what of it opens for whom. */
@Injectable()
export class NoticeLinks {
  constructor(
    private readonly database: Database,
    private readonly titles: OwedTitles,
    private readonly clock: Clock,
  ) {}

  /**
   * The link with the name that its record has now. One that the text had before keeps its name, and needs no record any
   * more: a measure may have been taken out of the plan since.
   */
  async named(
    tx: EntityManager,
    groupId: string,
    link: NoticeLink | null,
    kept: NoticeLink | null = null,
  ): Promise<NoticeLink | null> {
    if (link === null || LINKED[link.kind] === undefined) return link;
    if (kept?.name !== undefined && isSame(link, kept)) return kept;
    const linked = await this.find(groupId, link, tx);
    if (linked === null || !(await this.hasMonth(link, tx))) throw DomainError.invalid('supervision.link-unknown');
    return { ...link, name: await this.nameOf(groupId, link, linked, tx) };
  }

  /** What a notice is about, as a unit sees it, or the lead unit where none is named; null where it is not that unit's. */
  async view(groupId: string, link: NoticeLink | null, unitId: string | null): Promise<LinkView | null> {
    if (link === null) return null;
    const linked = await this.find(groupId, link);
    const name = link.name ?? (linked === null ? null : await this.nameOf(groupId, link, linked));
    if (name === null || !(await this.concerns(link, name, unitId))) return null;
    const record = linked === null ? null : recordOf(link, linked);
    return {
      kind: link.kind,
      ...name,
      period: link.kind === 'measure' ? await this.monthOf(link) : null,
      record,
    };
  }

  private find(groupId: string, { kind, id }: NoticeLink, tx?: EntityManager): Promise<Linked | null> {
    const sql = LINKED[kind];
    return sql === undefined ? Promise.resolve(null) : this.database.row<Linked>(sql, [id, groupId], tx);
  }

  private async hasMonth({ id, period }: NoticeLink, tx: EntityManager): Promise<boolean> {
    if (period === undefined) return true;
    const sql = 'SELECT id FROM ledger_row WHERE measure_id = ? AND period = ? AND removed_at IS NULL';
    return (await this.database.row(sql, [id, period], tx)) !== null;
  }

  private async nameOf(
    groupId: string,
    { kind, period }: NoticeLink,
    { unitId, unitName, ...linked }: Linked,
    tx?: EntityManager,
  ): Promise<LinkName> {
    const own = linked.title ?? '';
    const month = period === undefined ? '' : formatPeriod(period);
    const owed = { kind: linked.kind ?? 'matter', title: linked.title, period: linked.period ?? '' };
    const title = kind === 'obligation' ? await this.titles.of(groupId, owed, tx) : `${month}${own}`;
    return { title, unitId: kind === 'matter' ? null : unitId, unitName };
  }

  private async concerns({ kind, id }: NoticeLink, name: LinkName, unitId: string | null): Promise<boolean> {
    if (unitId === null || unitId === name.unitId) return true;
    const sql = 'SELECT id FROM matter_unit WHERE matter_id = ? AND unit_id = ?';
    return kind === 'matter' && (await this.database.row(sql, [id, unitId])) !== null;
  }

  /** The month in which a measure opens: the one that was meant, else the running one or the one nearest to it. */
  private async monthOf({ id, period }: NoticeLink): Promise<Period | null> {
    if (period !== undefined) return period;
    const sql = 'SELECT period FROM ledger_row WHERE measure_id = ? AND removed_at IS NULL ORDER BY period';
    const months = (await this.database.rows<{ period: Period }>(sql, [id])).map((row) => row.period);
    const running = periodOf(beijingDate(this.clock.now()));
    return months.filter((month) => month <= running).at(-1) ?? months[0] ?? null;
  }
}

function isSame(link: NoticeLink, other: NoticeLink): boolean {
  return link.kind === other.kind && link.id === other.id && link.period === other.period;
}

function recordOf({ kind, id }: NoticeLink, { kind: owed, recordId = null }: Linked): LinkView['record'] {
  if (kind === 'measure' || kind === 'matter') return { kind, id };
  return owed === undefined ? null : owedRecord(owed, id, recordId);
}

function owedRecord(owed: ObligationKind, id: string, recordId: string | null): LinkView['record'] {
  if (owed === 'self-assessment') return { kind: owed, id };
  if (recordId === null) return REPORTED.includes(owed) ? { kind: 'to-report', id } : null;
  if (REPORTED.includes(owed)) return { kind: 'report', id: recordId };
  if (owed === 'rectification') return null;
  return { kind: owed === 'matter' ? owed : 'ticket', id: recordId };
}

const REPORTED: readonly ObligationKind[] = ['monthly-report', 'report-correction'];
