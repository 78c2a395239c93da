import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  addedByUnit,
  changeOf,
  checkPlanChanges,
  checkReason,
  LEDGER_SHEET,
  measureSheet,
  planChanges,
  readLedgerPlan,
  type MeasureChange,
  type MeasureRequest,
  type OwedAssessment,
  type PlanContext,
  type PlanReading,
  type PlanResult,
  type StandingRow,
} from '@jiannuo/shared/ledger';
import type { Sheet, SheetFault } from '@jiannuo/shared/sheets';
import type { AuditEvent } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { forUpdate, rowsIn, Transactions } from '../../platform/database';
import { insertMissing } from '../../platform/database/insert-missing';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import { lockedPlan, type LockedPlan } from './ledger-rows';
import { LedgerJournal, type LedgerAct } from './ledger.journal';
import { allowed } from './ledger.refusals';
import { OWED_ASSESSMENTS, owedIn } from './owed-assessments';
import { contextOf, LedgerYears, standingOf, type LedgerYear } from './plan.context';
import { LEDGER_ADDED, type AddedWord } from './plan.notices';
import { PlanWriter } from './plan.writer';

/** A list that shall take the place of the plan. */
export interface PlanImport {
  readonly actor: AuditEvent['actor'];
  readonly groupId: string;
  readonly year: number;
  readonly sheets: readonly Sheet[];
  /** The plan's revision that the list was compared with; null compares with whatever stands. */
  readonly planRevision: number | null;
  readonly attachmentId: string | null;
  readonly reason: string;
}

interface Planning {
  readonly act: LedgerAct;
  readonly year: LedgerYear;
  readonly planId: string;
  readonly revision: number;
  readonly standing: LockedPlan;
  readonly context: PlanContext;
}

