import { Injectable } from '@nestjs/common';
import { formatFullDate, beijingDate, beijingTime, type Instant } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { execute, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';

/**
 * Keeps when a unit first opened its ticket, and who opened what is for named persons alone (限知悉), whose name marks what
 * he is shown.
 */
@Injectable()
export class Openings {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** When a unit first opened its ticket: opening is the receipt (打开就算收到). Whoever else looks changes nothing. */
  async receive(
    actor: Actor,
    ticket: { readonly id: string; readonly unitId: string; readonly openedAt: Instant | null },
    now: Instant,
  ): Promise<Instant | null> {
    if (ticket.openedAt !== null || ticket.unitId !== actor.unitId) return ticket.openedAt;
    const sql = 'UPDATE supervision_ticket SET opened_at = ? WHERE id = ? AND opened_at IS NULL';
    await this.transactions.run((tx) => execute(tx, sql, [now, ticket.id]));
    return now;
  }

  /** The watermark of a confidential matter, once its opening is on record; null for every other. */
  async record(
    actor: Actor,
    subject: { readonly kind: 'notice' | 'ticket' | 'inspection' | 'finding'; readonly id: string },
    { isConfidential, now }: { readonly isConfidential: boolean; readonly now: Instant },
  ): Promise<string | null> {
    if (!isConfidential) return null;
    await this.transactions.run(async (tx) => {
      const { groupId } = actor;
      await this.audit.record(tx, { actor, groupId, action: 'supervision.read', subject, detail: {} });
      return null;
    });
    return `${actor.personName} ${formatFullDate(beijingDate(now))} ${beijingTime(now)}`;
  }
}
