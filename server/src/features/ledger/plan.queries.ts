import { Injectable } from '@nestjs/common';
import {
  checkPlanChanges,
  LEDGER_SHEET,
  ledgerSheet,
  planChanges,
  readLedgerPlan,
  type ImportPreview,
  type OwedAssessment,
  type PlanChanges,
  type PlannedMeasure,
} from '@jiannuo/shared/ledger';
import type { Refusal } from '@jiannuo/shared/kernel';
import type { Sheet, SheetFault } from '@jiannuo/shared/sheets';
import { sentenceFor } from '@jiannuo/shared/messages';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { readWorkbook } from '../../platform/excel';
import { measuresOf, ROW_SELECT, type RowRecord } from './ledger-rows';
import { OWED_ASSESSMENTS, owedIn } from './owed-assessments';
import { contextOf, standingOf, LedgerYears, type LedgerYear } from './plan.context';

/** The plan as it stands, as queries read it. */
interface StandingPlan {
  readonly revision: number;
  readonly measures: readonly PlannedMeasure[];
  readonly rows: readonly RowRecord[];
}

/** Reads the year's plan as a whole: as a list, and against a list. */
@Injectable()
export class PlanQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: LedgerYears,
  ) {}

  /** The plan as sheets for Excel, which could be imported again and would change nothing. */
  async sheets(groupId: string, year: number): Promise<readonly Sheet[]> {
    const of = await this.years.of(groupId, year);
    const { measures } = await this.standing(groupId, year);
    return [ledgerSheet({ headings: of.headings, units: of.units, plan: measures })];
  }

  /** What an import of this file would change, or everything that has to be put right in it. Nothing is changed. */
  async preview(groupId: string, year: number, file: Buffer): Promise<ImportPreview> {
    const of = await this.years.of(groupId, year);
    const workbook = await readWorkbook(file, [LEDGER_SHEET]);
    return this.compare(of, workbook.sheets, workbook.faults);
  }

  /** The same for sheets that were read already, by the command line. */
  async compare(of: LedgerYear, sheets: readonly Sheet[], faults: readonly SheetFault[]): Promise<ImportPreview> {
    const { revision, measures, rows } = await this.standing(of.groupId, of.year);
    const context = contextOf(of, measures);
    const reading = faults.length > 0 ? ({ ok: false, faults } as const) : readLedgerPlan(sheets, context);
    if (!reading.ok)
      return { ...NO_CHANGES, year: of.year, planRevision: revision, faults: reading.faults, changes: [] };
    const plan = planChanges(reading.measures, context);
    const owed = await this.database.rows<OwedAssessment>(OWED_ASSESSMENTS, owedIn(of));
    const outcome = checkPlanChanges(plan.changes, standingOf(context, rows, { owed, now: this.clock.now() }));
    const refused = outcome.ok ? [] : outcome.refusals.map(faultOf);
    return { ...previewOf(plan, of), planRevision: revision, faults: refused };
  }

  private async standing(groupId: string, year: number): Promise<StandingPlan> {
    const plan = await this.database.row<{ id: string; revision: number }>(
      'SELECT id, revision FROM ledger_plan WHERE group_id = ? AND year = ?',
      [groupId, year],
    );
    if (plan === null) return { revision: 0, measures: [], rows: [] };
    const sql = `${ROW_SELECT} AND m.plan_id = ? ORDER BY m.number, r.period`;
    const rows = await this.database.rows<RowRecord>(sql, [plan.id]);
    return { revision: plan.revision, measures: measuresOf(rows), rows };
  }
}

const NO_CHANGES = { added: 0, changed: 0, removed: 0, unchanged: 0 } as const;

/** What is in the way of a change, at the row of its measure; of one that is gone from the list, of the whole. */
function faultOf(refusal: Refusal): SheetFault {
  const { row } = refusal.facts;
  const place = typeof row === 'number' ? row : null;
  return { sheet: LEDGER_SHEET, row: place, column: null, reason: sentenceFor(refusal).replace(/。$/, '') };
}

function previewOf(plan: PlanChanges, { year, units }: LedgerYear): Omit<ImportPreview, 'planRevision' | 'faults'> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const { added, changed, removed, unchanged } = plan;
  const changes = plan.changes.map(({ kind, number, before, after, words }) => {
    const { unitId, title } = after ?? before ?? { unitId: '', title: '' };
    return { kind, number, unitName: names.get(unitId) ?? '', title, words };
  });
  return { year, added, changed, removed, unchanged, changes };
}
