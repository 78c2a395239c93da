import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, periodOf, toMilliseconds, type Instant, type Period } from '@jiannuo/shared/kernel';
import { isAsked, nextSendingInstant, type ObligationKind, type ObligationSettings } from '@jiannuo/shared/obligations';
import type { ReportForm } from '@jiannuo/shared/reporting';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { settingsAt } from './later-years';

/** What a group's year is made of, as far as obligations and reports go. */
export interface YearData {
  readonly settings: ObligationSettings;
  readonly form: ReportForm;
}

interface Kept {
  readonly at: Instant;
  readonly year: YearData;
}
interface YearRow {
  readonly settings: string;
  readonly form: string;
}

/** How long a year's data may be read from memory. Another server's change to it is seen within this time. */
const KEPT_FOR_MS = 5_000;
const SQL = 'SELECT settings, form FROM group_year WHERE group_id = ? AND year = ?';
const BEFORE_SQL = `SELECT settings, year FROM group_year WHERE group_id = ? AND year < ? ORDER BY year DESC LIMIT 1`;
const YEARS_SQL = 'SELECT settings FROM group_year WHERE group_id = ?';

/** The data of a group's year (due rules, plan, calendar, form), kept in memory for a moment: every hand-in asks for it. */
@Injectable()
export class GroupYears {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The year that a month belongs to; null when the group has not set it up, or the month lies outside it.
   * Inside a transaction its manager must be given.
   */
  async of(groupId: string, period: Period, tx?: EntityManager): Promise<YearData | null> {
    const year = await this.ofYear(groupId, Number(period.slice(0, 4)), tx);
    if (year === null) return null;
    return period >= year.settings.firstPeriod && period <= year.settings.lastPeriod ? year : null;
  }

  /** As `of`; refused where there is none. */
  async required(groupId: string, period: Period, tx?: EntityManager): Promise<YearData> {
    const year = await this.of(groupId, period, tx);
    if (year === null) throw DomainError.invalid('obligations.period-unknown');
    return year;
  }

  /** A calendar year of the group; null when the group has not set it up. Inside a transaction its manager must be given. */
  async ofYear(groupId: string, number: number, tx?: EntityManager): Promise<YearData | null> {
    const key = `${groupId} ${String(number)}`;
    const now = this.clock.now();
    const kept = this.kept.get(key);
    if (kept !== undefined && Math.abs(toMilliseconds(now) - toMilliseconds(kept.at)) < KEPT_FOR_MS) return kept.year;
    const [row] = await this.database.rows<YearRow>(SQL, [groupId, number], tx);
    if (row === undefined) return null;
    const year = { settings: JSON.parse(row.settings) as ObligationSettings, form: JSON.parse(row.form) as ReportForm };
    this.kept.set(key, { at: now, year });
    return year;
  }

  /**
   * The settings whose clocks run at an instant: those of its calendar year, else of the last year before it that the
   * group has set up; null where there is none. Inside a transaction its manager must be given.
   */
  async settingsAt(groupId: string, now: Instant, tx?: EntityManager): Promise<ObligationSettings | null> {
    const number = Number(beijingDate(now).slice(0, 4));
    const own = await this.ofYear(groupId, number, tx);
    if (own !== null) return own.settings;
    const [last] = await this.database.rows<{ settings: string; year: number }>(BEFORE_SQL, [groupId, number], tx);
    return last === undefined ? null : settingsAt(JSON.parse(last.settings) as ObligationSettings, last.year, now);
  }

  /** When messages may next be sent, in the group's working hours: now, or when they begin again. */
  async nextSendingAt(groupId: string, now: Instant): Promise<Instant> {
    const settings = await this.settingsAt(groupId, now);
    return settings === null ? now : nextSendingInstant(now, settings.calendar, settings.workingHours);
  }

  /** The month to look at when none is named: the one that runs now, else the last one before it, else the first to come. */
  async currentPeriod(groupId: string): Promise<Period | null> {
    const current = periodOf(beijingDate(this.clock.now()));
    const rows = await this.database.rows<{ settings: string }>(YEARS_SQL, [groupId]);
    const years = rows.map((row) => JSON.parse(row.settings) as ObligationSettings);
    if (years.some((year) => year.firstPeriod <= current && current <= year.lastPeriod)) return current;
    const before = years.map((year) => year.lastPeriod).filter((period) => period < current);
    return before.sort().at(-1) ?? years.map((year) => year.firstPeriod).sort()[0] ?? null;
  }

  /** Forgets what is kept, after a year's data was changed here. */
  forget(): void {
    this.kept.clear();
  }
}

/** What is to be called by a name. */
export interface Titled {
  readonly kind: ObligationKind;
  /** The name that the notice gave it; null where none asked for it. */
  readonly title: string | null;
}

/** What screens and messages call an obligation: by its own name, the title of its rule, or that of the report it corrects. */
export function titleOf(settings: ObligationSettings, { kind, title: own }: Titled): string {
  if (own !== null) return own;
  if (isAsked(kind)) return '通知';
  const named = kind === 'report-correction' ? 'monthly-report' : kind;
  const title = settings.dueRules.find((rule) => rule.kind === named)?.title ?? '月报';
  return kind === 'report-correction' ? `${title}退回修改` : title;
}
