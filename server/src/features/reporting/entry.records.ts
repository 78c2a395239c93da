import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatMoment, type Instant } from '@jiannuo/shared/kernel';
import { checkedUntil, type EnterForRequest, type Entry, type ReceiptView } from '@jiannuo/shared/reporting';
import { Attachments } from '../../platform/attachments';
import { Audit } from '../../platform/audit';
import { rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import { HandIns, ReviewedMonths, titleOf, type YearData } from '../obligations';
import { checkAttachments } from './attachment-check';
import { EnteredSheets, type KeptSheet } from './entered-sheets';
import { assessmentReceipt } from './receipt';
import type { AnsweredObligation } from './report.commands';

/** A hand-in as it came from outside: meaning is decided by the command, shape at the edge. */
export type EntryRequest = Omit<EnterForRequest, 'content'> & { readonly content: unknown };

/** What came when, as the lead unit put it on record. */
interface Received {
  readonly actor: Actor;
  readonly owed: Pick<AnsweredObligation, 'kind' | 'period' | 'unitId'>;
  readonly receivedAt: Instant;
  readonly year: YearData;
  readonly now: Instant;
}

/** A self-assessment that came another way. */
interface NotedAssessment {
  readonly actor: Actor;
  readonly obligation: AnsweredObligation;
  readonly entry: Entry;
  readonly request: EntryRequest;
  readonly year: YearData;
  readonly now: Instant;
}

/** What an entry leaves behind. */
@Injectable()
export class EntryRecords {
  constructor(
    private readonly handIns: HandIns,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly attachments: Attachments,
    private readonly reviewed: ReviewedMonths,
    private readonly sheets: EnteredSheets,
  ) {}

  /** The originals as the unit's own attachments. Only files of the one who enters, and those that the unit has handed in, are taken. */
  async originalsFor(
    tx: EntityManager,
    actor: Actor,
    ids: readonly string[],
    unitId: string,
  ): Promise<readonly string[]> {
    const named = [...new Set(ids)];
    await checkAttachments(tx, named, [actor, { unitId, isHandedIn: true }]);
    return this.attachments.shareWith(tx, { groupId: actor.groupId, unitId: null }, named, unitId);
  }

  /**
   * A self-assessment (annex 2) belongs to a later subject, which keeps the scores that were copied from it; without any
   * its receipt alone is noted, and it is scored from the records.
   */
  async noteAssessment(tx: EntityManager, facts: NotedAssessment): Promise<ReceiptView> {
    const { actor, obligation, entry, request, year, now } = facts;
    if (obligation.metAt !== null) throw DomainError.conflict('obligations.already-met');
    const { channel } = request;
    const attachmentIds = await this.originalsFor(tx, actor, request.attachmentIds, obligation.unitId);
    await this.attachments.handIn(tx, attachmentIds, now);
    const sheet = await this.sheetOf(tx, facts);
    const recordId = sheet?.recordId ?? null;
    await this.handIns.note(tx, { obligation, actor, channel, attachmentIds, recordId, now, ...entry });
    await this.audit.record(tx, {
      actor,
      groupId: obligation.groupId,
      action: 'obligation.enter',
      subject: { kind: 'obligation', id: obligation.id },
      detail: { unitId: obligation.unitId, period: obligation.period, channel, ...entry },
    });
    await this.outbox.add(tx, {
      topic: 'obligation.entered',
      key: `obligation.entered:${obligation.id}`,
      payload: {
        obligationId: obligation.id,
        groupId: obligation.groupId,
        unitId: obligation.unitId,
        period: obligation.period,
        byUnit: actor.unitName,
        at: now,
        until: checkedUntil(now, year.settings),
        ...(sheet === null ? {} : { sheet }),
        ...entry,
      },
    });
    await this.carryOn(tx, { actor, owed: obligation, receivedAt: entry.receivedAt, year, now });
    const unit = await unitIn(tx, obligation.unitId);
    const contentHash = sheet?.contentHash ?? null;
    const noted = { registeredAt: now, enteredAs: entry.receivedAt, by: actor.unitName, notes: [] };
    return assessmentReceipt(
      { ...obligation, ...entry, ...unit, ...noted, channel, attachmentIds, contentHash },
      year,
      { role: actor.role, now },
    );
  }

  private async sheetOf(
    tx: EntityManager,
    { actor, obligation, entry, request, year, now }: NotedAssessment,
  ): Promise<KeptSheet | null> {
    const { channel, content } = request;
    if (content === null || content === undefined) return null;
    const until = checkedUntil(now, year.settings);
    return this.sheets.keep(tx, { actor, obligation, entry, channel, content, checkedUntil: until, now });
  }

  /** A true time of receipt counts also in a review that was made before it was entered or put right. */
  carryOn(tx: EntityManager, { actor, owed, receivedAt, year, now }: Received): Promise<void> {
    const { kind, period, unitId } = owed;
    const title = titleOf(year.settings, { kind, title: null });
    const reason = `${title}收到的时间记为${formatMoment(receivedAt, now)}`;
    return this.reviewed.moved(tx, { actor, now, periods: [period], unitId, reason, isFact: true });
  }
}

async function unitIn(
  tx: EntityManager,
  unitId: string,
): Promise<{ readonly unitName: string; readonly unitNumber: number }> {
  const sql = 'SELECT name AS unitName, number AS unitNumber FROM unit WHERE id = ?';
  const [unit] = await rowsIn<{ unitName: string; unitNumber: number }>(tx, sql, [unitId]);
  if (unit === undefined) throw new Error(`There is no unit ${unitId}.`);
  return unit;
}
