import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  correctedSince,
  countyQuarters,
  decideQuarter,
  monthsToCome,
  pointsOfHundredths,
  quarterName,
  quarterRows,
  inTurn,
  quartersOf,
  type CountyQuarter,
  type Quarter,
  type QuarterRow,
  type QuartersView,
  type QuarterView,
  type ScoredYearFrame,
  type ToldQuarter,
  type ToldScore,
} from '@jiannuo/shared/assessment';
import { beijingDate, parseFraction, periodOf, times, type Instant, type Period } from '@jiannuo/shared/kernel';
import { monthsOf, regulationOf, rulingsOf, type RulingOverrides } from '@jiannuo/shared/scoring';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { GroupRegulations } from '../../rulings';
import { groupNameOf } from '../group-name';

interface ScoreRow extends Pick<ToldScore, 'unitId' | 'unitName' | 'period'> {
  readonly assessmentId: string | null;
  readonly number: number | null;
  readonly kind: 'final' | 'correction';
  readonly score: number;
  readonly raw: string;
  readonly regulation: string;
  readonly rulings: string;
}
type ToldRow = Omit<ToldQuarter, 'rows'> & { readonly quarter: number; readonly content: string };

/** The counties' months with the score that was told of each, the last correction included. */
const SCORES = `SELECT u.id AS unitId, u.name AS unitName, o.period, a.id AS assessmentId, s.number, s.kind, s.score_hundredths AS score,
    s.raw_exact AS raw, s.regulation, s.rulings
  FROM obligation o JOIN unit u ON u.id = o.unit_id
  LEFT JOIN assessment a ON a.obligation_id = o.id AND a.state = 'published'
  LEFT JOIN score s ON s.assessment_id = a.id
    AND s.number = (SELECT MAX(latest.number) FROM score latest WHERE latest.assessment_id = a.id)
  WHERE o.group_id = ? AND o.kind = 'self-assessment' AND o.period BETWEEN ? AND ?
  ORDER BY u.number, u.id, o.period`;
const TOLD = `SELECT quarter, number, content, by_unit_name AS byUnit, by_name AS byName, at FROM quarter_result
  WHERE group_id = ? AND year = ? ORDER BY number`;

/** A quarter as it was told, to be taken out. */
export interface QuarterData extends Quarter {
  readonly groupName: string;
  readonly serverNow: Instant;
  readonly year: number;
  readonly told: ToldQuarter;
  /** The months of it that were corrected after it was told. */
  readonly correctedSince: readonly Period[];
  readonly sources: QuarterView['sources'];
}

/** A quarter with what is on record of it. */
export type QuarterRecord = Omit<QuarterView, 'mayTell'>;

