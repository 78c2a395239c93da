import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  hasEnded,
  kindOf,
  overlapsOf,
  type ApplicationCategory,
  type ApplicationRow,
  type ApplicationState,
  type Credit,
  type MonthVerdict,
} from '@jiannuo/shared/applications';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { Database } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import type { ApplicationYear } from './application-years';

/** A decision as it is on record. */
export interface RecordedDecision {
  readonly applicationId: string;
  readonly state: 'approved' | 'refused' | 'revoked' | 'ended';
  readonly reason: string;
  readonly creditedPeriod: Period | null;
  readonly endedFrom: Period | null;
  readonly by: string;
  readonly at: Instant;
}
/** A month's verdict as it is on record. */
export interface RecordedVerdict {
  readonly applicationId: string;
  readonly period: Period;
  readonly verdict: MonthVerdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

interface Listed {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly category: ApplicationCategory;
  readonly kind: string;
  readonly credit: Credit;
  readonly title: string;
  readonly state: ApplicationState;
  readonly submittedAt: Instant;
  readonly fromPeriod: Period | null;
  readonly basisTitle: string;
  readonly basisNumber: string;
  readonly earlierId: string | null;
}

/** An application with all that was said about it, the earliest first. */
export interface ApplicationRecord extends Listed {
  readonly decisions: readonly RecordedDecision[];
  readonly verdicts: readonly RecordedVerdict[];
}

const WITHIN = 'a.group_id = ? AND a.year = ? AND (? IS NULL OR a.unit_id = ?)';
const APPLICATIONS = `SELECT a.id, a.unit_id AS unitId, n.name AS unitName, a.category, a.kind, a.credit, a.title, a.state,
    a.submitted_at AS submittedAt, a.from_period AS fromPeriod, a.basis_title AS basisTitle,
    a.basis_number AS basisNumber, a.earlier_id AS earlierId
  FROM application a JOIN unit n ON n.id = a.unit_id
  WHERE ${WITHIN} ORDER BY n.number, a.submitted_at, a.id`;
const DECISIONS = `SELECT d.application_id AS applicationId, d.state, d.reason, d.credited_period AS creditedPeriod,
    d.ended_from AS endedFrom, d.by_name AS \`by\`, d.at
  FROM application_decision d JOIN application a ON a.id = d.application_id
  WHERE ${WITHIN} ORDER BY d.application_id, d.number`;
const VERDICTS = `SELECT m.application_id AS applicationId, m.period, m.verdict, m.reason, m.by_name AS \`by\`, m.at
  FROM application_month m JOIN application a ON a.id = m.application_id
  WHERE ${WITHIN} ORDER BY m.application_id, m.period, m.number`;

/** Reads a year's applications whole: three queries, however many there are. */
@Injectable()
export class ApplicationRecords {
  constructor(private readonly database: Database) {}

  /** Everything that was applied for in a year, in the official order of the units, each unit's earliest first. Inside a transaction give its manager. */
  async ofYear(scope: Scope, year: number, tx?: EntityManager): Promise<readonly ApplicationRecord[]> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters = [groupId, year, unitId, unitId];
    const [applications, decisions, verdicts] = await Promise.all([
      this.database.rows<Listed>(APPLICATIONS, parameters, tx),
      this.database.rows<RecordedDecision>(DECISIONS, parameters, tx),
      this.database.rows<RecordedVerdict>(VERDICTS, parameters, tx),
    ]);
    const decisionsOf = byApplication(decisions);
    const verdictsOf = byApplication(verdicts);
    return applications.map((application) => ({
      ...application,
      decisions: decisionsOf.get(application.id) ?? [],
      verdicts: verdictsOf.get(application.id) ?? [],
    }));
  }
}

function byApplication<T extends { readonly applicationId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const known = grouped.get(row.applicationId);
    if (known === undefined) grouped.set(row.applicationId, [row]);
    else known.push(row);
  }
  return grouped;
}

/** What stands about a month; undefined while nobody has said anything. */
export function verdictIn({ verdicts }: ApplicationRecord, period: Period): RecordedVerdict | undefined {
  const said = verdicts.filter((verdict) => verdict.period === period);
  return said[said.length - 1];
}

/** The record as lists show it; `all` are the year's others, among which overlaps are looked for. */
export function rowOf(
  record: ApplicationRecord,
  all: readonly ApplicationRecord[],
  year: ApplicationYear,
): ApplicationRow {
  const { id, unitId, unitName, category, kind, credit, title, state, submittedAt, fromPeriod, decisions } = record;
  return {
    id,
    unitId,
    unitName,
    category,
    kind,
    kindTitle: kindOf(year, category, kind)?.title ?? kind,
    credit,
    title,
    state,
    submittedAt,
    fromPeriod,
    creditedPeriods: state === 'approved' ? creditedPeriodsOf(record) : [],
    endedFrom: endedFromOf(record),
    reason: decisions[decisions.length - 1]?.reason ?? '',
    isOverlapping: overlappingWith(record, all).length > 0,
  };
}

/** The unit's applications about the same thing in the other way (Q23). */
export function overlappingWith(
  record: ApplicationRecord,
  all: readonly ApplicationRecord[],
): readonly ApplicationRecord[] {
  const own = all.filter(({ unitId }) => unitId === record.unitId).map(asOverlapping);
  return overlapsOf(asOverlapping(record), own).map((found) => found.record);
}

function asOverlapping(record: ApplicationRecord): {
  readonly record: ApplicationRecord;
  readonly basis: { readonly title: string; readonly number: string };
} & Pick<ApplicationRecord, 'id' | 'state' | 'category' | 'kind' | 'title'> {
  const { id, state, category, kind, title, basisTitle, basisNumber } = record;
  return { id, state, category, kind, title, basis: { title: basisTitle, number: basisNumber }, record };
}

function creditedPeriodsOf(record: ApplicationRecord): readonly Period[] {
  const once = record.decisions.flatMap(({ creditedPeriod }) => creditedPeriod ?? []);
  const months = [...new Set(record.verdicts.map(({ period }) => period))];
  const carriedOut = months.filter((period) => verdictIn(record, period)?.verdict === 'carried-out');
  return [...once, ...carriedOut.filter((period) => !hasEnded(endedFromOf(record), period))];
}

/** The first month to which it counts no more; null while it goes on. An end is only ever put forward. */
export function endedFromOf({ decisions }: Pick<ApplicationRecord, 'decisions'>): Period | null {
  return decisions.flatMap(({ endedFrom }) => endedFrom ?? []).at(-1) ?? null;
}
