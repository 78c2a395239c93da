import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AssessmentAction, AssessmentState } from '@jiannuo/shared/assessment';
import { canonicalJson, type Period } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { execute } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import type { AssessmentRecord } from './assessment.lock';

/** The topic under which a county and the lead unit hear what became of a month. */
export const ASSESSED = 'assessment.moved';

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
}

/** One thing done to an assessment. */
export interface AssessmentAct {
  readonly actor: Actor;
  readonly assessment: Pick<AssessmentRecord, 'id' | 'groupId' | 'unitId' | 'unitName' | 'period'>;
  readonly action: AssessmentAction;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What others are told of; the rest is their own doing, or no news. */
const NEWS: readonly AssessmentAction[] = [
  'confirm',
  'object',
  'uphold',
  'refuse-objection',
  'finalise',
  'publish',
  'correct',
];

/** What an assessment leaves behind: its state, the audit log, and word to whom it concerns. */
@Injectable()
export class AssessmentJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Moves a locked assessment on; every change counts. */
  async move(tx: EntityManager, id: string, state: AssessmentState): Promise<void> {
    await execute(tx, 'UPDATE assessment SET state = ?, version = version + 1 WHERE id = ?', [state, id]);
  }

  /** Writes the audit entry, and leaves word in the outbox where it is news. */
  async record(
    tx: EntityManager,
    { actor, assessment, action, reason = '', detail = {} }: AssessmentAct,
  ): Promise<void> {
    const { id, groupId, unitId, unitName, period } = assessment;
    await this.audit.record(tx, {
      actor,
      groupId,
      action: `assessment.${action}`,
      subject: { kind: 'assessment', id },
      detail: { unitId, period, ...(reason === '' ? {} : { reason }), ...detail },
    });
    if (!NEWS.includes(action)) return;
    const event: AssessedEvent = {
      assessmentId: id,
      groupId,
      unitId,
      unitName,
      period,
      action,
      byUnit: actor.unitName,
      reason,
    };
    await this.outbox.add(tx, { topic: ASSESSED, key: `${ASSESSED}:${this.ids.next()}`, payload: event });
  }
}

/** A value as canonical JSON with its SHA-256, so that anyone can recompute the hash. */
export function sealed(value: unknown): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(value);
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}
