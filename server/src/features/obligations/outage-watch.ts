import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ObligationKind, OutageExtension } from '@jiannuo/shared/obligations';
import { Audit } from '../../platform/audit';
import { Outages } from '../../platform/health';
import { Outbox } from '../../platform/outbox';

/** A due time that an outage moves. */
export interface MoveFacts {
  readonly groupId: string;
  readonly dueAt: Instant;
  readonly extension: OutageExtension;
  readonly article: string;
}

/** An obligation that an outage moved. */
export interface MovedObligation {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
}

/** What the rule looks at, and where it leaves its trace. */
@Injectable()
export class OutageWatch {
  constructor(
    private readonly outages: Outages,
    private readonly auditLog: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** The recorded outages from `from` (inclusive) to `to` (exclusive), as the rule reads them. */
  async between(from: Instant, to: Instant): Promise<readonly { readonly from: Instant; readonly to: Instant }[]> {
    const outages = await this.outages.between(from, to);
    return outages.map((outage) => ({ from: outage.beganAt, to: outage.endedAt }));
  }

  /** Puts the exception on record, once for the due time. */
  audit(tx: EntityManager, move: MoveFacts & { readonly period: Period }): Promise<void> {
    const { groupId, period, dueAt, extension, article } = move;
    return this.auditLog.record(tx, {
      actor: 'system',
      groupId,
      action: 'obligation.move',
      subject: { kind: 'period', id: period },
      detail: { from: dueAt, to: extension.dueAt, minutes: extension.minutes, reason: extension.reason, article },
    });
  }

  /** Leaves word of each move, once for an obligation and its new due time. */
  tell(
    tx: EntityManager,
    move: MoveFacts & { readonly period: Period },
    moved: readonly MovedObligation[],
  ): Promise<void> {
    const { groupId, period, extension } = move;
    const messages = moved.map(({ id, unitId, kind }) => ({
      topic: 'obligation.moved',
      key: `obligation.moved:${id}:${extension.dueAt}`,
      payload: {
        groupId,
        unitId,
        period,
        kind,
        obligationId: id,
        to: extension.dueAt,
        reason: extension.reason,
      },
    }));
    return this.outbox.addAll(tx, messages);
  }
}
