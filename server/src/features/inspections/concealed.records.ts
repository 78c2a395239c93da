import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConcealableView, ConcealedRecord, FindingContent } from '@jiannuo/shared/inspections';
import type { Period } from '@jiannuo/shared/kernel';
import { Database, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { OwedTitles, type Titled } from '../obligations';

/** How many of a unit's hand-ins a choice offers. */
const MOST_RECORDS = 30;
/** Reports, sheets and material that came in: only what was handed in can hide something. */
const HANDED_IN = `SELECT id, kind, title, period, record_id AS recordId FROM obligation
  WHERE group_id = ? AND kind IN ('monthly-report', 'self-assessment', 'material') AND met_at IS NOT NULL`;

type HandIn = Titled & Pick<ConcealedRecord, 'id' | 'kind' | 'recordId'> & { readonly period: Period };

/** What units handed in, where a finding says that something was hidden in it (瞒报, art. 10). */
@Injectable()
export class ConcealedRecords {
  constructor(
    private readonly database: Database,
    private readonly titles: OwedTitles,
  ) {}

  /** What a unit handed in, the latest first. */
  async offered({ groupId }: Actor, unitId: string): Promise<ConcealableView> {
    const sql = `${HANDED_IN} AND unit_id = ? ORDER BY met_at DESC, id LIMIT ${String(MOST_RECORDS)}`;
    const rows: ConcealedRecord[] = [];
    for (const each of await this.database.rows<HandIn>(sql, [groupId, unitId])) {
      rows.push(await this.recordOf(groupId, each));
    }
    return { rows };
  }

  /** What a finding names; null where it names nothing. */
  async named(groupId: string, id: string | null, tx?: EntityManager): Promise<ConcealedRecord | null> {
    const found = id === null ? null : await this.database.row<HandIn>(`${HANDED_IN} AND id = ?`, [groupId, id], tx);
    return found === null ? null : this.recordOf(groupId, found, tx);
  }

  /** The title of what a locked finding names. */
  async titleOf(
    tx: EntityManager,
    { groupId, concealedIn }: { readonly groupId: string; readonly concealedIn: string | null },
  ): Promise<string | null> {
    return (await this.named(groupId, concealedIn, tx))?.title ?? null;
  }

  /** Refuses a finding that names what its unit did not hand in. */
  async check(tx: EntityManager, groupId: string, { concealedIn, unitId }: FindingContent): Promise<void> {
    if (concealedIn === null) return;
    const found = await rowsIn(tx, `${HANDED_IN} AND id = ? AND unit_id = ?`, [groupId, concealedIn, unitId]);
    if (found.length === 0) throw DomainError.invalid('inspections.concealed-unknown');
  }

  private async recordOf(groupId: string, handIn: HandIn, tx?: EntityManager): Promise<ConcealedRecord> {
    const { id, kind, recordId } = handIn;
    return { id, title: await this.titles.of(groupId, handIn, tx), kind, recordId };
  }
}
