import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  checkFindingText,
  checkWithdrawalReason,
  decideSpotCheck,
  type FindingRequest,
  type SpotCheckAction,
  type Verdict,
} from '@jiannuo/shared/spot-checks';
import { Attachments } from '../../platform/attachments';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows, lockRow, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { LedgerMeasures } from '../ledger';
import { SpotCheckNotices, type NamedMeasure, type SpotCheckWord } from './spot-check.notices';
import { allowed, SpotCheckRecords, stateOf, type LockedSpotCheck } from './spot-check.records';

/** A finding that stands. */
export interface StandingFinding {
  readonly id: string;
  readonly unitId: string;
  readonly period: Period;
  readonly measureId: string;
  readonly verdict: Verdict;
}

/** A finding that was just recorded, and the name of its measure. */
export interface RecordedFinding {
  readonly id: string;
  readonly measure: string;
}

const STANDING = `SELECT f.id, f.unit_id AS unitId, f.period, f.measure_id AS measureId, f.verdict
  FROM spot_check_finding f
  LEFT JOIN spot_check_finding w ON w.withdraws_id = f.id
  WHERE f.group_id = ? AND f.withdraws_id IS NULL AND w.id IS NULL`;

/**
 * Writes findings inside a transaction of the caller, who has asked whether the month may still be changed: as long as
 * it is not published anybody of the lead unit, afterwards only a correction (更正).
 */
@Injectable()
export class FindingRecords {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly attachments: Attachments,
    private readonly measures: LedgerMeasures,
    private readonly records: SpotCheckRecords,
    private readonly notices: SpotCheckNotices,
  ) {}

  /**
   * Adds what was found about a measure of a drawn unit's month, and tells the unit what is undone; refused while
   * another finding about it stands.
   */
  async record(tx: EntityManager, actor: Actor, request: FindingRequest, now: Instant): Promise<RecordedFinding> {
    const { groupId } = actor;
    const { period, unitId, measureId, verdict } = request;
    const check = await this.locked(tx, actor, { action: 'record-finding', period, now });
    const text = allowed(checkFindingText(request.text));
    if (!check.drawn?.some((drawn) => drawn.unitId === unitId))
      throw DomainError.conflict('spot-checks.not-drawn-unit');
    const measure = await this.measureOf(tx, groupId, request);
    if (measure === null) throw DomainError.conflict('spot-checks.measure-unknown');
    if ((await this.standing(tx, actor, request)) !== null) throw DomainError.conflict('spot-checks.already-found');
    const files = await this.attachments.shareWith(tx, scopeOf(actor), request.attachmentIds, unitId);
    await this.attachments.handIn(tx, files, now);
    const row = { unit_id: unitId, period, measure_id: measureId, withdraws_id: null, verdict, text };
    const attachmentIds = JSON.stringify(files);
    const id = await this.insert(tx, actor, {
      ...row,
      spot_check_id: check.id,
      attachment_ids: attachmentIds,
      at: now,
    });
    await this.note(tx, actor, 'record-finding', { id, period, unitId, measureId, verdict, files: files.length });
    if (verdict === 'undone') await this.tell(tx, actor, request, { what: 'undone', measure, text });
    return { id, measure: measure.title };
  }

  /** Withdraws a finding that stands by a row of its own, with a reason; the unit is told as it was of the finding. */
  async withdraw(tx: EntityManager, actor: Actor, finding: StandingFinding, because: Withdrawal): Promise<void> {
    const { id: findingId, unitId, period, measureId } = finding;
    const { now } = because;
    const check = await this.locked(tx, actor, { action: 'withdraw-finding', period, now });
    const text = allowed(checkWithdrawalReason(because.reason));
    const row = { unit_id: unitId, period, measure_id: measureId, withdraws_id: findingId, verdict: null, text };
    const id = await this.insert(tx, actor, { ...row, spot_check_id: check.id, attachment_ids: '[]', at: now });
    await this.note(tx, actor, 'withdraw-finding', { id, period, unitId, measureId, findingId });
    if (finding.verdict !== 'undone') return;
    const measure = await this.measureOf(tx, actor.groupId, finding);
    await this.tell(tx, actor, finding, { what: 'withdrawn', measure, text });
  }

  /** The finding that stands about a measure of a month; null where none does. */
  async standing(
    tx: EntityManager,
    { groupId }: Actor,
    { period, measureId }: Pick<StandingFinding, 'period' | 'measureId'>,
  ): Promise<StandingFinding | null> {
    const sql = `${STANDING} AND f.period = ? AND f.measure_id = ?`;
    return (await rowsIn<StandingFinding>(tx, sql, [groupId, period, measureId]))[0] ?? null;
  }

  /** Locks and reads a finding of the actor's group that stands; `spot-checks.finding-not-found` otherwise. */
  async find(tx: EntityManager, actor: Actor, id: string): Promise<StandingFinding> {
    await lockRow(tx, 'spot_check_finding', id);
    const [finding] = await rowsIn<StandingFinding>(tx, `${STANDING} AND f.id = ?`, [actor.groupId, id]);
    if (finding === undefined) throw DomainError.notFound('spot-checks.finding-not-found');
    return finding;
  }

  private async locked(
    tx: EntityManager,
    actor: Actor,
    { action, period, now }: { readonly action: SpotCheckAction; readonly period: Period; readonly now: Instant },
  ): Promise<LockedSpotCheck> {
    const check = await this.records.lock(tx, actor.groupId, period);
    const rule = await this.records.ruleOf(actor.groupId, period, tx);
    const situation = { state: stateOf(check), role: actor.role, now, rule, undrawnBefore: null };
    allowed(decideSpotCheck(action, situation));
    if (check === null) throw DomainError.conflict('spot-checks.never-announced');
    return check;
  }

  private tell(
    tx: EntityManager,
    { groupId, unitName: byUnit }: Actor,
    { unitId, period }: Pick<StandingFinding, 'unitId' | 'period'>,
    word: Pick<SpotCheckWord, 'what' | 'measure' | 'text'>,
  ): Promise<void> {
    return this.notices.tell(tx, { groupId, unitIds: [unitId], period, byUnit, ...word });
  }

  /** A measure of a unit's month; null where it is none. */
  private async measureOf(
    tx: EntityManager,
    groupId: string,
    { unitId, period, measureId }: Pick<StandingFinding, 'unitId' | 'period' | 'measureId'>,
  ): Promise<NamedMeasure | null> {
    const measures = await this.measures.measuresOf({ groupId, unitId: null }, unitId, period, tx);
    return measures.find((each) => each.measureId === measureId)?.measure ?? null;
  }

  private async insert(tx: EntityManager, actor: Actor, row: Readonly<Record<string, string | null>>): Promise<string> {
    const id = this.ids.next();
    const { groupId, appointmentId, personName, unitName } = actor;
    const by = { by_appointment_id: appointmentId, by_name: personName, by_unit_name: unitName };
    await insertRows(tx, 'spot_check_finding', [{ id, group_id: groupId, ...row, ...by }]);
    return id;
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: SpotCheckAction,
    { id, ...detail }: { readonly id: string } & Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const subject = { kind: 'spot-check-finding', id };
    return this.audit.record(tx, { actor, groupId: actor.groupId, action: `spot-check.${action}`, subject, detail });
  }
}

/** Why and when a finding is withdrawn. */
export interface Withdrawal {
  readonly reason: string;
  readonly now: Instant;
}
