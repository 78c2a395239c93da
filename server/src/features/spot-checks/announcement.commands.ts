import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import { commitmentOf, decideSpotCheck, seedOf, type SpotCheckRule } from '@jiannuo/shared/spot-checks';
import { Audit } from '../../platform/audit';
import { Clock, Ids, Randomness } from '../../platform/clock';
import { insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { allowed, SpotCheckRecords, stateOf } from './spot-check.records';

/** Bytes of chance in a seed. */
const ENTROPY = 16;

/** Promises a month's draw before the month (annex 2, three (3)). */
@Injectable()
export class AnnouncementCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly records: SpotCheckRecords,
  ) {}

  /** Makes a month's seed, keeps it secret and announces its hash, before the month begins. It is never made again. */
  announce(actor: Actor, period: Period): Promise<{ readonly commitment: string }> {
    return this.transactions.run(async (tx) => {
      const { groupId } = actor;
      const now = this.clock.now();
      await lockRow(tx, 'working_group', groupId);
      const rule = await this.records.ruleOf(groupId, period, tx);
      const state = stateOf(await this.records.lock(tx, groupId, period));
      allowed(decideSpotCheck('announce', { state, role: actor.role, now, rule, undrawnBefore: null }));
      return { commitment: await this.write(tx, { actor, groupId, period, rule, now }) };
    });
  }

  /** The job: announces the coming month of every group whose time for it has come. Harmless to repeat. */
  async announceComing(now: Instant): Promise<void> {
    const period = addMonths(periodOf(beijingDate(now)), 1);
    for (const groupId of await this.records.unannounced(period)) {
      const rule = await this.records.findRule(groupId, period);
      if (rule === null || now < rule.announcesAt || now >= rule.beginsAt) continue;
      await this.transactions.run(async (tx) => {
        await lockRow(tx, 'working_group', groupId);
        const known = await this.records.lock(tx, groupId, period);
        if (known === null) await this.write(tx, { actor: 'system', groupId, period, rule, now });
      });
    }
  }

  private async write(tx: EntityManager, announcement: Announcement): Promise<string> {
    const { actor, groupId, period, rule, now } = announcement;
    const [group] = await rowsIn<{ code: string }>(tx, 'SELECT code FROM working_group WHERE id = ?', [groupId]);
    const seed = seedOf(group?.code ?? '', period, this.randomness.bytes(ENTROPY).toString('hex'));
    const commitment = commitmentOf(seed);
    const id = this.ids.next();
    await insertRows(tx, 'spot_check', [
      {
        id,
        group_id: groupId,
        period,
        commitment,
        secret: seed,
        units: rule.units,
        most_months: rule.mostMonths,
        announced_at: now,
        announced_by_name: actor === 'system' ? null : actor.personName,
      },
    ]);
    await this.audit.record(tx, {
      actor,
      groupId,
      action: 'spot-check.announce',
      subject: { kind: 'spot-check', id },
      detail: { period, commitment, units: rule.units, mostMonths: rule.mostMonths },
    });
    return commitment;
  }
}

interface Announcement {
  readonly actor: Actor | 'system';
  readonly groupId: string;
  readonly period: Period;
  readonly rule: SpotCheckRule;
  readonly now: Instant;
}