/** Reads the counties' quarters (季度成绩, art. 12) from the months that were told. In the official order, and in no other. */
@Injectable()
export class QuarterQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly regulations: GroupRegulations,
  ) {}

  /** The quarters of a year, the running or nearest one when none is named. */
  async year(actor: Actor, asked?: number): Promise<QuartersView> {
    const { groupId } = scopeOf(actor);
    const year = asked ?? (await this.regulations.currentYear(groupId));
    const now = this.clock.now();
    return {
      year,
      serverNow: now,
      ...(await this.regulations.yearsBeside(groupId, year)),
      currentPeriod: periodOf(beijingDate(now)),
      quarters: (await this.of(groupId, year, now)).map(viewOf),
    };
  }

  /** The quarters of a group's year with what was told. Refused where the year scores nobody. */
  async of(groupId: string, year: number, now: Instant, tx?: EntityManager): Promise<readonly QuarterRecord[]> {
    const regulation = await this.regulations.ofYear(groupId, year, tx);
    if (regulation === null) throw DomainError.notFound('assessment.year-not-scored');
    const { cycle } = regulation;
    const found = await this.database.rows<ScoreRow>(SCORES, [groupId, cycle.first, cycle.last], tx);
    const scores = found.map(toldScoreOf);
    const tellings = await this.tellings(groupId, year, tx);
    const quarters = quartersOf(monthsOf(cycle)).map((quarter) => {
      const rows = quarterRows(quarter, scores);
      const toCome = monthsToCome(quarter, rows, periodOf(beijingDate(now)));
      const told = tellings.get(quarter.quarter) ?? [];
      const earlier = told.slice(0, -1).map(({ number, byName, at }) => ({ number, byName, at }));
      return { ...quarter, rows, toCome, told: told.at(-1) ?? null, earlier, sources: sourcesOf(quarter, found) };
    });
    return inTurn(quarters);
  }

  /** What one county was told of its quarters in a year whose months these are. */
  async ofCounty(
    groupId: string,
    unitId: string,
    { year, periods }: Pick<ScoredYearFrame, 'year' | 'periods'>,
  ): Promise<readonly CountyQuarter[]> {
    const tellings = await this.tellings(groupId, year);
    const quarters = quartersOf(periods).map((each) => ({ ...each, told: tellings.get(each.quarter)?.at(-1) ?? null }));
    return countyQuarters(quarters, unitId);
  }

  /**
   * The data of a quarter as it was told, for 督导考评问责工作专班: under one number, or last when none is named. Refused
   * where it was not told.
   */
  async data(actor: Actor, year: number, quarter: number, number?: number): Promise<QuarterData> {
    const { groupId } = scopeOf(actor);
    const serverNow = this.clock.now();
    const found = (await this.of(groupId, year, serverNow)).find((each) => each.quarter === quarter);
    if (found === undefined)
      throw DomainError.notFound('assessment.quarter-unknown', { quarter: quarterName(quarter) });
    const tellings = (await this.tellings(groupId, year)).get(quarter) ?? [];
    const told = number === undefined ? tellings.at(-1) : tellings.find((each) => each.number === number);
    if (told === undefined) throw DomainError.notFound('assessment.quarter-not-told');
    const { periods, rows, sources } = found;
    const groupName = await groupNameOf(this.database, groupId);
    return { groupName, serverNow, year, quarter, periods, told, correctedSince: correctedSince(rows, told), sources };
  }

  /** Every telling of a year by its quarter, the earliest first. */
  private async tellings(
    groupId: string,
    year: number,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<number, ToldQuarter[]>> {
    const tellings = new Map<number, ToldQuarter[]>();
    for (const { quarter, content, ...row } of await this.database.rows<ToldRow>(TOLD, [groupId, year], tx)) {
      const told = { ...row, rows: JSON.parse(content) as readonly QuarterRow[] };
      tellings.set(quarter, [...(tellings.get(quarter) ?? []), told]);
    }
    return tellings;
  }
}

function sourcesOf({ periods }: Quarter, found: readonly ScoreRow[]): QuarterView['sources'] {
  return found.flatMap(({ unitId, period, assessmentId }) => {
    return assessmentId === null || !periods.includes(period) ? [] : [{ unitId, period, assessmentId }];
  });
}

function toldScoreOf({ unitId, unitName, period, number, ...score }: ScoreRow): ToldScore {
  if (number === null) return { unitId, unitName, period, told: null };
  const regulation = regulationOf(score.regulation);
  const raw = parseFraction(score.raw);
  if (regulation === null || raw === null) throw new Error(`The score ${unitId} ${period} cannot be read.`);
  const factor = parseFraction(rulingsOf(regulation, JSON.parse(score.rulings) as RulingOverrides).monthlyFactor);
  if (factor === null) throw new Error(`The factor of ${unitId} ${period} cannot be read.`);
  const told = { number, isCorrected: score.kind === 'correction', score: pointsOfHundredths(score.score) };
  return { unitId, unitName, period, told: { ...told, exact: times(raw, factor) } };
}

function viewOf(quarter: QuarterRecord): QuarterView {
  return { ...quarter, mayTell: decideQuarter(quarter).ok };
}
