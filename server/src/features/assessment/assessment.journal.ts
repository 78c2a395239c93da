import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AssessmentAction, AssessmentState } from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Audit, type AuditEvent } from '../../platform/audit';
import { batchesOf, execute, placesFor } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import type { AssessmentRecord } from './assessment.lock';

/** The topic under which a county and the lead unit hear what became of a month. */
export const ASSESSED = 'assessment.moved';

/** The kind of the lead unit's line to do, settled by the correction, or by letting the score stand. */
export const CORRECTION_DUE = 'correction-due';

/** The topic under which both sides hear that a published score is to be corrected. */
export const CORRECTION_DUE_TOPIC = 'assessment.correction-due';

/** A published score that counts what the records say otherwise by now. */
export interface CorrectionDueEvent {
  readonly assessmentId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly byUnit: string;
  /** What came onto record; null where nothing is to be corrected any more. */
  readonly reason: string | null;
}

/** The total that a county is told, before the factor unless only that moved it, and until when it may object (Q18). */
export interface ToldTotal {
  /** The county's own at its first review, else the one told before; null where there was none. */
  readonly before: string | null;
  readonly after: string;
  /** Whether the two are those after the factor; only of one stated anew. */
  readonly isFactored?: boolean;
  /** The two beside each other, by their exact values; only of the first review. */
  readonly words?: string;
  readonly closesAt: Instant;
}

/** What a county is told that its fixed month comes to, before the factor and after it. */
export interface ToldPoints {
  /** After the factor, before a correction; null where it is told for the first time. */
  readonly before: string | null;
  readonly raw: string;
  readonly score: string;
}

/** A score that a county is told for the first time. */
export function toldAtFirst(points: Omit<ToldPoints, 'before'> | undefined): ToldPoints | undefined {
  return points === undefined ? undefined : { ...points, before: null };
}

/** What is heard. */
export interface AssessedEvent {
  readonly assessmentId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly action: AssessmentAction;
  readonly byUnit: string;
  readonly reason: string;
  /** Only of a review, the first or one stated anew. */
  readonly told?: ToldTotal;
  /** Only where a score is fixed, told to all, or corrected. */
  readonly score?: ToldPoints | undefined;
}

/** One thing done to an assessment. */
export interface AssessmentAct {
  readonly actor: Actor;
  readonly assessment: Pick<AssessmentRecord, 'id' | 'groupId' | 'unitId' | 'unitName' | 'period'>;
  readonly action: AssessmentAction;
  readonly reason?: string;
  readonly told?: ToldTotal;
  readonly score?: ToldPoints | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What others are told of; the rest is their own doing, or no news. */
const NEWS: readonly AssessmentAction[] = [
  'confirm',
  'object',
  'uphold',
  'refuse-objection',
  'restate',
  'finalise',
  'publish',
  'correct',
  'let-stand',
];

/** What an assessment leaves behind: its state, the audit log, and word to whom it concerns. */
@Injectable()
export class AssessmentJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly inbox: InboxCommands,
  ) {}

  /** Leaves word that a published score is to be corrected: of what was put on record, and whose doing that is. */
  async leaveCorrection(
    tx: EntityManager,
    { assessment, byUnit, reason }: Pick<AssessmentAct, 'assessment'> & Pick<CorrectionDueEvent, 'byUnit' | 'reason'>,
  ): Promise<void> {
    const { id: assessmentId, groupId, unitId, unitName, period } = assessment;
    const event: CorrectionDueEvent = { assessmentId, groupId, unitId, unitName, period, byUnit, reason };
    await this.outbox.add(tx, { topic: CORRECTION_DUE_TOPIC, payload: event });
  }

  /** A correction was made, the score let stand, or none is due any more: the lead unit has it to do no longer, nor what is on its way. */
  async settleCorrection(tx: EntityManager, assessment: AssessmentAct['assessment']): Promise<void> {
    await this.inbox.settle(tx, [assessment.id], CORRECTION_DUE);
    await this.leaveCorrection(tx, { assessment, byUnit: '', reason: null });
  }

  /** Moves a locked assessment on; every change counts. */
  move(tx: EntityManager, id: string, state: AssessmentState): Promise<void> {
    return this.moveAll(tx, [id], state);
  }

  /** Moves several on, in few statements. */
  async moveAll(tx: EntityManager, ids: readonly string[], state: AssessmentState): Promise<void> {
    for (const some of batchesOf(ids)) {
      await execute(tx, `UPDATE assessment SET state = ?, version = version + 1 WHERE id IN (${placesFor(some)})`, [
        state,
        ...some,
      ]);
    }
  }

  /** Writes the audit entry, and leaves word in the outbox where it is news. */
  record(tx: EntityManager, act: AssessmentAct): Promise<void> {
    return this.recordAll(tx, [act]);
  }

  /** The same for several assessments, in few statements. */
  async recordAll(tx: EntityManager, acts: readonly AssessmentAct[]): Promise<void> {
    await this.audit.recordAll(tx, acts.map(auditOf));
    const news = acts.filter(({ action }) => NEWS.includes(action));
    await this.outbox.addAll(
      tx,
      news.map((act) => ({ topic: ASSESSED, payload: eventOf(act) })),
    );
  }
}

function auditOf({ actor, assessment, action, reason = '', told, detail = {} }: AssessmentAct): AuditEvent {
  const { id, groupId, unitId, period } = assessment;
  return {
    actor,
    groupId,
    action: `assessment.${action}`,
    subject: { kind: 'assessment', id },
    detail: { unitId, period, ...(reason === '' ? {} : { reason }), ...told, ...detail },
  };
}

function eventOf({ actor, assessment, action, reason = '', told, score }: AssessmentAct): AssessedEvent {
  const { id: assessmentId, groupId, unitId, unitName, period } = assessment;
  const event = { assessmentId, groupId, unitId, unitName, period, action, byUnit: actor.unitName, reason };
  return { ...event, ...(told === undefined ? {} : { told }), ...(score === undefined ? {} : { score }) };
}

/** A value as canonical JSON with its SHA-256, so that anyone can recompute the hash. */
export function sealed(value: unknown): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(value);
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}