/** Changes the year's plan: all of a change or nothing, and every one with its reason. */
@Injectable()
export class PlanCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: LedgerYears,
    private readonly journal: LedgerJournal,
    private readonly writer: PlanWriter,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Puts a list in the place of the plan (F55). Measures that it does not have are taken out; what was done stays on
   * record. Refused as a whole when one row is wrong, and when the plan has moved on since the list was looked at.
   */
  async import(order: PlanImport): Promise<PlanResult> {
    const { actor, groupId, year, attachmentId } = order;
    return this.change(
      { actor, groupId, year, reason: order.reason, planRevision: order.planRevision },
      attachmentId,
      (planning) => {
        const reading = readLedgerPlan(order.sheets, planning.context);
        if (!reading.ok) throw faulty(reading.faults);
        return planChanges(reading.measures, planning.context).changes;
      },
    );
  }

  /** Adds or changes one measure (R4); the same rules as a list of one. */
  async saveMeasure(actor: Actor, request: MeasureRequest): Promise<PlanResult> {
    const { year, reason, planRevision, number } = request;
    const order = { actor, groupId: actor.groupId, year, reason, planRevision };
    return this.change(order, null, (planning) =>
      changesOf(readLedgerPlan([measureSheet(number, request.measure)], planning.context), number, planning.context),
    );
  }

  /** Takes a measure out of the plan. What was done stays on record, and a done month stays in the plan. */
  async removeMeasure(
    actor: Actor,
    request: Pick<MeasureRequest, 'year' | 'planRevision' | 'reason'> & { readonly number: number },
  ): Promise<PlanResult> {
    const { year, reason, planRevision, number } = request;
    const order = { actor, groupId: actor.groupId, year, reason, planRevision };
    return this.change(order, null, ({ standing }) => {
      const before = standing.measures.find((measure) => measure.number === number);
      if (before === undefined) throw DomainError.notFound('ledger.not-found');
      return [{ kind: 'removed', number, before, after: null, row: null, words: [] }];
    });
  }

  private async change(
    order: Pick<PlanImport, 'actor' | 'groupId' | 'year' | 'reason' | 'planRevision'>,
    attachmentId: string | null,
    decide: (planning: Planning) => readonly MeasureChange[],
  ): Promise<PlanResult> {
    const reason = allowed(checkReason('plan', order.reason));
    const year = await this.years.of(order.groupId, order.year);
    return this.transactions.run(async (tx, now) => {
      const act: LedgerAct = {
        actor: order.actor,
        groupId: order.groupId,
        action: 'plan',
        reason,
        now,
      };
      const planning = await this.begin(tx, act, year);
      if (order.planRevision !== null && order.planRevision !== planning.revision)
        throw DomainError.conflict('ledger.plan-moved');
      const changes = decide(planning);
      if (changes.length === 0) throw DomainError.conflict('ledger.nothing-changed');
      const { context, standing } = planning;
      const owed = await rowsIn<OwedAssessment>(tx, `${OWED_ASSESSMENTS}${forUpdate(tx)}`, owedIn(year));
      const checked = standingOf(context, standing.rows, { owed, now: act.now });
      allowed(checkPlanChanges(changes, checked));
      await this.writer.write(tx, { act, planId: planning.planId, standing: planning.standing, changes });
      const number = await this.journal.countUp(tx, { id: planning.planId, revision: planning.revision });
      const counts = {
        added: countOf(changes, 'added'),
        changed: countOf(changes, 'changed'),
        removed: countOf(changes, 'removed'),
      };
      await this.journal.addPlanRevision(tx, act, { planId: planning.planId, number, attachmentId, ...counts });
      if (planning.revision > 0) await this.tell(tx, act, changes, checked.rows);
      return { planRevision: number, ...counts };
    });
  }

  /** Leaves word for each unit that has more to do. The plan of the year's beginning is handed down by other means. */
  private async tell(
    tx: EntityManager,
    act: LedgerAct,
    changes: readonly MeasureChange[],
    rows: readonly StandingRow[],
  ): Promise<void> {
    const { actor, groupId, reason } = act;
    const byUnit = typeof actor === 'string' ? '平台' : actor.unitName;
    const words = [...addedByUnit(changes, rows)].map(([unitId, added]): AddedWord => {
      return { groupId, unitId, added, reason, byUnit };
    });
    await this.outbox.addAll(
      tx,
      words.map((payload) => ({ topic: LEDGER_ADDED, payload })),
    );
  }

  private async begin(tx: EntityManager, act: LedgerAct, year: LedgerYear): Promise<Planning> {
    await insertMissing(tx, 'ledger_plan', [
      { id: this.ids.next(), group_id: act.groupId, year: year.year, revision: 0 },
    ]);
    const [plan] = await rowsIn<{ id: string; revision: number }>(
      tx,
      `SELECT id, revision FROM ledger_plan WHERE group_id = ? AND year = ?${forUpdate(tx)}`,
      [act.groupId, year.year],
    );
    if (plan === undefined) throw new Error(`The plan of ${String(year.year)} is not there.`);
    const standing = await lockedPlan(tx, plan.id);
    return {
      act,
      year,
      planId: plan.id,
      revision: plan.revision,
      standing,
      context: contextOf(year, standing.measures),
    };
  }
}

function changesOf(reading: PlanReading, number: number | null, context: PlanContext): readonly MeasureChange[] {
  if (!reading.ok) throw faulty(reading.faults);
  const [measure] = reading.measures;
  if (measure === undefined) throw DomainError.invalid('ledger.completion-unreadable');
  const before = context.plan.find((each) => each.number === (measure.number ?? number));
  if (before !== undefined) return changeOf(before, measure, context);
  return [{ kind: 'added', number: null, before: null, after: measure, row: null, words: [] }];
}

function faulty(faults: readonly SheetFault[]): DomainError {
  const [first] = faults.map(({ column, reason }) => ({
    code: 'ledger.measure-faulty',
    facts: { place: column ?? LEDGER_SHEET, reason },
  }));
  const refusal = first ?? { code: 'ledger.list-faulty', facts: { count: 0 } };
  return faults.length > 1
    ? new DomainError('invalid', [{ code: 'ledger.list-faulty', facts: { count: faults.length } }], { faults })
    : new DomainError('invalid', [refusal], { faults });
}

function countOf(changes: readonly MeasureChange[], kind: MeasureChange['kind']): number {
  return changes.filter((change) => change.kind === kind).length;
}
