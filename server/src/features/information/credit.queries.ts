import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { creditsOf, type InformationCredit, type StandingMark } from '@jiannuo/shared/information';
import { Database, placesFor } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { InformationYears } from './information-years';

interface CreditRow extends StandingMark {
  readonly unitId: string;
  readonly updateId: string;
}

const SQL = `SELECT u.unit_id AS unitId, m.work_update_id AS updateId, m.number, m.kind, m.adopter,
    m.credited_period AS creditedPeriod
  FROM work_update_mark m JOIN work_update u ON u.id = m.work_update_id
  WHERE m.withdrawn_at IS NULL AND m.credited_period IS NOT NULL AND (? IS NULL OR u.unit_id = ?)
    AND m.work_update_id IN (
      SELECT c.work_update_id FROM work_update_mark c
      WHERE c.group_id = ? AND c.credited_period = ? AND c.withdrawn_at IS NULL)
  ORDER BY m.work_update_id, m.number`;

/** What work updates count in a month (annex 2, Q14), as a scoring case needs it. */
@Injectable()
export class CreditQueries {
  constructor(
    private readonly database: Database,
    private readonly years: InformationYears,
  ) {}

  /** A month's credits of every unit in the scope that has any, by unit, in the order of the work updates' ids. One query for all. Inside a transaction give its manager. */
  async of(
    scope: Scope,
    period: Period,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, readonly InformationCredit[]>> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters = [unitId, unitId, groupId, period];
    const rows = await this.database.rows<CreditRow>(SQL, parameters, tx);
    const settings = await this.years.of(groupId, Number(period.slice(0, 4)), tx);
    const updates = new Map<string, { readonly unitId: string; readonly marks: StandingMark[] }>();
    for (const { unitId: owner, updateId, ...mark } of rows) {
      const known = updates.get(updateId);
      if (known === undefined) updates.set(updateId, { unitId: owner, marks: [mark] });
      else known.marks.push(mark);
    }
    const credits = new Map<string, InformationCredit[]>();
    for (const [id, { unitId: owner, marks }] of updates) {
      const counted = creditsOf({ id, marks }, period, settings);
      if (counted.length > 0) credits.set(owner, [...(credits.get(owner) ?? []), ...counted]);
    }
    return credits;
  }

  /** What the work updates of these credits are called, by the credit's id, as last sent. */
  async titlesOf(ids: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.sentOf(ids, tx))].map(([id, { title }]) => [id, title]));
  }

  /** The same, with when each was first sent. */
  async sentOf(ids: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, SentUpdate>> {
    const named = [...new Set(ids.map(updateIdOf))];
    if (named.length === 0) return new Map();
    const sql = `SELECT u.id, v.title,
        (SELECT MIN(f.sent_at) FROM work_update_version f WHERE f.work_update_id = u.id) AS sentAt
      FROM work_update u JOIN work_update_version v ON v.work_update_id = u.id AND v.number = u.current_version
      WHERE u.id IN (${placesFor(named)})`;
    const rows = await this.database.rows<SentUpdate & { readonly id: string }>(sql, named, tx);
    const sent = new Map(rows.map(({ id, title, sentAt }) => [id, { title, sentAt }]));
    return new Map(
      ids.flatMap((id) => {
        const update = sent.get(updateIdOf(id));
        return update === undefined ? [] : [[id, update] as const];
      }),
    );
  }
}

/** A work update as it is named. */
export interface SentUpdate {
  readonly title: string;
  readonly sentAt: Instant;
}

/** A further adoption's credit is the work update's id with its mark's number. */
function updateIdOf(creditId: string): string {
  return creditId.split(':')[0] ?? creditId;
}
