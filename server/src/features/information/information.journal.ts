import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Adopter, MarkKind, WorkUpdateAction, WorkUpdateState } from '@jiannuo/shared/information';
import { Audit } from '../../platform/audit';
import { execute } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import type { LockedUpdate } from './work-update.lock';

/** The topic under which the unit hears what was said about its work update, or that it was withdrawn. */
export const MARKED = 'work-update.marked';

/** What the unit hears. */
export interface MarkedEvent {
  readonly updateId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly title: string;
  readonly kind: MarkKind;
  readonly adopter: Adopter | null;
  readonly reason: string;
  readonly isWithdrawn: boolean;
  readonly byUnit: string;
}

/** One thing done to a work update. */
export interface UpdateEvent {
  readonly actor: Actor;
  readonly update: Pick<LockedUpdate, 'id' | 'groupId' | 'unitId'>;
  readonly action: WorkUpdateAction;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What a work update leaves behind: its state, the audit log, and word to its unit. */
@Injectable()
export class InformationJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the audit entry. */
  record(tx: EntityManager, { actor, update, action, detail }: UpdateEvent): Promise<void> {
    return this.audit.record(tx, {
      actor,
      groupId: update.groupId,
      action: `work-update.${action}`,
      subject: { kind: 'work-update', id: update.id },
      detail: { unitId: update.unitId, ...detail },
    });
  }

  /** Leaves word for the unit. */
  tell(tx: EntityManager, event: MarkedEvent): Promise<void> {
    return this.outbox.add(tx, { topic: MARKED, payload: event });
  }

  /** Moves a locked work update to its next state. */
  async move(tx: EntityManager, updateId: string, state: WorkUpdateState): Promise<void> {
    await execute(tx, 'UPDATE work_update SET state = ? WHERE id = ?', [state, updateId]);
  }

  /** Notes that the lead unit has seen a locked work update; only the first time counts. */
  async noteOpened(tx: EntityManager, update: Pick<LockedUpdate, 'id' | 'openedAt'>, now: Instant): Promise<void> {
    if (update.openedAt !== null) return;
    await execute(tx, 'UPDATE work_update SET opened_at = ? WHERE id = ?', [now, update.id]);
  }
}
