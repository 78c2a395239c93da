import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import { commitmentOf, decideSpotCheck, drawUnits, weigh, type Drawn } from '@jiannuo/shared/spot-checks';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { execute, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { SpotCheckNotices } from './spot-check.notices';
import { allowed, SpotCheckRecords, stateOf } from './spot-check.records';

/** Draws a month's units by the seed that was promised (annex 2, three (3)). */
@Injectable()
export class DrawCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly records: SpotCheckRecords,
    private readonly notices: SpotCheckNotices,
  ) {}

  /**
   * Reveals a month's seed and draws, once the self-assessments are due. Refused when the seed that was kept is not the
   * one that was announced. The weights and every number are kept with it. The drawn units are told.
   */
  draw(actor: Actor, period: Period): Promise<{ readonly drawn: readonly Drawn[] }> {
    return this.transactions.run(async (tx) => {
      const { groupId } = actor;
      const now = this.clock.now();
      const kept = await this.records.lock(tx, groupId, period);
      const rule = await this.records.ruleOf(groupId, period, tx);
      const { undrawn, lastPeriods } = await this.records.earlier(tx, groupId, period, rule);
      const situation = { state: stateOf(kept), role: actor.role, now, rule, undrawnBefore: undrawn };
      allowed(decideSpotCheck('draw', situation));
      const seed = kept?.secret ?? null;
      if (kept === null || seed === null || commitmentOf(seed) !== kept.commitment) {
        throw DomainError.conflict('spot-checks.seed-changed');
      }
      const units = await this.records.candidates(tx, groupId, rule, lastPeriods);
      const candidates = weigh(units, period, rule.firstPeriod);
      const drawn = drawUnits(seed, candidates, kept);
      if (drawn.length === 0) throw DomainError.conflict('spot-checks.nobody-to-draw');
      await execute(
        tx,
        `UPDATE spot_check SET seed = secret, secret = NULL, candidates = ?, drawn = ?, revealed_at = ?,
           revealed_by_name = ?, revealed_by_unit_name = ? WHERE id = ?`,
        [JSON.stringify(candidates), JSON.stringify(drawn), now, actor.personName, actor.unitName, kept.id],
      );
      await this.audit.record(tx, {
        actor,
        groupId,
        action: 'spot-check.draw',
        subject: { kind: 'spot-check', id: kept.id },
        detail: { period, commitment: kept.commitment, seed, drawn: drawn.map(({ unitName }) => unitName) },
      });
      const unitIds = drawn.map(({ unitId }) => unitId);
      const word = {
        groupId,
        unitIds,
        period,
        what: 'drawn',
        measure: null,
        text: '',
        byUnit: actor.unitName,
      } as const;
      await this.notices.tell(tx, word);
      return { drawn };
    });
  }
}
