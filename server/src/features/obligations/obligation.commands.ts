import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Outcome } from '@jiannuo/shared/kernel';
import {
  decideExtend,
  decideShorten,
  decideUnwaive,
  decideWaive,
  standingAt,
  type ObligationKind,
  type Standing,
} from '@jiannuo/shared/obligations';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { execute, forUpdate, insertRows, rowsIn, Transactions } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { OwedReviews } from './owed-reviews';
import type { ObligationChangeKind } from './persistence/obligation-change.entity';

/** An obligation after a decision of the lead unit. */
export interface ObligationStanding {
  readonly id: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly waivedAt: Instant | null;
  readonly standing: Standing;
}

interface LockedObligation {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly title: string | null;
  readonly period: string;
  readonly article: string;
  readonly dueAt: Instant;
  /** When it would be due had nobody extended it: as the rule said, or as an outage moved it. */
  readonly ownDueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
}

/** What one decision changes. */
interface Change {
  readonly kind: ObligationChangeKind;
  readonly reason: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly waivedAt: Instant | null;
}

interface Decided {
  readonly actor: Actor;
  readonly obligation: LockedObligation;
  readonly change: Change;
  readonly now: Instant;
}

const LOCKED_COLUMNS = `id, group_id AS groupId, unit_id AS unitId, kind, title, period, article, due_at AS dueAt,
  closes_at AS closesAt, met_at AS metAt, waived_at AS waivedAt,
  COALESCE((SELECT MAX(m.to_due_at) FROM obligation_change m WHERE m.obligation_id = obligation.id AND m.kind = 'moved'),
    original_due_at) AS ownDueAt`;

/** What the lead unit decides about one unit's obligation. Every decision needs its reason and stays in the history. */
@Injectable()
export class ObligationCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly inbox: InboxCommands,
    private readonly reviews: OwedReviews,
  ) {}

  /** Gives a unit more time for what it still owes; what closes after the due time moves along. */
  async extend(
    actor: Actor,
    id: string,
    request: { readonly dueAt: unknown; readonly reason: unknown },
  ): Promise<ObligationStanding> {
    return this.decide(actor, id, (obligation, now) =>
      mapped(decideExtend(obligation, request.dueAt, request.reason, now), (extension) => ({
        kind: 'extended',
        waivedAt: null,
        ...extension,
      })),
    );
  }

  /** Shortens an extension or takes it back (缩短、撤销宽限); the unit is told, and what was given stays in the history. */
  async shorten(
    actor: Actor,
    id: string,
    request: { readonly dueAt: unknown; readonly reason: unknown },
  ): Promise<ObligationStanding> {
    return this.decide(actor, id, (obligation, now) =>
      mapped(decideShorten(obligation, request.dueAt, request.reason, now), (extension) => ({
        kind: 'shortened',
        waivedAt: null,
        ...extension,
      })),
    );
  }

  /** Lets a unit off what it still owes (免报). */
  async waive(actor: Actor, id: string, request: { readonly reason: unknown }): Promise<ObligationStanding> {
    return this.decide(actor, id, (obligation, now) =>
      mapped(decideWaive(obligation, request.reason, now), ({ waivedAt, reason }) => ({
        kind: 'waived',
        reason,
        waivedAt,
        dueAt: obligation.dueAt,
        closesAt: obligation.closesAt,
      })),
    );
  }

  /** Takes a waiver back; the thing is owed again by its due time. */
  async unwaive(actor: Actor, id: string): Promise<ObligationStanding> {
    return this.decide(actor, id, (obligation) =>
      mapped(decideUnwaive(obligation), ({ waivedAt }) => ({
        kind: 'unwaived',
        reason: '',
        waivedAt,
        dueAt: obligation.dueAt,
        closesAt: obligation.closesAt,
      })),
    );
  }

  private decide(
    actor: Actor,
    id: string,
    decision: (obligation: LockedObligation, now: Instant) => Outcome<Change>,
  ): Promise<ObligationStanding> {
    return this.transactions.run(async (tx, now) => {
      const obligation = await lockObligation(tx, actor, id);
      const change = allowed(decision(obligation, now));
      await this.save(tx, { actor, obligation, change, now });
      const { dueAt, closesAt, waivedAt } = change;
      return { id, dueAt, closesAt, waivedAt, standing: standingAt({ dueAt, metAt: obligation.metAt, waivedAt }, now) };
    });
  }

  private async save(tx: EntityManager, { actor, obligation, change, now }: Decided): Promise<void> {
    const isWaived = change.waivedAt !== null;
    await execute(
      tx,
      `UPDATE obligation SET due_at = ?, closes_at = ?, waived_at = ?, waived_by = ?, waive_reason = ?,
         version = version + 1 WHERE id = ?`,
      [
        change.dueAt,
        change.closesAt,
        change.waivedAt,
        isWaived ? actor.appointmentId : null,
        isWaived ? change.reason : null,
        obligation.id,
      ],
    );
    if (isWaived) await this.inbox.settle(tx, [obligation.id]);
    await this.reviews.carryOn(tx, { actor, obligation, change, now });
    const changeId = this.ids.next();
    await insertRows(tx, 'obligation_change', [
      {
        id: changeId,
        group_id: obligation.groupId,
        obligation_id: obligation.id,
        kind: change.kind,
        from_due_at: obligation.dueAt,
        to_due_at: change.dueAt,
        reason: change.reason,
        article: obligation.article,
        by_appointment_id: actor.appointmentId,
        by_name: actor.unitName,
        at: now,
      },
    ]);
    const facts = { from: obligation.dueAt, to: change.dueAt, reason: change.reason };
    await this.audit.record(tx, {
      actor,
      groupId: obligation.groupId,
      action: `obligation.${AUDITED_VERBS[change.kind]}`,
      subject: { kind: 'obligation', id: obligation.id },
      detail: { unitId: obligation.unitId, kind: obligation.kind, period: obligation.period, ...facts },
    });
    await this.outbox.add(tx, {
      topic: `obligation.${change.kind}`,
      key: `obligation.${change.kind}:${changeId}`,
      payload: {
        obligationId: obligation.id,
        groupId: obligation.groupId,
        unitId: obligation.unitId,
        kind: obligation.kind,
        title: obligation.title,
        period: obligation.period,
        ...facts,
        byUnit: actor.unitName,
        at: now,
      },
    });
  }
}

/** The value of a decision, or the error that the caller is answered with. */
const allowed = allowedOr({
  conflict: [
    'obligations.already-handed-in',
    'obligations.already-waived',
    'obligations.not-waived',
    'obligations.not-extended',
  ],
});

const AUDITED_VERBS: Record<ObligationChangeKind, string> = {
  extended: 'extend',
  shortened: 'shorten',
  waived: 'waive',
  unwaived: 'unwaive',
  moved: 'move',
  entered: 'enter',
};

async function lockObligation(tx: EntityManager, actor: Actor, id: string): Promise<LockedObligation> {
  const scope = scopeOf(actor);
  const lock = forUpdate(tx);
  const [obligation] = await rowsIn<LockedObligation>(
    tx,
    `SELECT ${LOCKED_COLUMNS} FROM obligation WHERE id = ? AND group_id = ? AND (unit_id = ? OR ? IS NULL)${lock}`,
    [id, scope.groupId, scope.unitId, scope.unitId],
  );
  if (obligation === undefined) throw DomainError.notFound('obligations.not-found');
  return obligation;
}

function mapped<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome;
}
