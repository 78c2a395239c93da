import { Injectable } from '@nestjs/common';
import {
  decideFinding,
  parseFindingStep,
  type FindingStanding,
  type FindingStepRequest,
} from '@jiannuo/shared/inspections';
import { execute, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { InspectionJournal } from './inspection.journal';
import { allowed, lockFinding } from './inspection.lock';
import { RectificationSteps } from './rectification.steps';
import { situationFor } from './release.steps';

type Step = Pick<FindingStepRequest, 'action' | 'seen'>;

/** What is done with findings: units put right what was asked, the lead unit checks it. */
@Injectable()
export class RectificationCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: RectificationSteps,
    private readonly journal: InspectionJournal,
    private readonly inbox: InboxCommands,
  ) {}

  /**
   * Takes a finding one step on, as its transition table allows. An answer meets the obligation at the moment of
   * arrival, or at the true time where the lead unit enters it; a return opens a short obligation of its own.
   */
  step(actor: Actor, id: string, input: Step): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const { action, seen } = input;
      const finding = await lockFinding(tx, actor, id);
      if ((seen ?? finding.state) !== finding.state) throw DomainError.conflict('inspections.stale');
      const state = allowed(decideFinding(action, { ...situationFor(actor, finding), now }));
      const step = allowed(parseFindingStep(action, input, now));
      const happenedAt = step.receivedAt ?? now;
      if (happenedAt < (finding.releasedAt ?? '')) throw DomainError.invalid('inspections.received-before-release');
      const trace = await this.steps.take(tx, action, { actor, finding, step, happenedAt, now });
      await execute(tx, 'UPDATE inspection_finding SET state = ?, version = version + 1 WHERE id = ?', [state, id]);
      await this.inbox.settle(tx, [id]);
      const { groupId, inspectionId } = finding;
      const deed = { actor, groupId, inspectionId, findingId: id, action, text: step.text, happenedAt, now };
      await this.journal.record(tx, { ...deed, ...trace });
      return { id, state };
    });
  }
}
