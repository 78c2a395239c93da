import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { LedgerRevisionView, MeasureFacts } from '@jiannuo/shared/ledger';
import { Audit, type AuditEvent } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { batchesOf, execute, insertRows } from '../../platform/database';
import { completionOf, monthMeasureOf, planOf, type MonthMeasure, type RowRecord } from './ledger-rows';

/** A measure as one of its versions has it. */
export type MeasureVersion = MeasureFacts & { readonly number: number };

/** A month as one of its versions has it; `measureRevision` is the version of the measure that held then. */
export type RowVersion = Omit<MonthMeasure, 'measure' | 'measureId' | 'isScored' | 'changedAt'> & {
  readonly unitId: string;
  readonly measureRevision: number;
};

/** A month as a version keeps it. */
export function rowVersion(row: RowRecord): RowVersion {
  const { id, revision, state, returnedReason, ...said } = monthMeasureOf(row);
  const { rowUnitId: unitId, measureRevision } = row;
  const completion = { state, ...completionOf(said), returnedReason };
  return { id, revision, ...planOf(row), ...completion, unitId, measureRevision };
}

/** One version to be added. */
export interface NewRevision {
  readonly subjectId: string;
  readonly measureId: string;
  readonly period: Period | null;
  readonly number: number;
  readonly content: MeasureVersion | RowVersion;
}

/** Who does something to the ledger, why, and when. */
export interface LedgerAct {
  readonly actor: AuditEvent['actor'];
  readonly groupId: string;
  readonly action: LedgerRevisionView['action'];
  readonly reason: string;
  readonly now: Instant;
}

/** What the ledger leaves behind for ever: versions of measures and months, of the plan, and the audit log. */
@Injectable()
export class LedgerJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** Adds versions, many in a statement. */
  async addRevisions(tx: EntityManager, act: LedgerAct, revisions: readonly NewRevision[]): Promise<void> {
    const rows = revisions.map(({ subjectId, measureId, period, number, content }) => ({
      id: this.ids.next(),
      subject_id: subjectId,
      measure_id: measureId,
      period,
      number,
      action: act.action,
      reason: act.reason,
      ...byWhom(act.actor),
      at: act.now,
      content: JSON.stringify(content),
    }));
    for (const some of batchesOf(rows)) {
      await insertRows(tx, 'ledger_revision', some);
    }
  }

  /** Counts the plan up, and answers its new number. The plan's row stays locked until the transaction ends. */
  async countUp(tx: EntityManager, plan: { readonly id: string; readonly revision: number }): Promise<number> {
    const revision = plan.revision + 1;
    await execute(tx, 'UPDATE ledger_plan SET revision = ? WHERE id = ?', [revision, plan.id]);
    return revision;
  }

  /** Puts a change of plan on record (R3). */
  async addPlanRevision(
    tx: EntityManager,
    act: LedgerAct,
    plan: {
      readonly planId: string;
      readonly number: number;
      readonly attachmentId: string | null;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
    },
  ): Promise<void> {
    const { planId, number, attachmentId, added, changed, removed } = plan;
    await insertRows(tx, 'ledger_plan_revision', [
      {
        id: this.ids.next(),
        plan_id: planId,
        number,
        reason: act.reason,
        attachment_id: attachmentId,
        added,
        changed,
        removed,
        ...byWhom(act.actor),
        at: act.now,
      },
    ]);
    await this.note(tx, act, { kind: 'ledger-plan', id: planId }, { number, attachmentId, added, changed, removed });
  }

  /** Writes the audit entry. */
  note(tx: EntityManager, act: LedgerAct, subject: AuditEvent['subject'], detail: AuditEvent['detail']): Promise<void> {
    const { actor, groupId, action } = act;
    return this.audit.record(tx, { actor, groupId, action: `ledger.${action}`, subject, detail });
  }
}

function byWhom(actor: LedgerAct['actor']): Record<'by_appointment_id' | 'by_name' | 'by_unit_name', string | null> {
  if (typeof actor === 'string') return { by_appointment_id: null, by_name: NAMES[actor], by_unit_name: '' };
  return { by_appointment_id: actor.appointmentId, by_name: actor.personName, by_unit_name: actor.unitName };
}

const NAMES = { system: '平台', 'command-line': '命令行' } as const;
