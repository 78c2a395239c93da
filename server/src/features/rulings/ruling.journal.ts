import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RulingAction } from '@jiannuo/shared/rulings';
import type { RulingName } from '@jiannuo/shared/scoring';
import { Audit } from '../../platform/audit';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';

export const RULED = 'ruling.checked';

/** A ruling that came into force, in the words in which those who are scored hear of it. */
export interface RuledEvent {
  readonly groupId: string;
  readonly year: number;
  readonly name: RulingName;
  readonly title: string;
  readonly body: string;
  readonly byUnit: string;
}

/** What a step of a ruling leaves behind: the audit entry, and word of one that came into force. */
@Injectable()
export class RulingJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the audit entry. */
  note(
    tx: EntityManager,
    event: {
      readonly actor: Actor;
      readonly id: string;
      readonly action: 'propose' | RulingAction;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { actor, id, action, detail } = event;
    const subject = { kind: 'ruling', id };
    return this.audit.record(tx, { actor, groupId: actor.groupId, action: `ruling.${action}`, subject, detail });
  }

  /** Leaves word that a ruling is in force. */
  tell(tx: EntityManager, event: RuledEvent): Promise<void> {
    return this.outbox.add(tx, { topic: RULED, payload: event });
  }
}
