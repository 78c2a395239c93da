import { Injectable } from '@nestjs/common';
import {
  isLenientMonth,
  type FixedSource,
  type OwedRecord,
  type ReviewOfSheetView,
  type ScoreView,
  type SheetView,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { MonthCase, Names } from '@jiannuo/shared/scoring';
import { Clock } from '../../../platform/clock';
import { batchesOf, Database, placesFor } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../../platform/identity';
import { GroupYears, titleOf, type YearData } from '../../obligations';
import { RulingQueries, type TermsInForce } from '../../rulings';
import { ASSESSMENT_SELECT, type AssessmentRecord } from '../assessment.lock';
import { CaseNameQueries } from '../case-names.queries';
import { TIMELY } from './owed-months';
import {
  REVIEW_COLUMNS,
  reviewIn,
  SCORE_COLUMNS,
  scoreIn,
  SHEET_COLUMNS,
  sheetIn,
  type ReviewRow,
  type ScoreRow,
  type SheetRow,
} from '../scores/stored-numbers';

/** A county's month with the numbers on record of it. */
export type FixedMonth = FixedSource & Pick<AssessmentRecord, 'id' | 'unitName' | 'state'>;

interface Owned {
  readonly assessmentId: string;
}
type OwedRow = Owned &
  Omit<OwedRecord, 'kind' | 'title'> & { readonly kind: ObligationKind; readonly title: string | null };

/** What was owed in the months of the assessments: their units' reports, sheets and materials. */
const OWED = `SELECT a.id AS assessmentId, o.id, o.kind, o.title, o.due_at AS dueAt, o.met_at AS metAt,
    o.record_id AS recordId
  FROM assessment a JOIN obligation o ON o.group_id = a.group_id AND o.period = a.period AND o.unit_id = a.unit_id
    AND o.kind IN (${TIMELY}) AND o.waived_at IS NULL
  WHERE a.id`;
const SHEETS = `SELECT t.assessment_id AS assessmentId, ${SHEET_COLUMNS}
  FROM assessment a JOIN assessment_sheet t ON t.assessment_id = a.id AND t.number = a.current_sheet
  WHERE t.withdrawn_at IS NULL AND a.id`;
/** Oldest first, so that of several the last one holds. */
const REVIEWS = `SELECT r.assessment_id AS assessmentId, ${REVIEW_COLUMNS} FROM assessment_review r
  WHERE r.state = 'confirmed' AND r.assessment_id`;
const SCORES = `SELECT s.assessment_id AS assessmentId, ${SCORE_COLUMNS} FROM score s WHERE s.assessment_id`;

/** Reads many months with their numbers on record. The number of statements grows with the months only by whole batches. */
@Injectable()
export class FixedMonthQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly rulings: RulingQueries,
    private readonly names: CaseNameQueries,
  ) {}

  /** The months of these assessments that are in the scope, in the order asked. */
  async of(actor: Actor, ids: readonly string[]): Promise<readonly FixedMonth[]> {
    const scope = checkedScope(scopeOf(actor));
    const { groupId, unitId } = scope;
    const inScope = batchesOf(ids).map((batch) =>
      this.database.rows<AssessmentRecord>(`${ASSESSMENT_SELECT} AND a.id IN (${placesFor(batch)})`, [
        groupId,
        unitId,
        unitId,
        ...batch,
      ]),
    );
    const found = new Map((await Promise.all(inScope)).flat().map((each) => [each.id, each]));
    const known = ids.flatMap((id) => found.get(id) ?? []);
    const stored = await this.storedOf(known.map(({ id }) => id));
    const facts = {
      names: await this.names.of(groupId, casesIn(stored)),
      years: await this.yearsOf(scope, known),
      now: this.clock.now(),
    };
    return known.map((assessment) => monthOf(assessment, stored, facts));
  }

  private async storedOf(ids: readonly string[]): Promise<Stored> {
    const [sheets, reviews, scores, owed] = await Promise.all([
      this.each<SheetRow & Owned>(SHEETS, ids),
      this.each<ReviewRow & Owned>(REVIEWS, ids, 'ORDER BY r.number'),
      this.each<ScoreRow & Owned>(SCORES, ids, 'ORDER BY s.number'),
      this.each<OwedRow>(OWED, ids, 'ORDER BY o.due_at, o.id'),
    ]);
    return {
      sheets: new Map(sheets.map((row) => [row.assessmentId, sheetIn(row)])),
      reviews: new Map(reviews.map((row) => [row.assessmentId, reviewIn(row)])),
      scores: grouped(scores.map((row) => [row.assessmentId, scoreIn(row)])),
      owed: grouped(owed.map(({ assessmentId, ...row }) => [assessmentId, row])),
    };
  }

  private async each<T extends object>(sql: string, ids: readonly string[], order = ''): Promise<T[]> {
    const rows = batchesOf(ids).map((batch) =>
      this.database.rows<T>(`${sql} IN (${placesFor(batch)}) ${order}`, batch),
    );
    return (await Promise.all(rows)).flat();
  }

  private async yearsOf(scope: Scope, months: readonly AssessmentRecord[]): Promise<Facts['years']> {
    const years = new Map<string, ScoredYear>();
    for (const year of new Set(months.map(yearOf))) {
      const data = await this.years.ofYear(scope.groupId, Number(year));
      const terms = await this.rulings.inForceOfYear(scope, Number(year));
      if (data !== null && terms !== null) years.set(year, { settings: data.settings, ...terms });
    }
    return years;
  }
}

type ScoredYear = Pick<YearData, 'settings'> & Pick<TermsInForce, 'regulation' | 'register'>;

interface Facts {
  readonly names: Names;
  readonly years: ReadonlyMap<string, ScoredYear>;
  readonly now: Instant;
}

/** What the tables hold of months, by assessment. */
interface Stored {
  readonly sheets: ReadonlyMap<string, SheetView>;
  readonly reviews: ReadonlyMap<string, ReviewOfSheetView>;
  readonly scores: ReadonlyMap<string, readonly ScoreView[]>;
  readonly owed: ReadonlyMap<string, readonly Omit<OwedRow, 'assessmentId'>[]>;
}

function casesIn({ sheets, reviews, scores }: Stored): readonly MonthCase[] {
  return [
    ...[...sheets.values()].map(({ content }) => content.month),
    ...[...reviews.values(), ...[...scores.values()].flat()].map(({ month }) => month),
  ];
}

/** A month as it is told; from a file nothing opens, so that it does not matter whether the unit was drawn. */
function monthOf(assessment: AssessmentRecord, stored: Stored, { names, years, now }: Facts): FixedMonth {
  const { id, unitId, unitName, period, state } = assessment;
  const year = years.get(yearOf(assessment));
  if (year === undefined) throw DomainError.notFound('assessment.not-scored');
  const obligations = (stored.owed.get(id) ?? []).map((owed) => ({ ...owed, title: titleOf(year.settings, owed) }));
  return {
    id,
    unitId,
    unitName,
    period,
    state,
    serverNow: now,
    isDrawn: false,
    sheet: stored.sheets.get(id) ?? null,
    review: stored.reviews.get(id) ?? null,
    scores: stored.scores.get(id) ?? [],
    register: year.register,
    records: { obligations, isLenient: isLenientMonth(year.settings, year.regulation, period) },
    names,
  };
}

function yearOf({ period }: Pick<AssessmentRecord, 'period'>): string {
  return period.slice(0, 4);
}

function grouped<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
