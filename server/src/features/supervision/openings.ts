import { Injectable } from '@nestjs/common';
import { formatFullDate, beijingDate, beijingTime, type Instant } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';

/** Keeps on record who opened what is for named persons alone (限知悉), and marks what he is shown with his name. */
@Injectable()
export class Openings {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The watermark of a confidential matter, once its opening is on record; null for every other. */
  async record(
    actor: Actor,
    subject: { readonly kind: 'notice' | 'ticket'; readonly id: string },
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
