import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { diffContent, progressOf, type ReportContent, type ReturnAnswer } from '@jiannuo/shared/reporting';
import { Attachments } from '../../platform/attachments';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { execute, insertRows } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import { HandIns, type YearData } from '../obligations';
import type { ContentText } from './content-text';
import { draftIn, openCorrectionOf, type LockedReport } from './report.lock';

/** How a draft's history names what was entered for the unit. */
const ENTERED_BY_LEAD = '代录';

/** What can happen to a report, and the outbox topic by which the others hear of it; null where the board says it all. */
const EVENTS = {
  submit: null,
  withdraw: null,
  accept: null,
  return: 'report.returned',
  'enter-for': 'report.entered',
  object: 'report.objected',
  'correct-time': 'report.time-corrected',
} as const;

/** One thing done to a report. */
export interface ReportEvent {
  readonly actor: Actor;
  readonly report: LockedReport;
  readonly action: keyof typeof EVENTS;
  /** Facts for the audit log and for whoever hears of it. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly now: Instant;
}

/** What a new version is made of. */
export interface NewVersion {
  readonly report: LockedReport;
  readonly text: ContentText;
  /** Attachments that the content names. */
  readonly files: readonly string[];
  readonly actor: Actor;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly channel: Channel;
  readonly basis: string;
  /** Originals of what was entered for the unit. */
  readonly attachmentIds: readonly string[];
  /** Answers to remarks of the return for which nothing was changed. */
  readonly answers?: readonly ReturnAnswer[];
}

/** What a report leaves behind for ever: versions, the audit log, and word to whom it concerns. */
@Injectable()
export class ReportJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly handIns: HandIns,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Adds the next version and answers its number. It meets the short obligation of a return when one is open, otherwise
   * the report's own.
   */
  async addVersion(tx: EntityManager, version: NewVersion): Promise<number> {
    const { report, text, actor, receivedAt, channel, answers = [] } = version;
    const number = report.currentVersion + 1;
    const obligationId = openCorrectionOf(report) ?? report.obligationId;
    await insertRows(tx, 'report_version', [
      {
        id: this.ids.next(),
        report_id: report.id,
        number,
        content_hash: text.hash,
        received_at: receivedAt,
        registered_at: version.registeredAt,
        channel,
        basis: version.basis,
        obligation_id: obligationId,
        by_person_id: actor.personId,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        attachment_ids: JSON.stringify(version.attachmentIds),
        content: text.text,
        answers: answers.length === 0 ? null : JSON.stringify(answers),
      },
    ]);
    await this.attachments.handIn(tx, [...version.files, ...version.attachmentIds], version.registeredAt);
    await execute(
      tx,
      `UPDATE report SET state = 'submitted', current_version = ?, version = version + 1 WHERE id = ?`,
      [number, report.id],
    );
    await this.handIns.meet(tx, {
      obligationId,
      metAt: receivedAt,
      channel,
      metBy: actor.appointmentId,
      recordId: report.id,
    });
    return number;
  }

  /** Writes the audit entry, and leaves the event in the outbox when somebody is to hear of it. */
  async record(tx: EntityManager, { actor, report, action, detail, now }: ReportEvent): Promise<void> {
    const { id, groupId, unitId, period } = report;
    await this.audit.record(tx, {
      actor,
      groupId,
      action: `report.${action}`,
      subject: { kind: 'report', id },
      detail: { unitId, period, ...detail },
    });
    const topic = EVENTS[action];
    if (topic === null) return;
    await this.outbox.add(tx, {
      topic,
      payload: {
        reportId: id,
        groupId,
        unitId,
        unitName: report.unitName,
        period,
        obligationId: report.obligationId,
        byUnit: actor.unitName,
        at: now,
        ...detail,
      },
    });
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
