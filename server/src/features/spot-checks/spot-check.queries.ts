import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  monthsOfCycle,
  spotCheckActions,
  spotCheckRuleOf,
  type Drawn,
  type DrawView,
  type SpotCheckView,
  type WeighedCandidate,
} from '@jiannuo/shared/spot-checks';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, type Actor, type Scope } from '../../platform/identity';
import { LedgerMeasures } from '../ledger';
import { GroupYears } from '../obligations';
import { stateOf } from './spot-check.records';

interface SpotCheckRow {
  readonly period: Period;
  readonly commitment: string;
  readonly units: number;
  readonly mostMonths: number;
  readonly announcedAt: Instant;
  readonly seed: string | null;
  readonly candidates: string | null;
  readonly drawn: string | null;
  readonly revealedAt: Instant | null;
  readonly byUnit: string | null;
}

// Names its columns: the secret is none of them.
const SQL = `SELECT period, commitment, units, most_months AS mostMonths, announced_at AS announcedAt, seed, candidates,
    drawn, revealed_at AS revealedAt, revealed_by_unit_name AS byUnit
  FROM spot_check WHERE group_id = ? AND period >= ? AND period <= ? ORDER BY period`;

const FAILED = `SELECT f.unit_id AS unitId, f.measure_id AS measureId FROM spot_check_finding f
  LEFT JOIN spot_check_finding w ON w.withdraws_id = f.id
  WHERE f.group_id = ? AND f.period = ? AND f.verdict = 'undone' AND w.id IS NULL AND (? IS NULL OR f.unit_id = ?)
  ORDER BY f.unit_id, f.measure_id`;

const PENDING = 'SELECT id FROM spot_check WHERE group_id = ? AND period = ? AND revealed_at IS NULL';
const FOUND = `SELECT f.measure_id AS measureId FROM spot_check_finding f
  LEFT JOIN spot_check_finding w ON w.withdraws_id = f.id
  WHERE f.group_id = ? AND f.period = ? AND f.withdraws_id IS NULL AND w.id IS NULL`;

/** Reads draws, and what they mean for the score. */
@Injectable()
export class SpotCheckQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly measures: LedgerMeasures,
  ) {}

  /**
   * A month's draw with all that proves it, the same for everybody of the group; of the running month where none is
   * named, in January of the last one before. `spot-checks.no-draw` where none is drawn.
   */
  async view(actor: Actor, asked: Period | null): Promise<SpotCheckView> {
    const period = asked ?? (await this.years.currentPeriod(actor.groupId)) ?? '';
    const now = this.clock.now();
    const year = await this.years.of(actor.groupId, period);
    const rule = year === null ? null : spotCheckRuleOf(year.settings, period);
    if (year === null || rule === null) throw DomainError.notFound('spot-checks.no-draw');
    const { firstPeriod, lastPeriod } = year.settings;
    const rows = await this.database.rows<SpotCheckRow>(SQL, [actor.groupId, firstPeriod, lastPeriod]);
    const rowOf = (month: Period): SpotCheckRow | null => rows.find((row) => row.period === month) ?? null;
    const row = rowOf(period);
    const state = stateOf(row);
    const undrawn = rows.find(({ drawn, period: month }) => drawn === null && month < period);
    const { announcesAt, beginsAt, drawableAt, units, mostMonths } = rule;
    return {
      period,
      serverNow: now,
      state,
      months: monthsOfCycle(year.settings).map((month) => ({ period: month, state: stateOf(rowOf(month)) })),
      announcesAt,
      beginsAt,
      drawableAt,
      ...(row === null ? { units, mostMonths, ...UNANNOUNCED } : announcedOf(row)),
      actions: spotCheckActions({
        state,
        role: actor.role,
        now,
        rule,
        undrawnBefore: undrawn?.period ?? null,
      }),
    };
  }

  /** Whether a month's spot check was promised and is not drawn yet. Inside a transaction give its manager. */
  async isDrawPending(groupId: string, period: Period, tx?: EntityManager): Promise<boolean> {
    return (await this.database.rows(PENDING, [groupId, period], tx)).length > 0;
  }

  /** Whether a unit was drawn for a month. */
  async isDrawn(groupId: string, period: Period, unitId: string): Promise<boolean> {
    return (await this.drawnOf(groupId, period)).some((each) => each.unitId === unitId);
  }

  /** How many measures of each drawn unit's month nothing was found about yet; units without any are left out. */
  async uncheckedOf(groupId: string, period: Period): Promise<ReadonlyMap<string, number>> {
    const drawn = await this.drawnOf(groupId, period);
    const found = await this.database.rows<{ readonly measureId: string }>(FOUND, [groupId, period]);
    const known = new Set(found.map(({ measureId }) => measureId));
    const left = await Promise.all(
      drawn.map(async ({ unitId }) => {
        const measures = await this.measures.measuresOf({ groupId, unitId }, unitId, period);
        return [unitId, measures.filter(({ measureId }) => !known.has(measureId)).length] as const;
      }),
    );
    return new Map(left.filter(([, count]) => count > 0));
  }

  private async drawnOf(groupId: string, period: Period): Promise<readonly Drawn[]> {
    const sql = 'SELECT drawn FROM spot_check WHERE group_id = ? AND period = ?';
    const row = await this.database.row<{ readonly drawn: string | null }>(sql, [groupId, period]);
    return JSON.parse(row?.drawn ?? '[]') as readonly Drawn[];
  }

  /**
   * The measures that a month's spot check found undone and that still count so, by unit, for a scoring case: ids of
   * measures, in their order. A scope of one unit answers for that unit alone. Inside a transaction give its manager.
   */
  async failedMeasures(
    scope: Scope,
    period: Period,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters = [groupId, period, unitId, unitId];
    const rows = await this.database.rows<FailedRow>(FAILED, parameters, tx);
    const failed = new Map<string, string[]>();
    for (const row of rows) failed.set(row.unitId, [...(failed.get(row.unitId) ?? []), row.measureId]);
    return failed;
  }
}

interface FailedRow {
  readonly unitId: string;
  readonly measureId: string;
}

const UNANNOUNCED = { commitment: null, announcedAt: null, draw: null } as const;

type Announced = Pick<SpotCheckView, 'units' | 'mostMonths' | 'commitment' | 'announcedAt' | 'draw'>;

function announcedOf(row: SpotCheckRow): Announced {
  const { units, mostMonths, commitment, announcedAt } = row;
  return { units, mostMonths, commitment, announcedAt, draw: drawOf(row) };
}

function drawOf({ seed, candidates, drawn, revealedAt, byUnit }: SpotCheckRow): DrawView | null {
  if (seed === null || candidates === null || drawn === null || revealedAt === null) return null;
  return {
    seed,
    revealedAt,
    byUnit: byUnit ?? '',
    candidates: JSON.parse(candidates) as readonly WeighedCandidate[],
    drawn: JSON.parse(drawn) as readonly Drawn[],
  };
}
