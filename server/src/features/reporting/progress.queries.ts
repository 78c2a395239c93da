import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isCorrected, type ReportContent, type ReviewRemark } from '@jiannuo/shared/reporting';
import { Database, placesFor } from '../../platform/database';
import { ObligationRecords, type RecordProgress } from '../obligations';

interface SentBack {
  readonly draft: string;
  readonly former: string;
  readonly remarks: string;
}

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

  private async of(unitId: string, ids: readonly string[]): Promise<readonly RecordProgress[]> {
    const rows = await this.database.rows<RecordProgress>(
      `SELECT o.id AS obligationId, ${COLUMNS} FROM obligation o
       JOIN report r ON r.group_id = o.group_id AND r.unit_id = o.unit_id AND r.period = o.period
       JOIN report_draft d ON d.report_id = r.id
       WHERE o.unit_id = ? AND o.kind IN ('monthly-report', 'report-correction') AND o.id IN (${placesFor(ids)})`,
      [unitId, ...ids],
    );
    return Promise.all(rows.map((row) => this.counted(row)));
  }

  /** Of a report that was sent back: how many of the remarked places are changed. */
  private async counted(row: RecordProgress): Promise<RecordProgress> {
    if (row.state !== 'returned') return row;
    const sentBack = await this.database.row<SentBack>(
      `SELECT d.content AS draft, v.content AS former, w.remarks FROM report_review w
       JOIN report_version v ON v.report_id = w.report_id AND v.number = w.version_number
       JOIN report_draft d ON d.report_id = w.report_id
       WHERE w.report_id = ? AND w.decision = 'returned' ORDER BY w.at DESC, w.id DESC LIMIT 1`,
      [row.recordId],
    );
    if (sentBack === null) return row;
    const draft = JSON.parse(sentBack.draft) as ReportContent;
    const former = JSON.parse(sentBack.former) as ReportContent;
    const remarks = JSON.parse(sentBack.remarks) as readonly ReviewRemark[];
    const filled = remarks.filter(({ path }) => isCorrected(path, former, draft)).length;
    return { ...row, filled, total: remarks.length };
  }
}
