import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Period } from '@jiannuo/shared/kernel';
import type { HeadingContent, ReportContent } from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';

/** Reads what a unit reported, for who scores its month. */
@Injectable()
export class ReportedWork {
  constructor(private readonly database: Database) {}

  /** The headings of a unit's month as last handed in, within the scope; none while no report is in. Inside a transaction give its manager. */
  async headingsOf(
    scope: Scope,
    { unitId, period }: { readonly unitId: string; readonly period: Period },
    tx?: EntityManager,
  ): Promise<readonly HeadingContent[]> {
    const { groupId, unitId: own } = checkedScope(scope);
    const [row] = await this.database.rows<{ content: string }>(
      `SELECT v.content FROM report r JOIN report_version v ON v.report_id = r.id
       WHERE r.group_id = ? AND r.unit_id = ? AND r.period = ? AND (? IS NULL OR r.unit_id = ?)
         AND v.withdrawn_at IS NULL
       ORDER BY v.number DESC LIMIT 1`,
      [groupId, unitId, period, own, own],
      tx,
    );
    return row === undefined ? [] : (JSON.parse(row.content) as ReportContent).headings;
  }
}
