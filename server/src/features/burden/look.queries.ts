import { Injectable } from '@nestjs/common';
import type { LookView, OwedSoon } from '@jiannuo/shared/burden';
import { addWholeDays } from '@jiannuo/shared/kernel';
import { nextSteps, type ObligationView } from '@jiannuo/shared/obligations';
import { Clock } from '../../platform/clock';
import { Database, placesFor } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { OwedTitles, type Titled } from '../obligations';
import { HeldQueries, MOST_UNITS, type HeldAsked } from './held.queries';

type Owed = Titled & Omit<OwedSoon, 'title'> & Pick<ObligationView, 'kind' | 'period' | 'reportId'>;

/** What is about to be asked, its title in the first line, what it is about, and which notice it corrects; empty for none. */
type LookAsked = Pick<HeldAsked, 'linkId' | 'correctsId'> & { readonly text: string };

/** How many days ahead what a unit owes is shown. */
const WEEK = 7;

/** Reads how units stand before something is asked of them (M8). */
@Injectable()
export class LookQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly held: HeldQueries,
    private readonly titles: OwedTitles,
  ) {}

  /**
   * What each of these units owes by the end of the next week, what is late first, and what of the ask is held already;
   * less what the notice asked that it corrects. Units of other groups are left out.
   */
  async look(actor: Actor, named: readonly string[], { text, linkId, correctsId }: LookAsked): Promise<LookView> {
    const now = this.clock.now();
    const units = await this.unitsOf(actor.groupId, named.slice(0, MOST_UNITS));
    const unitIds = units.map(({ unitId }) => unitId);
    const [title = '', ...requirement] = text.split('\n');
    const ask = { title, requirement: requirement.join('\n') };
    const [duplicates, owed] = await Promise.all([
      this.held.duplicatesOf(actor.groupId, { ask, units: unitIds, linkId, correctsId, now }),
      this.owedSoon(actor.groupId, unitIds, { correctsId, now }),
    ]);
    return {
      serverNow: now,
      units: units.map((unit) => ({
        ...unit,
        owed: owed.filter(({ unitId }) => unitId === unit.unitId),
        duplicates: duplicates
          .filter(({ unitId }) => unitId === unit.unitId)
          .map(({ source, id, period, title, at }) => ({ source, id, period, title, at })),
      })),
    };
  }

  private unitsOf(
    groupId: string,
    ids: readonly string[],
  ): Promise<readonly { readonly unitId: string; readonly unitName: string }[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.rows(
      `SELECT id AS unitId, name AS unitName FROM unit WHERE group_id = ? AND id IN (${placesFor(ids)})
       ORDER BY number`,
      [groupId, ...ids],
    );
  }

  private async owedSoon(
    groupId: string,
    unitIds: readonly string[],
    { correctsId, now }: Pick<HeldAsked, 'correctsId' | 'now'>,
  ): Promise<readonly OwedSoon[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.database.rows<Owed>(
      `SELECT unit_id AS unitId, kind, period, title, due_at AS dueAt, record_id AS reportId FROM obligation
       WHERE group_id = ? AND unit_id IN (${placesFor(unitIds)}) AND met_at IS NULL
         AND waived_at IS NULL AND (closes_at IS NULL OR closes_at > ?) AND due_at <= ?
         AND NOT EXISTS (SELECT 1 FROM supervision_ticket t WHERE t.id = record_id AND t.notice_id = ?)
       ORDER BY due_at, id`,
      [groupId, ...unitIds, now, addWholeDays(now, WEEK), correctsId],
    );
    const owed: OwedSoon[] = [];
    for (const row of nextSteps(rows)) {
      owed.push({ unitId: row.unitId, title: await this.titles.of(groupId, row), dueAt: row.dueAt });
    }
    return owed;
  }
}
