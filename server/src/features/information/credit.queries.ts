import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import { creditsOf, type InformationCredit, type StandingMark } from '@jiannuo/shared/information';
import { Database } from '../../platform/database';
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

  /** A month's credits of every unit in the scope that has any, by unit, in the order of the work updates' ids. One query for all. */
  async of(scope: Scope, period: Period): Promise<ReadonlyMap<string, readonly InformationCredit[]>> {
    const { groupId, unitId } = checkedScope(scope);
    const [rows, settings] = await Promise.all([
      this.database.rows<CreditRow>(SQL, [unitId, unitId, groupId, period]),
      this.years.of(groupId, Number(period.slice(0, 4))),
    ]);
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
}
