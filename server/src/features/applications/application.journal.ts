import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApplicationAction } from '@jiannuo/shared/applications';
import type { Period } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import type { LockedApplication } from './application.lock';

/** The topic under which the unit hears what was decided about its application. */
export const DECIDED = 'application.decided';

/** What the unit hears. */
export interface DecidedEvent {
  readonly applicationId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly title: string;
  readonly what: 'approved' | 'refused' | 'revoked' | 'ended' | 'not-carried-out';
  readonly reason: string;
  readonly period: Period | null;
  readonly byUnit: string;
}

/** One thing done to an application. */
export interface ApplicationDeed {
  readonly actor: Actor;
  readonly application: Pick<LockedApplication, 'id' | 'groupId' | 'unitId'>;
  readonly action: ApplicationAction;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What is done to an application leaves behind: the audit log, and word to its unit. */
@Injectable()
export class ApplicationJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the audit entry. */
  record(tx: EntityManager, { actor, application, action, detail }: ApplicationDeed): Promise<void> {
    return this.audit.record(tx, {
      actor,
      groupId: application.groupId,
      action: `application.${action}`,
      subject: { kind: 'application', id: application.id },
      detail: { unitId: application.unitId, ...detail },
    });
  }

  /** Leaves word for the unit. */
  tell(
    tx: EntityManager,
    actor: Actor,
    { id, groupId, unitId, title }: LockedApplication,
    said: Pick<DecidedEvent, 'what' | 'reason' | 'period'>,
  ): Promise<void> {
    const event: DecidedEvent = { applicationId: id, groupId, unitId, title, byUnit: actor.unitName, ...said };
    return this.outbox.add(tx, { topic: DECIDED, payload: event });
  }
}
