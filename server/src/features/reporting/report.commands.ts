import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { carryIn, decideAction, emptyContent, progressOf } from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { forUpdate, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { textOf } from './content-text';
import { LedgerItems } from './ledger.items';
import { allowed, refuseWaived } from './report.refusals';

/** An obligation that a report can answer, locked until the transaction ends. */
export interface AnsweredObligation {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period;
  readonly article: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
}

/** Opens the one report of a unit and a month. */
@Injectable()
export class ReportCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: GroupYears,
    private readonly ledger: LedgerItems,
  ) {}

  /** The report that answers an obligation, begun now if there was none. Two at once get the same one. */
  open(actor: Actor, obligationId: string): Promise<{ readonly reportId: string }> {
    return this.transactions.run(async (tx, now) => {
      const obligation = await this.lockObligation(tx, scopeOf(actor), obligationId);
      const existing = await reportOf(tx, obligation);
      if (existing !== null) return { reportId: existing };
      refuseWaived(obligation);
      allowed(decideAction('edit', { ...obligation, state: 'draft', role: actor.role, now }));
      return { reportId: await this.begin(tx, obligation, now) };
    });
  }

  /** Locks an obligation; one out of scope is not found. */
  async lockObligation(tx: EntityManager, scope: Scope, id: string): Promise<AnsweredObligation> {
    const { groupId, unitId } = checkedScope(scope);
    const [obligation] = await rowsIn<AnsweredObligation>(
      tx,
      `SELECT id, group_id AS groupId, unit_id AS unitId, kind, period, article, due_at AS dueAt, closes_at AS closesAt,
         met_at AS metAt, waived_at AS waivedAt
       FROM obligation WHERE id = ? AND group_id = ? AND (? IS NULL OR unit_id = ?)${forUpdate(tx)}`,
      [id, groupId, unitId, unitId],
    );
    if (obligation === undefined) throw DomainError.notFound('obligations.not-found');
    return obligation;
  }

  /** The id of the report that answers a locked obligation, begun now if there was none. */
  async ensure(tx: EntityManager, obligation: AnsweredObligation, now: Instant): Promise<string> {
    return (await reportOf(tx, obligation)) ?? (await this.begin(tx, obligation, now));
  }

  private async begin(tx: EntityManager, obligation: AnsweredObligation, now: Instant): Promise<string> {
    const year = await this.years.required(obligation.groupId, obligation.period, tx);
    const content = carryIn(emptyContent(year.form), await this.ledger.of(obligation, tx));
    const { filled, total } = progressOf(content, year.form);
    const id = this.ids.next();
    await insertRows(tx, 'report', [
      {
        id,
        group_id: obligation.groupId,
        unit_id: obligation.unitId,
        period: obligation.period,
        obligation_id: obligation.id,
        state: 'draft',
        current_version: 0,
        version: 1,
        opened_at: now,
      },
    ]);
    await insertRows(tx, 'report_draft', [
      {
        report_id: id,
        revision: 1,
        saved_at: null,
        device: '',
        filled,
        total,
        content: textOf(content).text,
      },
    ]);
    return id;
  }
}

async function reportOf(tx: EntityManager, obligation: AnsweredObligation): Promise<string | null> {
  if (obligation.kind !== 'monthly-report' && obligation.kind !== 'report-correction') {
    throw DomainError.notFound('reporting.not-found');
  }
  const [row] = await rowsIn<{ id: string }>(
    tx,
    'SELECT id FROM report WHERE group_id = ? AND unit_id = ? AND period = ?',
    [obligation.groupId, obligation.unitId, obligation.period],
  );
  return row?.id ?? null;
}
