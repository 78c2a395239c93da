import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  describeDifferences,
  describePath,
  emptyContent,
  fieldsOf,
  valueWords,
  type DifferencesView,
  type DraftHistoryView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { ReportQueries, type ReportRow } from './report.queries';

interface HistoryRow {
  readonly id: string;
  readonly path: string;
  readonly value: string;
  readonly device: string;
  readonly at: Instant;
}

/** Reads what changed, and what was not chosen. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly reports: ReportQueries,
  ) {}

  /** Texts of the last 30 days that lost against another device's, latest first; what stands in the draft has not lost. Only the unit itself sees them. */
  async draftHistory(actor: Actor, id: string): Promise<DraftHistoryView> {
    const report = await this.reports.reportFor(actor, id);
    if (actor.unitId !== report.unitId) throw DomainError.notFound('reporting.not-found');
    const form = await this.formOf(report);
    const [rows, draft] = await Promise.all([
      this.database.rows<HistoryRow>(
        'SELECT id, path, value, device, at FROM report_draft_history WHERE report_id = ? ORDER BY at DESC, id DESC',
        [id],
      ),
      this.database.row<{ content: string }>('SELECT content FROM report_draft WHERE report_id = ?', [id]),
    ]);
    const content = draft === null ? emptyContent(form) : (JSON.parse(draft.content) as ReportContent);
    const standing = fieldsOf(content);
    const isUnchosen = ({ path, value }: HistoryRow) => JSON.stringify(standing.get(path) ?? null) !== value;
    return {
      rows: rows.filter(isUnchosen).map(({ value, ...row }) => {
        const parsed = JSON.parse(value) as unknown;
        return { ...row, ...describePath(row.path, content, form), value: parsed, words: valueWords(parsed) };
      }),
    };
  }

  /** What changed from one version to another, in the order of the form. */
  async differences(
    actor: Actor,
    id: string,
    numbers: { readonly from: number; readonly to: number },
  ): Promise<DifferencesView> {
    const report = await this.reports.reportFor(actor, id);
    const form = await this.formOf(report);
    const [before, after] = await Promise.all([
      this.reports.version(actor, id, numbers.from),
      this.reports.version(actor, id, numbers.to),
    ]);
    return { ...numbers, rows: describeDifferences(before.content, after.content, form) };
  }

  private async formOf(report: ReportRow): Promise<Parameters<typeof describePath>[2]> {
    return (await this.years.required(report.groupId, report.period)).form;
  }
}
