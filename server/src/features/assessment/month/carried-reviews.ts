import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssessmentState } from '@jiannuo/shared/assessment';
import { Database, forUpdate, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { ReviewedMonths, type MovedMonths, type UnitMonth } from '../../obligations';
import { ASSESSMENT_SELECT, type AssessmentRecord } from '../assessment.lock';
import { PublishedFacts } from './published-facts';
import { RestatedMonths } from './restated-months';

/** While a month is not reviewed its county may hand in. */
const TAKES_SHEETS: readonly AssessmentState[] = ['draft', 'submitted'];

/** Answers the earlier subjects: what they change reaches the reviews that counted it, and whether a month has one. */
@Injectable()
export class CarriedReviews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reviewed: ReviewedMonths,
    private readonly restated: RestatedMonths,
    private readonly facts: PublishedFacts,
  ) {}

  onModuleInit(): void {
    this.reviewed.register(
      (tx, moved) => this.carryOn(tx, moved),
      (month, tx) => this.isReviewed(month, tx),
    );
  }

  /** One who hands in, reviews or makes final waits for the other, so that what is answered holds to the end of a transaction. */
  private async isReviewed({ groupId, unitId, period }: UnitMonth, tx?: EntityManager): Promise<boolean> {
    const sql = 'SELECT id, state FROM assessment WHERE group_id = ? AND unit_id = ? AND period = ?';
    const found = await this.database.row<{ id: string; state: AssessmentState }>(sql, [groupId, unitId, period], tx);
    if (found === null || tx === undefined) return found !== null && !TAKES_SHEETS.includes(found.state);
    const locked = `SELECT state FROM assessment WHERE id = ?${forUpdate(tx)}`;
    const rows = await rowsIn<{ state: AssessmentState }>(tx, locked, [found.id]);
    return rows.some(({ state }) => !TAKES_SHEETS.includes(state));
  }

  private async carryOn(
    tx: EntityManager,
    { periods, isFact = false, asksForSheet = false, ...moved }: MovedMonths,
  ): Promise<void> {
    const { groupId } = moved.actor;
    for (const period of periods) {
      const all = await rowsIn<AssessmentRecord>(
        tx,
        `${ASSESSMENT_SELECT} AND a.period = ? ORDER BY a.id${forUpdate(tx)}`,
        [groupId, moved.unitId, moved.unitId, period],
      );
      // Published while the change waited for the lock: nothing may change it any more.
      if (!isFact && all.some(({ state }) => state === 'published')) {
        throw DomainError.conflict('information.month-published', { period });
      }
      if (asksForSheet && all.some(({ state }) => !TAKES_SHEETS.includes(state))) {
        throw DomainError.conflict('assessment.sheet-closed');
      }
      await this.restated.restate(tx, { ...moved, groupId, period }, all);
      const published = all.filter(({ state }) => state === 'published');
      const { unitId, now, reason } = moved;
      await this.facts.note(tx, { groupId, unitId, period, now, reason, byUnit: moved.actor.unitName }, published);
    }
  }
}
