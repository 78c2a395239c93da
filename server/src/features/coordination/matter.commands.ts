import { Injectable } from '@nestjs/common';
import {
  decideMatter,
  parseMatterStep,
  type MatterStanding,
  type MatterStepRequest,
} from '@jiannuo/shared/coordination';
import { Database, execute, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { MatterJournal } from './matter.journal';
import { MatterNews } from './matter.news';
import { allowed, lockMatter, situationOf } from './matter.records';
import { MatterSteps } from './matter.steps';

/** Solving matters (art. 1). What was said stays as it was; it is only ever added to. */
@Injectable()
export class MatterCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly steps: MatterSteps,
    private readonly journal: MatterJournal,
    private readonly news: MatterNews,
  ) {}

  /** Takes a matter one step on, as its transition table allows, and tells everybody else whom it concerns. */
  async step(actor: Actor, id: string, input: MatterStepRequest): Promise<MatterStanding> {
    const { action } = input;
    const readers = await this.news.readersOf(actor.groupId, await this.unitsOf(id, input.doerUnitId ?? null));
    return this.transactions.run(async (tx, now) => {
      const matter = await lockMatter(tx, actor, id);
      const state = allowed(decideMatter(action, situationOf(actor, matter, now)));
      const step = allowed(parseMatterStep(action, input, now));
      const change = await this.steps.take(tx, action, { actor, matter, step, now });
      const isFirstAnswer = matter.answeredAt === null && actor.unitId !== matter.unitId;
      const moved = { state, moved_at: now, ...change, ...(isFirstAnswer ? { answered_at: now } : {}) };
      const sets = Object.keys(moved).map((name) => `${name} = ?`);
      await execute(tx, `UPDATE matter SET ${sets.join(', ')} WHERE id = ?`, [...Object.values(moved), id]);
      const eventId = await this.journal.note(tx, { actor, matterId: id, action, step, now });
      const told = { ...matter, doerUnitId: step.doerUnitId };
      await this.news.tell(tx, { actor, eventId, action, matter: told, isFirstAnswer, now }, readers);
      return { id, state };
    });
  }

  private async unitsOf(matterId: string, doerUnitId: string | null): Promise<readonly string[]> {
    const sql = 'SELECT unit_id AS unitId FROM matter_unit WHERE matter_id = ?';
    const units = await this.database.rows<{ unitId: string }>(sql, [matterId]);
    return [...new Set([...units.map(({ unitId }) => unitId), ...(doerUnitId === null ? [] : [doerUnitId])])];
  }
}
