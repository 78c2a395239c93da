import { Injectable } from '@nestjs/common';
import {
  applicationActions,
  hasEnded,
  kindOf,
  type ApplicationEvent,
  type ApplicationListView,
  type ApplicationMonthView,
  type ApplicationReference,
  type ApplicationRow,
  type ApplicationView,
} from '@jiannuo/shared/applications';
import { beijingDate, periodOf, type DateText, type Period } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { Clock } from '../../platform/clock';
import { Database, placesFor } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import {
  ApplicationRecords,
  endedFromOf,
  overlappingWith,
  rowOf,
  verdictIn,
  type ApplicationRecord,
} from './application.records';
import { ApplicationYears, type ApplicationYear, type ToldMonths } from './application-years';

interface ContentRow {
  readonly unitId: string;
  readonly year: number;
  readonly text: string;
  readonly basisTitle: string;
  readonly basisNumber: string;
  readonly basisIssuer: string;
  readonly basisDate: DateText;
  readonly evidence: string;
  readonly byName: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnByName: string | null;
}

const CONTENT = `SELECT unit_id AS unitId, year, text, basis_title AS basisTitle, basis_number AS basisNumber,
    basis_issuer AS basisIssuer, basis_date AS basisDate, evidence, by_name AS byName, withdrawn_at AS withdrawnAt,
    withdrawn_by_name AS withdrawnByName
  FROM application WHERE id = ? AND group_id = ? AND (? IS NULL OR unit_id = ?)`;

