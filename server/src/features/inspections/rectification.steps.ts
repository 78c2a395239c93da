import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { FindingStep, FindingStepAction } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { returnDueAt } from '@jiannuo/shared/supervision';
import { execute } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { AskedObligations, HandIns } from '../obligations';
import { ClearedFindings, EvidenceFiles, SupervisionYears } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import type { LockedFinding } from './inspection.lock';
import { rectificationOf } from './release.steps';

/** A step that was allowed. */
export interface TakenStep {
  readonly actor: Actor;
  readonly finding: LockedFinding;
  readonly step: FindingStep;
  readonly happenedAt: Instant;
  readonly now: Instant;
}

/** What a step left behind beside the new state. */
export interface StepTrace {
  readonly evidence?: readonly Evidence[];
  readonly dueAt?: Instant;
}

/** What each step on a finding does. Each belongs to a transaction in which the caller has locked and decided. */
@Injectable()
export class RectificationSteps {
  constructor(
    private readonly handIns: HandIns,
    private readonly asked: AskedObligations,
    private readonly files: EvidenceFiles,
    private readonly years: SupervisionYears,
    private readonly concealed: ConcealedRecords,
    private readonly cleared: ClearedFindings,
  ) {}

  /** Does what the step asks for beside moving the finding on, and says what it left behind. */
  async take(tx: EntityManager, action: FindingStepAction, taken: TakenStep): Promise<StepTrace> {
    if (action === 'answer' || action === 'enter-answer') return this.answer(tx, taken);
    if (action === 'return') return this.return(tx, taken);
    if (action === 'uphold') await this.uphold(tx, taken);
    if (action === 'clear') await this.cleared.mark(tx, taken.actor, { findingId: taken.finding.id, now: taken.now });
    if (action === 'take-back') await this.handIns.reopen(tx, taken.finding.obligationId ?? '');
    return {};
  }

  private async answer(tx: EntityManager, { actor, finding, step, happenedAt, now }: TakenStep): Promise<StepTrace> {
    const { id, unitId, obligationId } = finding;
    const evidence = await this.files.handIn(tx, actor, { evidence: step.evidence, unitId, now });
    const owed = obligationId === null ? null : await this.asked.find(tx, obligationId);
    if (obligationId !== null && owed?.metAt === null && owed.waivedAt === null) {
      const metBy = actor.appointmentId;
      await this.handIns.meet(tx, { obligationId, metAt: happenedAt, channel: step.channel, metBy, recordId: id });
    }
    return { evidence };
  }

  private async return(tx: EntityManager, { finding, now }: TakenStep): Promise<StepTrace> {
    const { id, groupId } = finding;
    const dueAt = returnDueAt(now, finding.dueAt ?? now, await this.years.clocksAt(groupId, now, tx));
    const owed = rectificationOf({ ...finding, dueAt }, await this.concealed.titleOf(tx, finding));
    const [opened = null] = await this.asked.open(tx, [owed], now);
    await execute(tx, 'UPDATE inspection_finding SET obligation_id = ? WHERE id = ?', [opened, id]);
    return { dueAt };
  }

  /** A unit that let its time pass has nothing more to explain. */
  private async uphold(tx: EntityManager, { actor, finding, now }: TakenStep): Promise<void> {
    if (finding.obligationId === null) return;
    await this.asked.release(tx, [finding.obligationId], { actor, reason: '瞒报已认定成立', now });
  }
}
