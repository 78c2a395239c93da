import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstMatterState, parseMatter, type MatterContent, type MatterStanding } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { Ids } from '../../platform/clock';
import { insertRows, onceMoreOnDuplicate, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { MatterJournal } from './matter.journal';
import { MatterNews, type MatterReaders } from './matter.news';
import { MatterParts } from './matter.parts';
import { allowed } from './matter.records';

/** Raising matters (art. 1). What was raised stays as it was. */
@Injectable()
export class RaisingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly parts: MatterParts,
    private readonly journal: MatterJournal,
    private readonly news: MatterNews,
  ) {}

  /**
   * Puts a matter of the actor's unit into the register and tells the lead unit and the units that it concerns. A problem
   * of a report must stand in one that the unit handed in, and is raised once, also when two colleagues do it at once.
   */
  async raise(actor: Actor, input: unknown): Promise<MatterStanding> {
    const content = allowed(parseMatter(input));
    const unitIds = content.unitIds.filter((id) => id !== actor.unitId);
    const readers = await this.news.readersOf(actor.groupId, unitIds);
    return onceMoreOnDuplicate(() =>
      this.transactions.run((tx, now) => this.keep(tx, { actor, content, readers, now })),
    );
  }

  private async keep(tx: EntityManager, { actor, content, readers, now }: Raising): Promise<MatterStanding> {
    const { groupId, unitId, appointmentId: raisedBy, role } = actor;
    const { kind, isUrgent, title, facts, indicator, wish, evidence, problem } = content;
    await this.parts.checkProblem(tx, actor, problem);
    const id = this.ids.next();
    const state = firstMatterState(role);
    const from = { report_id: problem?.reportId ?? null, problem_id: problem?.lineId ?? null };
    const words = { kind, is_urgent: isUrgent, title, facts, indicator, wish, ...from };
    const stands = { state, raised_by: raisedBy, raised_at: now, moved_at: now };
    await insertRows(tx, 'matter', [{ id, group_id: groupId, unit_id: unitId, ...words, ...stands }]);
    await insertRows(tx, 'matter_unit', [{ id: this.ids.next(), matter_id: id, unit_id: unitId }]);
    await this.parts.concern(tx, groupId, id, readers.unitIds);
    await this.parts.prove(tx, actor, { matterId: id, evidence, now });
    const eventId = await this.journal.note(tx, { actor, matterId: id, action: 'raise', now });
    const matter = { id, kind, isUrgent, title, unitId, raisedBy, raisedAt: now, doerUnitId: null };
    await this.news.tell(tx, { actor, eventId, action: 'raise', matter, isFirstAnswer: false, now }, readers);
    return { id, state };
  }
}

interface Raising {
  readonly actor: Actor;
  readonly content: MatterContent;
  readonly readers: MatterReaders;
  readonly now: Instant;
}
