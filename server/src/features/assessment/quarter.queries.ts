import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  decideQuarter,
  monthsToCome,
  pointsOfHundredths,
  quarterRows,
  quartersOf,
  type Quarter,
  type QuarterRow,
  type QuartersView,
  type QuarterView,
  type ToldQuarter,
  type ToldScore,
} from '@jiannuo/shared/assessment';
import { beijingDate, parseFraction, periodOf, times, type Instant } from '@jiannuo/shared/kernel';
import { monthsOf, regulationOf, rulingsOf, type RulingOverrides } from '@jiannuo/shared/scoring';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupRegulations } from '../rulings';

interface ScoreRow extends Pick<ToldScore, 'unitId' | 'unitName' | 'period'> {
  readonly number: number | null;
  readonly kind: 'final' | 'correction';
  readonly score: number;
  readonly raw: string;
  readonly regulation: string;
  readonly rulings: string;
}
type ToldRow = Omit<ToldQuarter, 'rows'> & { readonly quarter: number; readonly content: string };

/** The counties' months with the score that was told of each, the last correction included. */
const SCORES = `SELECT u.id AS unitId, u.name AS unitName, o.period, s.number, s.kind, s.score_hundredths AS score,
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
    const scores = (await this.database.rows<ScoreRow>(SCORES, [groupId, cycle.first, cycle.last], tx)).map(
      toldScoreOf,
    );
    const told = new Map<number, ToldQuarter>();
    for (const { quarter, content, ...row } of await this.database.rows<ToldRow>(TOLD, [groupId, year], tx)) {
      told.set(quarter, { ...row, rows: JSON.parse(content) as readonly QuarterRow[] });
    }
    return quartersOf(monthsOf(cycle)).map((quarter) => {
      const rows = quarterRows(quarter, scores);
      const toCome = monthsToCome(quarter, rows, periodOf(beijingDate(now)));
      return { ...quarter, rows, toCome, told: told.get(quarter.quarter) ?? null };
    });
  }

  /** The data of a quarter as it was told last, for 督导考评问责工作专班. Refused before it was told. */
  async data(actor: Actor, year: number, quarter: number): Promise<QuarterData> {
    const { groupId } = scopeOf(actor);
    const serverNow = this.clock.now();
    const found = (await this.of(groupId, year, serverNow)).find((each) => each.quarter === quarter);
    const told = found?.told ?? null;
    if (found === undefined || told === null) throw DomainError.notFound('assessment.quarter-not-told');
    const group = await this.database.row<{ name: string }>('SELECT name FROM working_group WHERE id = ?', [groupId]);
    return { groupName: group?.name ?? '', serverNow, year, quarter, periods: found.periods, told };
  }
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
