import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  decideFinding,
  decideInspection,
  noticeFrom,
  parseFinding,
  parseFindingStep,
  type FindingContent,
  type FindingNotice,
  type FindingStanding,
  type FindingStep,
  type FindingStepAction,
} from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { returnDueAt, type NoticeStanding } from '@jiannuo/shared/supervision';
import { Clock, Ids } from '../../platform/clock';
import { execute, insertRows, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { AskedObligations, HandIns } from '../obligations';
import { EvidenceFiles, NoticeCommands, SupervisionYears } from '../supervision';
import { FindingQueries } from './finding.queries';
import { situationOf } from './inspection.commands';
import { InspectionJournal } from './inspection.journal';
import { allowed, lockFinding, lockInspection, type LockedFinding } from './inspection.lock';
import { rectificationOf, situationFor } from './release.steps';

/** A step that was allowed. */
interface TakenStep {
  readonly actor: Actor;
  readonly finding: LockedFinding;
  readonly step: FindingStep;
  readonly happenedAt: Instant;
  readonly now: Instant;
}

/** What a step left behind beside the new state. */
interface StepTrace {
  readonly evidence?: readonly Evidence[];
  readonly dueAt?: Instant;
}

/** What is done with findings: the lead unit notes and checks them, units put right what was asked. */
@Injectable()
export class FindingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queries: FindingQueries,
    private readonly journal: InspectionJournal,
    private readonly inbox: InboxCommands,
    private readonly handIns: HandIns,
    private readonly asked: AskedObligations,
    private readonly files: EvidenceFiles,
    private readonly years: SupervisionYears,
    private readonly notices: NoticeCommands,
  ) {}

  /** Notes a finding about a unit of the plan while the inspection is under way. */
  note(actor: Actor, inspectionId: string, input: unknown): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const inspection = await lockInspection(tx, actor, inspectionId);
      allowed(decideInspection('note', situationOf(actor, inspection.state, [])));
      const finding = contentOf(input, inspection.plan.unitIds);
      const { groupId } = inspection;
      const findingId = this.ids.next();
      const stands = { state: 'noted', version: 1, created_at: now };
      const of = { id: findingId, group_id: groupId, inspection_id: inspectionId };
      await insertRows(tx, 'inspection_finding', [{ ...of, ...columnsOf(finding), ...stands }]);
      await this.journal.record(tx, { actor, groupId, inspectionId, findingId, action: 'note', now });
      return { id: findingId, state: 'noted' };
    });
  }

  /** Writes a finding anew before its inspection is concluded. Whoever read an older version is turned away. */
  edit(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly finding: unknown },
  ): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const finding = await lockFinding(tx, actor, id);
      const { state, inspectionId, groupId } = finding;
      allowed(decideFinding('edit', { ...situationFor(actor, finding), now }));
      if (finding.version !== input.version) throw DomainError.conflict('inspections.stale');
      const { plan } = await lockInspection(tx, actor, inspectionId);
      const values = columnsOf(contentOf(input.finding, plan.unitIds));
      const sets = Object.keys(values).map((name) => `${name} = ?`);
      const sql = `UPDATE inspection_finding SET ${sets.join(', ')}, version = version + 1 WHERE id = ?`;
      await execute(tx, sql, [...Object.values(values), id]);
      await this.journal.record(tx, { actor, groupId, inspectionId, findingId: id, action: 'edit', now });
      return { id, state };
    });
  }

  /**
   * Takes a finding one step on, as its transition table allows. An answer meets the obligation at the moment of
   * arrival, or at the true time where the lead unit enters it; a return opens a short obligation of its own.
   */
  step(actor: Actor, id: string, input: { readonly action: FindingStepAction }): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const { action } = input;
      const finding = await lockFinding(tx, actor, id);
      const state = allowed(decideFinding(action, { ...situationFor(actor, finding), now }));
      const step = allowed(parseFindingStep(action, input, now));
      const happenedAt = step.receivedAt ?? now;
      if (happenedAt < (finding.releasedAt ?? '')) throw DomainError.invalid('inspections.received-before-release');
      const trace = await this.take(tx, action, { actor, finding, step, happenedAt, now });
      await execute(tx, 'UPDATE inspection_finding SET state = ?, version = version + 1 WHERE id = ?', [state, id]);
      await this.inbox.settle(tx, [id]);
      const { groupId, inspectionId } = finding;
      const deed = { actor, groupId, inspectionId, findingId: id, action, text: step.text, happenedAt, now };
      await this.journal.record(tx, { ...deed, ...trace });
      return { id, state };
    });
  }

  /** Drafts a notice (预警提示, 督办单) with what a released finding says; a person completes and issues it, or does not. */
  async draftNotice(actor: Actor, id: string, kind: FindingNotice): Promise<NoticeStanding> {
    const finding = await this.queries.find(actor, id);
    allowed(decideFinding('draft-notice', { ...situationFor(actor, finding), now: this.clock.now() }));
    return this.notices.draft(actor, { kind, content: noticeFrom(finding, finding), correctsId: null });
  }

  private async take(tx: EntityManager, action: FindingStepAction, taken: TakenStep): Promise<StepTrace> {
    if (action === 'answer' || action === 'enter-answer') return this.answer(tx, taken);
    if (action === 'return') return this.return(tx, taken);
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
    const [opened = null] = await this.asked.open(tx, [rectificationOf({ ...finding, dueAt })], now);
    await execute(tx, 'UPDATE inspection_finding SET obligation_id = ? WHERE id = ?', [opened, id]);
    return { dueAt };
  }
}

function contentOf(input: unknown, unitIds: readonly string[]): FindingContent {
  const finding = allowed(parseFinding(input));
  if (!unitIds.includes(finding.unitId)) throw DomainError.invalid('inspections.unit-not-planned');
  return finding;
}

function columnsOf(finding: FindingContent): Readonly<Record<string, string | null>> {
  const { unitId, subject, facts, evidence, demand, dueAt } = finding;
  return { unit_id: unitId, subject, facts, evidence: JSON.stringify(evidence), demand, due_at: dueAt };
}
