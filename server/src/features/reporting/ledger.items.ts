import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { withShown } from '@jiannuo/shared/ledger';
import {
  ledgerItem,
  shownEvidence,
  shownFigures,
  type LedgerItem,
  type ListedMeasure,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import { Database } from '../../platform/database';
import { LedgerMeasures, RowCommands } from '../ledger';

/** Whose month is read. */
interface UnitMonth {
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}

/** Who hands in a report, when, and of which month. */
interface HandIn {
  readonly actor: Actor;
  readonly now: Instant;
  readonly report: UnitMonth;
}

/** What the ledger offers to a report (M1): what is marked done in its month, and what was said of it before. */
@Injectable()
export class LedgerItems {
  constructor(
    private readonly ledger: LedgerMeasures,
    private readonly rows: RowCommands,
    private readonly database: Database,
  ) {}

  /** The pieces of work that a unit's month gives, in the order of the measures. */
  async of({ groupId, unitId, period }: UnitMonth, tx?: EntityManager): Promise<readonly LedgerItem[]> {
    const measures = await this.ledger.measuresOf({ groupId, unitId }, unitId, period, tx);
    const done = measures.filter(({ state }) => state === 'done');
    const former = await this.ledger.formerOf(
      done.map(({ id }) => id),
      tx,
    );
    return done.map((measure) =>
      ledgerItem({
        id: measure.id,
        measure: measure.measure,
        completion: measure,
        earlier: (former.get(measure.id) ?? [])
          .filter(({ state }) => state === 'done')
          .map((completion) => ({ title: measure.measure.title, completion })),
      }),
    );
  }

  /** The same for a report of the actor's own unit. */
  async forReport(actor: Actor, reportId: string): Promise<readonly LedgerItem[]> {
    return this.of(await this.monthOf(actor, reportId));
  }

  /** Everything that the ledger lists for the month of a report of the actor's own unit, done or not. */
  async listedFor(actor: Actor, reportId: string): Promise<readonly ListedMeasure[]> {
    const { groupId, unitId, period } = await this.monthOf(actor, reportId);
    const measures = await this.ledger.measuresOf({ groupId, unitId }, unitId, period);
    return measures.map(({ id, measure: { headingId, title }, state }) => ({ id, headingId, title, state }));
  }

  /** What a handed-in report shows for the ledger's rows stands in them as well, so that nobody types it a second time (M1). */
  async keepShown(tx: EntityManager, by: HandIn, content: ReportContent): Promise<void> {
    const { actor, now, report } = by;
    const { headings } = content;
    const rows = await this.ledger.showableOf(tx, report);
    for (const row of rows) {
      const shown = { evidence: shownEvidence(row, rows, headings), figures: shownFigures(row, rows, headings) };
      if (withShown(row, shown) !== row) await this.rows.addShown(tx, { actor, now }, row.id, shown);
    }
  }

  private async monthOf(actor: Actor, reportId: string): Promise<UnitMonth> {
    const { groupId } = checkedScope(scopeOf(actor));
    const sql = `SELECT group_id AS groupId, unit_id AS unitId, period FROM report
      WHERE id = ? AND group_id = ? AND unit_id = ?`;
    const report = await this.database.row<UnitMonth>(sql, [reportId, groupId, actor.unitId]);
    if (report === null) throw DomainError.notFound('reporting.not-found');
    return report;
  }
}
