import { Injectable } from '@nestjs/common';
import { mayApply } from '@jiannuo/shared/applications';
import {
  begunMonths,
  namesIn,
  numbersOf,
  standingKey,
  storedKeys,
  toldNumber,
  toldStored,
  type AnnualView,
  type AssessmentView,
  type NumberKey,
  type ScoreHistoryView,
  type ScoreMatrixView,
  type ToldNumber,
} from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import type { Names } from '@jiannuo/shared/scoring';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { GroupYears } from '../../obligations';
import { AnnualQueries } from '../year/annual.queries';
import { AssessmentQueries } from '../sheet/assessment.queries';
import { FixedMonthQueries } from '../month/fixed-months.queries';
import { groupNameOf } from '../group-name';
import { ScoreQueries } from './score.queries';

/** The numbers of a county's month, each with everything that it was made from. */
export interface ToldMonth {
  readonly unitName: string;
  readonly period: Period;
  readonly told: readonly ToldNumber[];
  readonly names: Names;
}

/** A page of scores with all its numbers opened, to be taken out. */
export interface ScoreBook<Page> {
  readonly groupName: string;
  readonly page: Page;
  readonly months: readonly ToldMonth[];
}

/** What is taken out: a year, the running or nearest one when none is named, or one month of it. */
export interface AskedBook {
  readonly year?: number | undefined;
  readonly period?: Period | undefined;
}

/** Which numbers of a month its reader was shown. */
type Shown = (view: AssessmentView) => readonly NumberKey[];

/** Reads scores to be taken out: what the screens show, every number opened. Nothing is in it that its reader cannot open. */
@Injectable()
export class ScoreBookQueries {
  constructor(
    private readonly scores: ScoreQueries,
    private readonly annual: AnnualQueries,
    private readonly assessments: AssessmentQueries,
    private readonly fixed: FixedMonthQueries,
    private readonly years: GroupYears,
    private readonly database: Database,
  ) {}

  /**
   * All counties side by side, for those who see the whole group. A month alone holds also what was reviewed or handed in
   * and is not final yet; a year only what was fixed.
   */
  async ofAll(actor: Actor, asked: AskedBook): Promise<ScoreBook<ScoreMatrixView>> {
    const page = within(await this.scores.matrix(scopeOf(actor), yearOf(asked)), asked);
    const rows = page.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ period }) => page.periods.includes(period)),
    }));
    const isMonth = asked.period !== undefined;
    const shown = rows.flatMap(({ cells }) => cells.filter(({ number }) => isMonth || number !== null));
    const months = await this.toldOnRecord(actor, shown);
    return { groupName: await groupNameOf(this.database, actor.groupId), page: { ...page, rows }, months };
  }

  /** One county over the year, by the rules of `ScoreQueries.history`: 自评, 复核, 定稿, 更正, and what stands to be fixed. */
  async ofCounty(
    actor: Actor,
    asked: AskedBook & { readonly unitId?: string | undefined },
  ): Promise<ScoreBook<ScoreHistoryView>> {
    const history = await this.scores.history(scopeOf(actor), { year: yearOf(asked), unitId: asked.unitId });
    if (!(await this.isScored(actor, history))) throw DomainError.notFound('assessment.unit-not-scored');
    const page = within({ ...history, months: begunMonths(history) }, asked);
    const months = page.months.filter(({ period }) => page.periods.includes(period));
    const told = await this.told(
      actor,
      months.flatMap((month) =>
        opened(month.assessmentId, (view) => [...new Set([...keysOf(month), ...coming(view)])]),
      ),
    );
    return { groupName: await groupNameOf(this.database, actor.groupId), page: { ...page, months }, months: told };
  }

  /** The counties' year as its reader may see it, and the months that it is made from. */
  async ofYear(actor: Actor, year: number | null): Promise<ScoreBook<AnnualView>> {
    const page = await this.annual.view(actor, year);
    if (page.rows.length === 0) throw DomainError.notFound('assessment.unit-not-scored');
    const scored = page.rows.flatMap(({ months }) => months.filter(({ score }) => score !== null));
    return {
      groupName: await groupNameOf(this.database, actor.groupId),
      page,
      months: await this.toldOnRecord(actor, scored),
    };
  }

  /** Months by what tells them: a corrected one with the numbers before it. However many, in as few statements. */
  private async toldOnRecord(
    actor: Actor,
    cells: readonly { readonly assessmentId: string | null }[],
  ): Promise<readonly ToldMonth[]> {
    const ids = cells.flatMap(({ assessmentId }) => assessmentId ?? []);
    const months = (await this.fixed.of(actor, ids)).map((month) => ({
      unitName: month.unitName,
      period: month.period,
      told: storedKeys(month, month.state).flatMap((key) => toldStored(month, key) ?? []),
      names: month.names,
    }));
    return months.filter(({ told }) => told.length > 0);
  }

  private async told(
    actor: Actor,
    asked: readonly { readonly assessmentId: string; readonly shown: Shown }[],
  ): Promise<readonly ToldMonth[]> {
    const months: ToldMonth[] = [];
    for (const { assessmentId, shown } of asked) {
      const view = await this.assessments.view(actor, assessmentId);
      const told = shown(view).flatMap((key) => toldNumber(view, key) ?? []);
      if (told.length === 0) continue;
      months.push({ unitName: view.unitName, period: view.period, told, names: namesIn(view) });
    }
    return months;
  }

  /** Whether a unit assesses itself in a year (annex 2, 一). */
  private async isScored({ groupId }: Actor, { unitId, year }: ScoreHistoryView): Promise<boolean> {
    const data = await this.years.ofYear(groupId, year);
    const unit = await this.database.row<{ readonly kind: UnitKind }>('SELECT kind FROM unit WHERE id = ?', [unitId]);
    return data !== null && unit !== null && mayApply(data.settings, unit.kind);
  }
}

function opened(assessmentId: string | null, shown: Shown) {
  return assessmentId === null ? [] : [{ assessmentId, shown }];
}

function keysOf(month: ScoreHistoryView['months'][number]): readonly NumberKey[] {
  return numbersOf(month).map(({ key }) => key);
}

/** What the county reads as its score while the spot check took something after the review. */
function coming(view: AssessmentView): readonly NumberKey[] {
  return standingKey(view) === 'coming' ? ['coming'] : [];
}

function yearOf({ year, period }: AskedBook): number | undefined {
  return year ?? (period === undefined ? undefined : Number(period.slice(0, 4)));
}

/** The page with the asked month alone; a month outside its year is refused. */
function within<Page extends { readonly periods: readonly Period[] }>(page: Page, { period }: AskedBook): Page {
  if (period === undefined) return page;
  if (!page.periods.includes(period)) {
    throw DomainError.notFound('assessment.month-not-scored', {
      first: formatPeriod(page.periods[0] ?? period),
      last: formatPeriod(page.periods.at(-1) ?? period),
      month: formatPeriod(period),
    });
  }
  return { ...page, periods: [period] };
}
