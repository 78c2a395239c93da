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
const HANDED_IN = `SELECT id, kind, title, period FROM obligation
  WHERE group_id = ? AND kind IN ('monthly-report', 'self-assessment', 'material') AND met_at IS NOT NULL`;

type HandIn = Titled & { readonly id: string; readonly period: Period };

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
      rows.push({ id: each.id, title: await this.titles.of(groupId, each) });
    }
    return { rows };
  }

  /** What a finding names by its title; null where it names nothing. */
  async named(groupId: string, id: string | null): Promise<ConcealedRecord | null> {
    const found = id === null ? null : await this.database.row<HandIn>(`${HANDED_IN} AND id = ?`, [groupId, id]);
    return found === null ? null : { id: found.id, title: await this.titles.of(groupId, found) };
  }

  /** Refuses a finding that names what its unit did not hand in. */
  async check(tx: EntityManager, groupId: string, { concealedIn, unitId }: FindingContent): Promise<void> {
    if (concealedIn === null) return;
    const found = await rowsIn(tx, `${HANDED_IN} AND id = ? AND unit_id = ?`, [groupId, concealedIn, unitId]);
    if (found.length === 0) throw DomainError.invalid('inspections.concealed-unknown');
  }
}
