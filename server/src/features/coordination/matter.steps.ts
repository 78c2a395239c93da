import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MATTER_ARTICLE, reopenUntil, type MatterAction, type MatterStep } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import type { SqlValue } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { AskedObligations, GroupYears, HandIns } from '../obligations';
import { MatterParts } from './matter.parts';
import type { MatterRecord } from './matter.records';

/** A step that was allowed. */
export interface TakenStep {
  readonly actor: Actor;
  readonly matter: MatterRecord;
  readonly step: MatterStep;
  readonly now: Instant;
}

/** What a step changes of a matter beside its state, by column. */
type Change = Readonly<Record<string, SqlValue>>;

/** What each step does. Each belongs to a transaction in which the caller has locked and decided. */
@Injectable()
export class MatterSteps {
  constructor(
    private readonly parts: MatterParts,
    private readonly asked: AskedObligations,
    private readonly handIns: HandIns,
    private readonly years: GroupYears,
  ) {}

  /** Does what a step asks for beside moving the matter on, and answers what it changes of the matter. */
  async take(tx: EntityManager, action: MatterAction, taken: TakenStep): Promise<Change> {
    switch (action) {
      case 'decide':
        return this.decide(tx, taken);
      case 'finish':
        return this.finish(tx, taken);
      case 'close':
        return this.close(tx, taken);
      case 'reopen':
        return { doer_unit_id: null, obligation_id: null, reopen_until: null };
      case 'take-up':
      case 'say':
        return {};
    }
  }

  /** Who was to do it before is let off; who is to do it by a time owes it from now on. */
  private async decide(tx: EntityManager, taken: TakenStep): Promise<Change> {
    const { actor, matter, step, now } = taken;
    const { id, title } = matter;
    const { doerUnitId, dueAt } = step;
    const { groupId } = actor;
    await this.parts.concern(tx, groupId, id, doerUnitId === null ? [] : [doerUnitId]);
    await this.release(tx, taken, '改了办法');
    if (doerUnitId === null || dueAt === null) return { doer_unit_id: doerUnitId, obligation_id: null };
    const owed = { groupId, unitId: doerUnitId, dueAt, recordId: id, article: MATTER_ARTICLE };
    const [opened = null] = await this.asked.open(tx, [{ ...owed, kind: 'matter', title: `办理：${title}` }], now);
    return { doer_unit_id: doerUnitId, obligation_id: opened };
  }

  private async finish(tx: EntityManager, { actor, matter, now }: TakenStep): Promise<Change> {
    const { obligationId, id } = matter;
    const owed = obligationId === null ? null : await this.asked.find(tx, obligationId);
    if (obligationId !== null && owed?.metAt === null && owed.waivedAt === null) {
      const hand = { obligationId, metAt: now, channel: 'app', metBy: actor.appointmentId, recordId: id } as const;
      await this.handIns.meet(tx, hand);
    }
    return {};
  }

  private async close(tx: EntityManager, taken: TakenStep): Promise<Change> {
    const { actor, now } = taken;
    await this.release(tx, taken, '事项已办结');
    return { reopen_until: reopenUntil(now, await this.years.settingsAt(actor.groupId, now, tx)) };
  }

  private async release(tx: EntityManager, { actor, matter, now }: TakenStep, reason: string): Promise<void> {
    const { obligationId } = matter;
    if (obligationId !== null) await this.asked.release(tx, [obligationId], { actor, reason, now });
  }
}
