import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  decideInspection,
  isAnnounced,
  isFindingOpen,
  parsePlan,
  planGaps,
  type FindingState,
  type InspectionAction,
  type InspectionPlan,
  type InspectionSituation,
  type InspectionStanding,
  type InspectionState,
  type InspectionStepRequest,
} from '@jiannuo/shared/inspections';
import { parseReason } from '@jiannuo/shared/supervision';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { InspectionJournal } from './inspection.journal';
import { allowed, lockInspection, type LockedInspection } from './inspection.lock';
import { checkMembers, unitKindsOf } from './plan.checks';
import { ReleaseSteps } from './release.steps';

/** What the lead unit does with its inspections (art. 11): plan, start, gather findings, release them, close. */
@Injectable()
export class InspectionCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly releases: ReleaseSteps,
    private readonly journal: InspectionJournal,
    private readonly inbox: InboxCommands,
  ) {}

  /** Keeps a new plan, whole. Whoever writes it is of the team, so that he knows of it. */
  plan(actor: Actor, input: unknown): Promise<InspectionStanding> {
    return this.transactions.run(async (tx, now) => {
      const plan = await planOf(tx, actor, input);
      const id = this.ids.next();
      const stands = { id, group_id: actor.groupId, state: 'planned', version: 1, created_at: now, moved_at: now };
      await insertRows(tx, 'inspection', [{ ...stands, ...columnsOf(plan) }]);
      await this.name(tx, id, plan);
      await this.journal.record(tx, deedOn({ id, groupId: actor.groupId }, { actor, action: 'plan', now }));
      return { id, state: 'planned', version: 1 };
    });
  }

  /** Writes a plan anew before the inspection starts. Whoever read an older version is turned away. */
  edit(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly plan: unknown },
  ): Promise<InspectionStanding> {
    return this.transactions.run(async (tx, now) => {
      const inspection = await lockInspection(tx, actor, id);
      allowed(decideInspection('edit', situationOf(actor, inspection.state, [])));
      checkVersion(inspection, input.version);
      const plan = await planOf(tx, actor, input.plan);
      const values = columnsOf(plan);
      const sets = Object.keys(values).map((name) => `${name} = ?`);
      const sql = `UPDATE inspection SET ${sets.join(', ')}, version = version + 1, moved_at = ? WHERE id = ?`;
      await execute(tx, sql, [...Object.values(values), now, id]);
      await this.name(tx, id, plan);
      await this.journal.record(tx, deedOn(inspection, { actor, action: 'edit', now }));
      return { id, state: inspection.state, version: inspection.version + 1 };
    });
  }

  /**
   * Takes an inspection one step on. Announced ones are told to their units when they start; the findings of all are
   * told when they are released, and what is to be put right is owed from then on.
   */
  step(actor: Actor, id: string, request: InspectionStepRequest): Promise<InspectionStanding> {
    return this.transactions.run(async (tx, now) => {
      const inspection = await lockInspection(tx, actor, id);
      const { action } = request;
      const findings = await standingFindings(tx, id);
      const state = allowed(decideInspection(action, situationOf(actor, inspection.state, findings)));
      checkVersion(inspection, request.version);
      const text = action === 'cancel' ? allowed(parseReason(request.reason)) : '';
      if (action === 'start') await checkPlan(tx, inspection.groupId, inspection.plan);
      if (action === 'release') await this.releases.release(tx, actor, inspection, now);
      const { toldAt, releasedAt } = timesAfter(action, inspection, now);
      const sql = `UPDATE inspection SET state = ?, told_at = ?, released_at = ?, version = version + 1, moved_at = ?
        WHERE id = ?`;
      await execute(tx, sql, [state, toldAt, releasedAt, now, id]);
      await this.inbox.settle(tx, [id]);
      await this.journal.record(tx, { ...deedOn(inspection, { actor, action, now }), text });
      return { id, state, version: inspection.version + 1 };
    });
  }

  private async name(tx: EntityManager, inspectionId: string, plan: InspectionPlan): Promise<void> {
    await execute(tx, 'DELETE FROM inspection_member WHERE inspection_id = ?', [inspectionId]);
    await execute(tx, 'DELETE FROM inspected_unit WHERE inspection_id = ?', [inspectionId]);
    const of = { inspection_id: inspectionId };
    const members = plan.memberIds.map((id) => ({ id: this.ids.next(), ...of, appointment_id: id }));
    const units = plan.unitIds.map((id) => ({ id: this.ids.next(), ...of, unit_id: id }));
    await insertRows(tx, 'inspection_member', members);
    await insertRows(tx, 'inspected_unit', units);
  }
}

/** What stands of a finding for decisions about its inspection. */
export interface StandingFinding {
  readonly state: FindingState;
  readonly demand: string;
}

/** The asker's part in a decision about an inspection. */
export function situationOf(
  { role }: Pick<Actor, 'role'>,
  state: InspectionState,
  findings: readonly StandingFinding[],
): InspectionSituation {
  return {
    state,
    role,
    asksRectification: findings.some(({ demand }) => demand !== ''),
    openFindings: findings.filter((finding) => isFindingOpen(finding.state)).length,
  };
}

function standingFindings(tx: EntityManager, id: string): Promise<readonly StandingFinding[]> {
  const sql = "SELECT state, demand FROM inspection_finding WHERE inspection_id = ? AND state <> 'dropped'";
  return rowsIn<StandingFinding>(tx, sql, [id]);
}

function timesAfter(
  action: InspectionAction,
  { method, toldAt, releasedAt }: LockedInspection,
  now: Instant,
): Pick<LockedInspection, 'toldAt' | 'releasedAt'> {
  if (action === 'release') return { toldAt: toldAt ?? now, releasedAt: now };
  return { toldAt: action === 'start' && isAnnounced(method) ? now : toldAt, releasedAt };
}

async function planOf(tx: EntityManager, actor: Actor, input: unknown): Promise<InspectionPlan> {
  const parsed = allowed(parsePlan(input));
  const plan = { ...parsed, memberIds: [...new Set([...parsed.memberIds, actor.appointmentId])] };
  await checkPlan(tx, actor.groupId, plan);
  return plan;
}

/** Refuses a plan with gaps, and one whose units or team have gone meanwhile. */
async function checkPlan(tx: EntityManager, groupId: string, plan: InspectionPlan): Promise<void> {
  await checkMembers(tx, groupId, plan.memberIds);
  const [first, ...others] = planGaps(plan, await unitKindsOf(tx, groupId, plan.unitIds));
  if (first !== undefined) throw DomainError.from([first, ...others]);
}

function checkVersion({ version }: LockedInspection, read: number): void {
  if (version !== read) throw DomainError.conflict('inspections.stale');
}

function columnsOf(plan: InspectionPlan): Readonly<Record<string, string | null>> {
  const { method, subject, title, fromOn, toOn } = plan;
  return { method, subject, title, plan: JSON.stringify(plan), from_on: fromOn, to_on: toOn };
}

/** A deed on the inspection itself. */
function deedOn(
  { id, groupId }: Pick<LockedInspection, 'id' | 'groupId'>,
  done: { readonly actor: Actor; readonly action: InspectionAction | 'plan'; readonly now: Instant },
): Parameters<InspectionJournal['record']>[1] {
  return { ...done, groupId, inspectionId: id, findingId: null };
}
