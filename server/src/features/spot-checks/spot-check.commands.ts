import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  commitmentOf,
  decideSpotCheck,
  drawUnits,
  seedOf,
  spotCheckRuleOf,
  weigh,
  type Drawn,
  type SpotCheckRule,
} from '@jiannuo/shared/spot-checks';
import { Audit } from '../../platform/audit';
import { Clock, Ids, Randomness } from '../../platform/clock';
import { Database, execute, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { allowed, SpotCheckRecords, stateOf } from './spot-check.records';

/** Bytes of chance in a seed. */
const ENTROPY = 16;

/** What the lead unit does about a month's draw (annex 2, three (3)): promise it, and draw. */
@Injectable()
export class SpotCheckCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly years: GroupYears,
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
    const groups = await this.database.rows<{ id: string }>(
      `SELECT g.id FROM working_group g LEFT JOIN spot_check s ON s.group_id = g.id AND s.period = ?
       WHERE s.id IS NULL ORDER BY g.id`,
      [period],
    );
    for (const { id: groupId } of groups) {
      const year = await this.years.of(groupId, period);
      const rule = year === null ? null : spotCheckRuleOf(year.settings, period);
      if (rule === null || now < rule.announcesAt || now >= rule.beginsAt) continue;
      await this.transactions.run(async (tx) => {
        await lockRow(tx, 'working_group', groupId);
        const known = await this.records.lock(tx, groupId, period);
        if (known === null) await this.write(tx, { actor: 'system', groupId, period, rule, now });
      });
    }
  }

  /**
   * Reveals a month's seed and draws, once the self-assessments are due. Refused when the seed that was kept is not the
   * one that was announced. The weights and every number are kept with it.
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
      return { drawn };
    });
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
