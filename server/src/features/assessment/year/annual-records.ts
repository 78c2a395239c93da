import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayApply } from '@jiannuo/shared/applications';
import {
  pointsOfHundredths,
  type AnnualInnovation,
  type AnnualMonthView,
  type AssessmentState,
  type ForgottenAdjustment,
  type YearMonth,
  type YearRecords,
} from '@jiannuo/shared/assessment';
import { fractionText, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import type { SpokenRuling } from '@jiannuo/shared/rulings';
import {
  monthsOf,
  reachOfMonth,
  rulingsOf,
  termsOf,
  type Exact,
  type Regulation,
  type RulingOverrides,
} from '@jiannuo/shared/scoring';
import { rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, type Scope } from '../../../platform/identity';
import { ApplicationQueries } from '../../applications';
import { GroupYears } from '../../obligations';
import { RulingQueries } from '../../rulings';

/** A county's year: what its result is made from, with what screens say about it. */
export interface CountyYear {
  readonly unitId: string;
  readonly unitName: string;
  readonly records: YearRecords;
  readonly months: readonly Omit<AnnualMonthView, 'standing'>[];
  readonly innovations: readonly AnnualInnovation[];
}

/** The counties' years of a group, in the official order. */
export interface GroupYear {
  readonly regulation: Regulation;
  readonly periods: readonly Period[];
  /** What was ruled on the regulation. */
  readonly register: readonly SpokenRuling[];
  readonly counties: readonly CountyYear[];
  /** How many adjustments the lead unit has not decided about. */
  readonly undecidedAdjustments: number;
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
}
interface MonthRow {
  readonly unitId: string;
  readonly period: Period;
  readonly metAt: Instant | null;
  readonly assessmentId: string | null;
  readonly state: AssessmentState | null;
}
interface ScoreRow {
  readonly unitId: string;
  readonly period: Period;
  readonly kind: 'final' | 'correction';
  readonly rulings: string;
  readonly rawExact: Exact;
  readonly rawHundredths: number;
  readonly scoreHundredths: number;
}

const MONTHS = `SELECT o.unit_id AS unitId, o.period, o.met_at AS metAt, a.id AS assessmentId, a.state
  FROM obligation o LEFT JOIN assessment a ON a.obligation_id = o.id
  WHERE o.group_id = ? AND o.kind = 'self-assessment' AND o.period BETWEEN ? AND ? AND (? IS NULL OR o.unit_id = ?)`;
/** Oldest first, so that of several to a month the last one holds. */
const SCORES = `SELECT s.unit_id AS unitId, s.period, s.kind, s.rulings, s.raw_exact AS rawExact, s.raw_hundredths AS rawHundredths,
    s.score_hundredths AS scoreHundredths
  FROM score s JOIN assessment a ON a.id = s.assessment_id AND a.state IN ('final', 'published')
  WHERE s.group_id = ? AND s.period BETWEEN ? AND ? AND (? IS NULL OR s.unit_id = ?) ORDER BY s.number`;

/** Puts together what years are made from. The number of statements does not grow with the number of counties. */
@Injectable()
export class AnnualRecords {
  constructor(
    private readonly years: GroupYears,
    private readonly rulings: RulingQueries,
    private readonly applications: ApplicationQueries,
  ) {}

  /** The years of every county in the scope. Refused where the group scores nobody that year. */
  async in(tx: EntityManager, scope: Scope, year: number): Promise<GroupYear> {
    const { groupId, unitId } = checkedScope(scope);
    const terms = await this.rulings.inForceOfYear(scope, year, tx);
    if (terms === null) throw DomainError.notFound('assessment.year-not-scored');
    const { regulation, register, overrides: rulings } = terms;
    const periods = monthsOf(regulation.cycle);
    const parameters = [groupId, regulation.cycle.first, regulation.cycle.last, unitId, unitId];
    const months = byMonth(await rowsIn<MonthRow>(tx, MONTHS, parameters));
    const scores = byMonth(await rowsIn<ScoreRow>(tx, SCORES, parameters));
    const innovations = await this.innovationsIn(tx, scope, year);
    const counties = (await this.scoredUnits(tx, scope, year)).map(({ id, name }): CountyYear => {
      const own = innovations.get(id) ?? [];
      const facts = periods.map((month) => ({
        month,
        begun: months.get(keyOf({ unitId: id, period: month })),
        score: scores.get(keyOf({ unitId: id, period: month })),
      }));
      return {
        unitId: id,
        unitName: name,
        records: {
          regulation: regulation.id,
          unitId: id,
          months: facts.map(({ month, begun, score }) => ({
            month,
            state: begun?.state ?? null,
            isHandedIn: begun !== undefined && begun.metAt !== null,
            rawTotal: score?.rawExact ?? null,
            ...(score === undefined ? { factor: null, most: null } : ruledOf(score, regulation)),
          })),
          innovations: own.map(({ id: innovation, kind, approved }) => ({ id: innovation, kind, approved })),
          rulings,
        },
        months: facts.map(({ month, begun, score }) => ({
          month,
          assessmentId: begun?.assessmentId ?? null,
          state: begun?.state ?? null,
          score: score === undefined ? null : pointsOf(score),
        })),
        innovations: own,
      };
    });
    const undecidedAdjustments = await this.applications.undecidedAdjustments(scope, year, tx);
    return { regulation, periods, register, counties, undecidedAdjustments };
  }

  /** The units that are scored in a year, in the official order: those that assess themselves (annex 2, 一). */
  async scoredUnits(tx: EntityManager, scope: Scope, year: number): Promise<readonly Unit[]> {
    const { groupId, unitId } = checkedScope(scope);
    const data = await this.years.ofYear(groupId, year, tx);
    const units = await rowsIn<Unit>(
      tx,
      'SELECT id, name, kind FROM unit WHERE group_id = ? AND (? IS NULL OR id = ?) ORDER BY number',
      [groupId, unitId, unitId],
    );
    return units.filter(({ kind }) => data !== null && mayApply(data.settings, kind));
  }

  /** Approved adjustments that no month before the current one counts, and that one still waits for. */
  forgotten(
    tx: EntityManager,
    scope: Scope,
    { year, periods, current }: Pick<GroupYear, 'periods'> & { readonly year: number; readonly current: Period },
  ): Promise<readonly ForgottenAdjustment[]> {
    const months = periods.filter((month) => month < current);
    return this.applications.forgotten(scope, { year, months }, tx);
  }

  private async innovationsIn(
    tx: EntityManager,
    scope: Scope,
    year: number,
  ): Promise<ReadonlyMap<string, readonly AnnualInnovation[]>> {
    const byUnit = await this.applications.innovationsOf(scope, year, tx);
    const ids = [...byUnit.values()].flatMap((each) => each.map(({ id }) => id));
    const titles = await this.applications.titlesOf(ids, tx);
    return new Map(
      [...byUnit].map(([unit, each]) => [unit, each.map((one) => ({ ...one, title: titles.get(one.id) ?? '' }))]),
    );
  }
}

type MonthKey = Pick<MonthRow, 'unitId' | 'period'>;

function keyOf({ unitId, period }: MonthKey): string {
  return `${unitId} ${period}`;
}

function byMonth<T extends MonthKey>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** The monthly factor by which a score was fixed, and what the month could give by the rulings of then. */
function ruledOf({ rulings }: ScoreRow, regulation: Regulation): Pick<YearMonth, 'factor' | 'most'> {
  const own = JSON.parse(rulings) as RulingOverrides;
  return {
    factor: rulingsOf(regulation, own).monthlyFactor,
    most: fractionText(reachOfMonth(termsOf({ regulation: regulation.id, rulings: own }))),
  };
}

function pointsOf({ kind, rawHundredths, scoreHundredths }: ScoreRow): NonNullable<AnnualMonthView['score']> {
  const raw = pointsOfHundredths(rawHundredths);
  return { raw, score: pointsOfHundredths(scoreHundredths), isCorrected: kind === 'correction' };
}
