import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, placesFor } from '../../platform/database';
import { ObligationRecords, type RecordProgress } from '../obligations';

const COLUMNS = `r.id AS recordId, r.state, d.filled, d.total, d.saved_at AS savedAt`;

/** Tells a unit's own list of obligations how far its reports have come. */
@Injectable()
export class ProgressQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: ObligationRecords,
  ) {}

  onModuleInit(): void {
    this.records.register((unitId, ids) => this.of(unitId, ids));
  }

  private of(unitId: string, ids: readonly string[]): Promise<readonly RecordProgress[]> {
    return this.database.rows<RecordProgress>(
      `SELECT o.id AS obligationId, ${COLUMNS} FROM obligation o
       JOIN report r ON r.group_id = o.group_id AND r.unit_id = o.unit_id AND r.period = o.period
       JOIN report_draft d ON d.report_id = r.id
       WHERE o.unit_id = ? AND o.kind IN ('monthly-report', 'report-correction') AND o.id IN (${placesFor(ids)})`,
      [unitId, ...ids],
    );
  }
}
