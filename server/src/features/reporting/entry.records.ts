import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatMoment, type Instant } from '@jiannuo/shared/kernel';
import {
  diffContent,
  progressOf,
  type EnterForRequest,
  type Entry,
  type ReceiptView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { Attachments } from '../../platform/attachments';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import { HandIns, ReviewedMonths, titleOf, type YearData } from '../obligations';
import { checkAttachments } from './attachment-check';
import type { ContentText } from './content-text';
import { assessmentReceipt } from './receipt';
import type { AnsweredObligation } from './report.commands';
import { draftIn, type LockedReport } from './report.lock';

/** How a draft's history names what was entered for the unit. */
const ENTERED_BY_LEAD = '代录';

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

/** What an entry leaves behind. */
@Injectable()
export class EntryRecords {
  constructor(
    private readonly ids: Ids,
    private readonly handIns: HandIns,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly attachments: Attachments,
    private readonly reviewed: ReviewedMonths,
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

  /** A self-assessment (annex 2) belongs to a later subject: its receipt alone is noted, and it is scored from the records. */
  async noteAssessment(
    tx: EntityManager,
    facts: {
      readonly actor: Actor;
      readonly obligation: AnsweredObligation;
      readonly entry: Entry;
      readonly request: EntryRequest;
      readonly year: YearData;
      readonly now: Instant;
    },
  ): Promise<ReceiptView> {
    const { actor, obligation, entry, request, year, now } = facts;
    if (obligation.metAt !== null) throw DomainError.conflict('obligations.already-met');
    const { channel } = request;
    const attachmentIds = await this.originalsFor(tx, actor, request.attachmentIds, obligation.unitId);
    await this.attachments.handIn(tx, attachmentIds, now);
    await this.handIns.note(tx, { obligation, actor, channel, attachmentIds, now, ...entry });
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
        ...entry,
      },
    });
    await this.carryOn(tx, { actor, owed: obligation, receivedAt: entry.receivedAt, year, now });
    const unit = await unitIn(tx, obligation.unitId);
    return assessmentReceipt({ ...obligation, ...entry, ...unit, channel, attachmentIds }, year, now);
  }

  /** A true time of receipt counts also in a review that was made before it was entered or put right. */
  carryOn(tx: EntityManager, { actor, owed, receivedAt, year, now }: Received): Promise<void> {
    const { kind, period, unitId } = owed;
    const title = titleOf(year.settings, { kind, title: null });
    const reason = `${title}收到的时间记为${formatMoment(receivedAt, now)}`;
    return this.reviewed.moved(tx, { actor, now, periods: [period], unitId, reason, isFact: true });
  }

  /** Puts the entered content in the draft's place, for a correction to start from; what the unit had typed is kept. */
  async replaceDraft(
    tx: EntityManager,
    facts: {
      readonly actor: Actor;
      readonly report: LockedReport;
      readonly content: ReportContent;
      readonly text: ContentText;
      readonly year: YearData;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { actor, report, content, text, year, now } = facts;
    const draft = await draftIn(tx, report.id);
    const lost = diffContent(draft.content, content).filter(({ from }) => from !== null && from !== '');
    const rows = lost.map(({ path, from }) => ({
      id: this.ids.next(),
      report_id: report.id,
      path,
      value: JSON.stringify(from),
      device: draft.device,
      by_appointment_id: actor.appointmentId,
      at: now,
    }));
    await insertRows(tx, 'report_draft_history', rows);
    const { filled, total } = progressOf(content, year.form);
    await execute(
      tx,
      `UPDATE report_draft SET content = ?, revision = revision + 1, saved_at = ?, device = ?, filled = ?, total = ?
       WHERE report_id = ?`,
      [text.text, now, ENTERED_BY_LEAD, filled, total, report.id],
    );
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
