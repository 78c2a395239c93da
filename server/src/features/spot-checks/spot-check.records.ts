import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Period } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import {
  commitmentOf,
  spotCheckRuleOf,
  type Candidate,
  type Drawn,
  type SpotCheckRule,
  type SpotCheckState,
} from '@jiannuo/shared/spot-checks';
import { Database, forUpdate, rowsIn } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { GroupYears } from '../obligations';

/** A month's draw, locked until the transaction ends. */
export interface LockedSpotCheck {
  readonly id: string;
  readonly commitment: string;
  readonly secret: string | null;
  readonly units: number;
  readonly mostMonths: number;
  readonly drawn: readonly Drawn[] | null;
}

interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly kind: UnitKind;
}
type LockedRow = Omit<LockedSpotCheck, 'drawn'> & { readonly drawn: string | null };

const LOCKED = `SELECT id, commitment, secret, units, most_months AS mostMonths, drawn FROM spot_check
  WHERE group_id = ? AND period = ?`;
const EARLIER = `SELECT period, commitment, secret, drawn FROM spot_check
  WHERE group_id = ? AND period >= ? AND period < ? ORDER BY period`;

const UNANNOUNCED = `SELECT g.id FROM working_group g LEFT JOIN spot_check s ON s.group_id = g.id AND s.period = ?
  WHERE s.id IS NULL ORDER BY g.id`;

/** What the draws of a group's year so far mean for the next. */
export interface EarlierDraws {
  /** The earliest month that is announced and can still be drawn. One whose seed was changed can never be. */
  readonly undrawn: Period | null;
  /** The last month for which a unit was drawn, by unit. */
  readonly lastPeriods: ReadonlyMap<string, Period>;
}

/** Reads the rows of draws for those who write. */
@Injectable()
export class SpotCheckRecords {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
  ) {}

  /** The groups that have not announced a month. */
  async unannounced(period: Period): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(UNANNOUNCED, [period]);
    return rows.map(({ id }) => id);
  }

  /** The month to look at when none is named: the one that runs, else the nearest of a year. */
  async currentPeriod(groupId: string): Promise<Period> {
    return (await this.years.currentPeriod(groupId)) ?? '';
  }

  /** The rule of a month; null where none is drawn. Inside a transaction give its manager. */
  async findRule(groupId: string, period: Period, tx?: EntityManager): Promise<SpotCheckRule | null> {
    const year = await this.years.of(groupId, period, tx);
    return year === null ? null : spotCheckRuleOf(year.settings, period);
  }

  /** The rule of a month; `spot-checks.no-draw` where none is drawn. Inside a transaction give its manager. */
  async ruleOf(groupId: string, period: Period, tx?: EntityManager): Promise<SpotCheckRule> {
    const rule = await this.findRule(groupId, period, tx);
    if (rule === null) throw DomainError.notFound('spot-checks.no-draw');
    return rule;
  }

  /** Locks and reads a month's draw; null when it was never announced. */
  async lock(tx: EntityManager, groupId: string, period: Period): Promise<LockedSpotCheck | null> {
    const lock = forUpdate(tx);
    const [row] = await rowsIn<LockedRow>(tx, LOCKED + lock, [groupId, period]);
    if (row === undefined) return null;
    return { ...row, drawn: row.drawn === null ? null : (JSON.parse(row.drawn) as readonly Drawn[]) };
  }

  /** The draws of the cycle before a month. */
  async earlier(tx: EntityManager, groupId: string, before: Period, rule: SpotCheckRule): Promise<EarlierDraws> {
    const rows = await rowsIn<{ period: Period; commitment: string; secret: string | null; drawn: string | null }>(
      tx,
      EARLIER,
      [groupId, rule.firstPeriod, before],
    );
    const lastPeriods = new Map<string, Period>();
    for (const { period, drawn } of rows) {
      if (drawn !== null)
        for (const { unitId } of JSON.parse(drawn) as readonly Drawn[]) lastPeriods.set(unitId, period);
    }
    const undrawn = rows.find(({ secret, commitment }) => secret !== null && commitmentOf(secret) === commitment);
    return { undrawn: undrawn?.period ?? null, lastPeriods };
  }

  /** Who may be drawn, in official order, with the last month for which each was. */
  async candidates(
    tx: EntityManager,
    groupId: string,
    { unitKinds }: SpotCheckRule,
    lastPeriods: EarlierDraws['lastPeriods'],
  ): Promise<readonly Candidate[]> {
    const sql = 'SELECT id, name, number, kind FROM unit WHERE group_id = ? ORDER BY number';
    const units = await rowsIn<UnitRow>(tx, sql, [groupId]);
    return units
      .filter(({ kind }) => unitKinds.includes(kind))
      .map(({ id, name, number }) => ({ unitId: id, unitName: name, number, lastPeriod: lastPeriods.get(id) ?? null }));
  }
}

/** The state that a row tells of. */
export function stateOf(row: { readonly drawn: unknown } | null): SpotCheckState {
  if (row === null) return 'unannounced';
  return row.drawn === null ? 'announced' : 'drawn';
}

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  conflict: ['spot-checks.never-announced', 'spot-checks.too-early', 'spot-checks.earlier-first'],
});
