import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findingName, METHOD_TITLES } from '@jiannuo/shared/inspections';
import { Database, placesFor } from '../../platform/database';
import { ObligationRecords, type RecordProgress } from '../obligations';
import { ConcealedRecords } from './concealed.records';
import { FINDINGS, type FindingRecord } from './inspection.lock';

/** Tells a unit's own list of obligations which finding asked for each, and whether to put right or to explain. */
@Injectable()
export class FindingAskers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: ObligationRecords,
    private readonly concealed: ConcealedRecords,
  ) {}

  onModuleInit(): void {
    this.records.register((unitId, ids) => this.of(unitId, ids));
  }

  private async of(unitId: string, ids: readonly string[]): Promise<readonly RecordProgress[]> {
    const asked = await this.database.rows<{ readonly id: string; readonly findingId: string }>(
      `SELECT id, record_id AS findingId FROM obligation WHERE kind = 'rectification' AND id IN (${placesFor(ids)})`,
      ids,
    );
    if (asked.length === 0) return [];
    const rows = await this.database.rows<FindingRecord>(
      `${FINDINGS} WHERE f.unit_id = ? AND f.id IN (${placesFor(asked)})`,
      [unitId, ...asked.map(({ findingId }) => findingId)],
    );
    const found: RecordProgress[] = [];
    for (const row of rows) {
      const progress = await this.progressOf(row);
      for (const { id } of asked.filter(({ findingId }) => findingId === row.id)) {
        found.push({ obligationId: id, ...progress });
      }
    }
    return found;
  }

  private async progressOf(row: FindingRecord): Promise<Omit<RecordProgress, 'obligationId'>> {
    const { id, groupId, concealedIn, method, state } = row;
    const concealed = await this.concealed.named(groupId, concealedIn);
    const matter = findingName({ ...row, concealedTitle: concealed?.title ?? null });
    const asker = { matter, name: METHOD_TITLES[method], isGrave: false, isHearing: concealedIn !== null };
    return { recordId: id, state, filled: 0, total: 0, savedAt: null, asker };
  }
}