/** Reads applications for screens. */
@Injectable()
export class ApplicationListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: ApplicationYears,
    private readonly records: ApplicationRecords,
  ) {}

  /** A year's applications as far as the actor sees: for the lead unit what is to be decided first, the earliest before; then the latest first. */
  async list(actor: Actor, asked: number | undefined): Promise<ApplicationListView> {
    const number = asked ?? (await this.years.current(actor.groupId));
    const [year, records] = await Promise.all([
      this.years.of(actor.groupId, number),
      this.records.ofYear(scopeOf(actor), number),
    ]);
    const rows = records.map((record) => rowOf(record, records, year));
    const latestFirst = [...rows].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
    const open = latestFirst.filter(({ state }) => state === 'submitted').reverse();
    return {
      year: number,
      rows: [...open, ...latestFirst.filter(({ state }) => state !== 'submitted')],
      kinds: year.kinds,
      months: year.months,
      mayApply: actor.role === 'liaison' && year.isFor(actor.unitKind),
    };
  }

  /** One application with all that happened to it. */
  async view(actor: Actor, id: string): Promise<ApplicationView> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const content = await this.database.row<ContentRow>(CONTENT, [id, groupId, unitId, unitId]);
    if (content === null) throw DomainError.notFound('applications.not-found');
    const [year, records] = await Promise.all([
      this.years.of(groupId, content.year),
      this.records.ofYear({ groupId, unitId: content.unitId }, content.year),
    ]);
    const record = records.find((each) => each.id === id);
    if (record === undefined) throw DomainError.notFound('applications.not-found');
    const later = records.find(({ earlierId }) => earlierId === id);
    const evidence = JSON.parse(content.evidence) as readonly Evidence[];
    const row = rowOf(record, records, year);
    const told = await this.toldOf(groupId, year, row);
    const actions = applicationActions({
      state: record.state,
      role: actor.role,
      isOwn: actor.unitId === record.unitId,
      credit: record.credit,
      isAppliedAgain: later !== undefined,
      told,
    });
    return {
      ...row,
      year: content.year,
      text: content.text,
      article: kindOf(year, record.category, record.kind)?.article ?? '',
      basis: {
        title: content.basisTitle,
        number: content.basisNumber,
        issuer: content.basisIssuer,
        date: content.basisDate,
      },
      evidence,
      attachments: await this.attachmentsOf(content.unitId, evidence),
      actions,
      endMonths: actions.includes('end') ? told.endMonths : [],
      isTold: actor.role === 'lead-officer' && record.state === 'approved' && told.areMonthsClosed && told.isCreditTold,
      history: historyOf(record, content),
      overlaps: overlappingWith(record, records).map((other) => referenceTo(other, year)),
      earlier: referenceOrNull(
        records.find((each) => each.id === record.earlierId),
        year,
      ),
      later: referenceOrNull(later, year),
    };
  }

  private toldOf(groupId: string, { year, months }: ApplicationYear, row: ApplicationRow): Promise<ToldMonths> {
    const { credit, fromPeriod, endedFrom, creditedPeriods: credited } = row;
    const isCountable = (month: Period): boolean =>
      fromPeriod !== null && month >= fromPeriod && !hasEnded(endedFrom, month);
    const countable = credit === 'each-month' ? months.filter(isCountable) : [];
    return this.years.toldOf(groupId, { year, months: countable, credited, fromPeriod, endedFrom });
  }

  /** What counts month by month in a month, with what was said about it, in the official order of the units. */
  async months(actor: Actor, asked: Period | undefined): Promise<ApplicationMonthView> {
    const current = periodOf(beijingDate(this.clock.now()));
    const number = asked === undefined ? await this.years.current(actor.groupId) : Number(asked.slice(0, 4));
    const [year, records] = await Promise.all([
      this.years.of(actor.groupId, number),
      this.records.ofYear(scopeOf(actor), number),
    ]);
    const periods = year.months.filter((month) => month <= current);
    const period = asked ?? periods[periods.length - 1] ?? current;
    const counted = records.filter((record) => {
      const { state, credit, fromPeriod } = record;
      if (state !== 'approved' || credit !== 'each-month' || hasEnded(endedFromOf(record), period)) return false;
      return fromPeriod !== null && fromPeriod <= period;
    });
    const rows = counted.map((record) => {
      const { id, unitId, unitName, title, kindTitle } = rowOf(record, [], year);
      const said = verdictIn(record, period);
      return { id, unitId, unitName, title, kindTitle, verdict: said?.verdict ?? null, reason: said?.reason ?? '' };
    });
    return { period, periods, rows: periods.includes(period) ? rows : [] };
  }

  private async attachmentsOf(unitId: string, evidence: readonly Evidence[]): Promise<readonly AttachmentView[]> {
    const ids = evidence.flatMap(({ attachmentId }) => attachmentId ?? []);
    if (ids.length === 0) return [];
    return this.database.rows<AttachmentView>(
      `SELECT id, name, media_type AS mediaType, bytes FROM attachment
       WHERE unit_id = ? AND id IN (${placesFor(ids)})`,
      [unitId, ...ids],
    );
  }
}

function historyOf(record: ApplicationRecord, content: ContentRow): readonly ApplicationEvent[] {
  const { submittedAt, fromPeriod, decisions, verdicts } = record;
  const { withdrawnAt } = content;
  const events: ApplicationEvent[] = [
    { kind: 'submitted', at: submittedAt, by: content.byName, reason: '', period: fromPeriod },
    ...decisions.map(({ state, at, by, reason, creditedPeriod, endedFrom }): ApplicationEvent => {
      return { kind: state, at, by, reason, period: creditedPeriod ?? endedFrom };
    }),
    ...verdicts.map(({ verdict, at, by, reason, period }): ApplicationEvent => {
      return { kind: verdict, at, by, reason, period };
    }),
  ];
  if (withdrawnAt !== null) {
    events.push({ kind: 'withdrawn', at: withdrawnAt, by: content.withdrawnByName ?? '', reason: '', period: null });
  }
  // Equal moments keep the order in which they stand here: handed in, decided, confirmed.
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function referenceTo(
  { id, title, state, category, kind }: ApplicationRecord,
  year: ApplicationYear,
): ApplicationReference {
  return { id, title, state, kindTitle: kindOf(year, category, kind)?.title ?? kind };
}

function referenceOrNull(record: ApplicationRecord | undefined, year: ApplicationYear): ApplicationReference | null {
  return record === undefined ? null : referenceTo(record, year);
}
