import { Injectable } from '@nestjs/common';
import {
  formerReviews,
  isReviewInForce,
  isScoreInForce,
  pointsOfHundredths,
  reviewedTotal,
  type AssessmentState,
  type FixedNumber,
  type HistoryMonth,
  type Review,
  type ReviewedNumber,
  type ScoreCell,
  type ScoredYearFrame,
  type ScoreHistoryView,
  type ScoreMatrixView,
  type ScoreRow,
  type SheetContent,
  type StoodNumber,
} from '@jiannuo/shared/assessment';
import { beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import { monthsOf, type MonthCase } from '@jiannuo/shared/scoring';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, type Scope } from '../../../platform/identity';
import { GroupRegulations } from '../../rulings';
import { QuarterQueries } from '../quarter/quarter.queries';

interface MonthRow {
  readonly period: Period;
  readonly assessmentId: string | null;
  readonly state: AssessmentState | null;
  readonly metAt: Instant | null;
  readonly publishedAt: Instant | null;
}
interface CellRow extends Pick<MonthRow, 'period' | 'assessmentId' | 'state'> {
  readonly unitId: string;
  readonly unitName: string;
  readonly number: number | null;
  readonly kind: 'final' | 'correction' | null;
  readonly raw: number | null;
  readonly score: number | null;
}
interface Owned {
  readonly assessmentId: string;
}
type NumberRow = Owned &
  Omit<FixedNumber, 'raw' | 'score' | 'isReruled'> & {
    readonly rawHundredths: number;
    readonly scoreHundredths: number;
    readonly rulings: string;
  };
type StoodRow = Owned & StoodNumber;
type SheetRow = Owned & { readonly content: string };
type ReviewRow = Owned & {
  readonly number: number;
  readonly current: number;
  readonly content: string;
  readonly scoreCase: string;
  readonly at: Instant;
};

/** The months of a unit in a year, and of its assessments everything that names it. */
const OF_UNIT = 'a.group_id = ? AND a.unit_id = ? AND a.period >= ? AND a.period <= ?';

/** Reads scores over time and side by side (第十二条, 纵横比较). In the official order, and in no other. */
@Injectable()
export class ScoreQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly regulations: GroupRegulations,
    private readonly quarters: QuarterQueries,
  ) {}

  /**
   * A county's months of a year as they went, the running or nearest year when none is named. A reader who sees one unit
   * is answered its own; whoever sees all names the county. A review counts once it is confirmed.
   */
  async history(
    scope: Scope,
    asked: { readonly year?: number | undefined; readonly unitId?: string | undefined },
  ): Promise<ScoreHistoryView> {
    const { groupId, unitId: own } = checkedScope(scope);
    const frame = await this.frameOf(groupId, asked.year);
    const unit = await this.database.row<{ readonly id: string; readonly name: string }>(
      'SELECT id, name FROM unit WHERE group_id = ? AND id = ? AND (? IS NULL OR id = ?)',
      [groupId, asked.unitId ?? own, own, own],
    );
    if (unit === null) throw DomainError.notFound('assessment.unit-not-found');
    const [months, quarters] = await Promise.all([
      this.monthsOf(groupId, unit.id, frame),
      this.quarters.ofCounty(groupId, unit.id, frame),
    ]);
    return { ...frame, unitId: unit.id, unitName: unit.name, months, quarters };
  }

  /** All counties' months of a year beside each other, for those who see the whole group. One statement, however many counties. */
  async matrix(scope: Scope, year?: number): Promise<ScoreMatrixView> {
    const { groupId } = checkedScope(scope);
    const frame = await this.frameOf(groupId, year);
    const cells = await this.database.rows<CellRow>(
      `SELECT u.id AS unitId, u.name AS unitName, o.period, a.id AS assessmentId, a.state, s.number, s.kind,
         s.raw_hundredths AS raw, s.score_hundredths AS score
       FROM obligation o JOIN unit u ON u.id = o.unit_id LEFT JOIN assessment a ON a.obligation_id = o.id
       LEFT JOIN score s ON s.assessment_id = a.id AND a.state IN ('final', 'published')
         AND s.number = (SELECT MAX(latest.number) FROM score latest WHERE latest.assessment_id = a.id)
       WHERE o.group_id = ? AND o.kind = 'self-assessment' AND o.period >= ? AND o.period <= ?
       ORDER BY u.number, u.id, o.period`,
      [groupId, ...edgesOf(frame)],
    );
    return { ...frame, rows: rowsOf(cells) };
  }

  private async frameOf(groupId: string, asked: number | undefined): Promise<ScoredYearFrame> {
    const year = asked ?? (await this.regulations.currentYear(groupId));
    const regulation = await this.regulations.ofYear(groupId, year);
    if (regulation === null) throw DomainError.notFound('assessment.year-not-scored');
    const now = this.clock.now();
    return {
      year,
      serverNow: now,
      ...(await this.regulations.yearsBeside(groupId, year)),
      periods: monthsOf(regulation.cycle),
      currentPeriod: periodOf(beijingDate(now)),
    };
  }

  private async monthsOf(groupId: string, unitId: string, frame: ScoredYearFrame): Promise<readonly HistoryMonth[]> {
    const parameters = [groupId, unitId, ...edgesOf(frame)];
    const [months, sheets, reviews, scores, stood] = await Promise.all([
      this.database.rows<MonthRow>(
        `SELECT o.period, a.id AS assessmentId, a.state, o.met_at AS metAt, a.published_at AS publishedAt
         FROM obligation o LEFT JOIN assessment a ON a.obligation_id = o.id
         WHERE o.group_id = ? AND o.unit_id = ? AND o.period >= ? AND o.period <= ? AND o.kind = 'self-assessment'
         ORDER BY o.period`,
        parameters,
      ),
      this.database.rows<SheetRow>(
        `SELECT t.assessment_id AS assessmentId, t.content
         FROM assessment_sheet t JOIN assessment a ON a.id = t.assessment_id AND a.current_sheet = t.number
         WHERE ${OF_UNIT} AND t.withdrawn_at IS NULL`,
        parameters,
      ),
      this.database.rows<ReviewRow>(
        `SELECT w.assessment_id AS assessmentId, w.number, a.current_review AS current, w.content,
           w.score_case AS scoreCase, w.at
         FROM assessment_review w JOIN assessment a ON a.id = w.assessment_id
         WHERE ${OF_UNIT} AND w.state = 'confirmed' ORDER BY w.number`,
        parameters,
      ),
      this.database.rows<NumberRow>(
        `SELECT s.assessment_id AS assessmentId, s.number, s.kind, s.raw_hundredths AS rawHundredths,
           s.score_hundredths AS scoreHundredths, s.rulings, s.reason, s.by_unit_name AS byUnit, s.at
         FROM score s JOIN assessment a ON a.id = s.assessment_id WHERE ${OF_UNIT} ORDER BY s.number`,
        parameters,
      ),
      this.database.rows<StoodRow>(
        `SELECT l.assessment_id AS assessmentId, l.reason, l.by_unit_name AS byUnit, l.at
         FROM assessment_let_stand l JOIN assessment a ON a.id = l.assessment_id WHERE ${OF_UNIT} ORDER BY l.number`,
        parameters,
      ),
    ]);
    return months.map((month) => monthOf(month, { sheets, reviews, scores, stood }));
  }
}

