import { Injectable } from '@nestjs/common';
import { quoted } from '@jiannuo/shared/kernel';
import type { FindingRequest } from '@jiannuo/shared/spot-checks';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { PublishedMonths } from '../information';
import { ReviewedMonths } from '../obligations';
import { FindingRecords } from './finding.records';

/** What the lead unit found on the spot, as long as the month is not published (R44, R51); a score that it changes is stated anew (Q16). */
@Injectable()
export class FindingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly published: PublishedMonths,
    private readonly reviewed: ReviewedMonths,
    private readonly findings: FindingRecords,
  ) {}

  /** Records whether a measure of a drawn unit was found done; refused in a published month, which only a 更正 changes. */
  record(actor: Actor, request: FindingRequest): Promise<{ readonly id: string }> {
    return this.transactions.run(async (tx) => {
      await this.published.checkOpen(tx, actor.groupId, [request.period]);
      const now = this.clock.now();
      const { id, measure } = await this.findings.record(tx, actor, request, now);
      const reason = `抽查查到${quoted(measure)}${request.verdict === 'undone' ? '没完成' : '已完成'}`;
      await this.reviewed.moved(tx, { actor, now, periods: [request.period], unitId: request.unitId, reason });
      return { id };
    });
  }

  /** Withdraws a finding with a reason; it stays on record. Refused in a published month. */
  withdraw(actor: Actor, id: string, reason: string): Promise<{ readonly id: string }> {
    return this.transactions.run(async (tx) => {
      const finding = await this.findings.find(tx, actor, id);
      await this.published.checkOpen(tx, actor.groupId, [finding.period]);
      const now = this.clock.now();
      await this.findings.withdraw(tx, actor, finding, { reason, now });
      const moved = { actor, now, periods: [finding.period], unitId: finding.unitId };
      await this.reviewed.moved(tx, { ...moved, reason: `撤销了抽查结果：${reason.trim()}` });
      return { id };
    });
  }
}