function edgesOf({ periods }: ScoredYearFrame): readonly [Period, Period] {
  return [periods[0] ?? '', periods.at(-1) ?? ''];
}

interface Found {
  readonly sheets: readonly SheetRow[];
  readonly reviews: readonly ReviewRow[];
  readonly scores: readonly NumberRow[];
  readonly stood: readonly StoodRow[];
}

function monthOf(month: MonthRow, { sheets, reviews, scores, stood }: Found): HistoryMonth {
  const { period, assessmentId, metAt, publishedAt } = month;
  const state = month.state ?? 'draft';
  const isOf = (each: Owned): boolean => each.assessmentId === assessmentId;
  const sheet = sheets.find(isOf);
  const standing = isScoreInForce(state) ? scores.filter(isOf) : [];
  const own = isReviewInForce(state) ? reviews.filter(isOf).map(reviewedIn) : [];
  return {
    period,
    assessmentId,
    state,
    metAt,
    self: sheet === undefined ? null : (JSON.parse(sheet.content) as SheetContent).total,
    reviewed: own.find(({ isCurrent }) => isCurrent)?.points ?? null,
    formerReviews: formerReviews(own, standing),
    scores: standing.map(({ number, kind, rawHundredths, scoreHundredths, rulings, reason, byUnit, at }, index) => ({
      number,
      kind,
      raw: pointsOfHundredths(rawHundredths),
      score: pointsOfHundredths(scoreHundredths),
      isReruled: index > 0 && standing[index - 1]?.rulings !== rulings,
      reason,
      byUnit,
      at,
    })),
    letStand: stood.filter(isOf).map(({ reason, byUnit, at }) => ({ reason, byUnit, at })),
    publishedAt,
  };
}

function reviewedIn({ number, current, content, scoreCase, at }: ReviewRow): ReviewedNumber & { isCurrent: boolean } {
  const points = reviewedTotal(JSON.parse(scoreCase) as MonthCase, JSON.parse(content) as Review);
  return { points, at, isCurrent: number === current };
}

function rowsOf(cells: readonly CellRow[]): readonly ScoreRow[] {
  const rows = new Map<string, ScoreRow & { readonly cells: ScoreCell[] }>();
  for (const { unitId, unitName, ...cell } of cells) {
    const row = rows.get(unitId) ?? { unitId, unitName, cells: [] };
    row.cells.push(cellOf(cell));
    rows.set(unitId, row);
  }
  return [...rows.values()];
}

function cellOf({
  period,
  assessmentId,
  state,
  number,
  kind,
  raw,
  score,
}: Omit<CellRow, 'unitId' | 'unitName'>): ScoreCell {
  return {
    period,
    assessmentId,
    state: state ?? 'draft',
    number,
    raw: raw === null ? null : pointsOfHundredths(raw),
    score: score === null ? null : pointsOfHundredths(score),
    isCorrected: kind === 'correction',
  };
}
