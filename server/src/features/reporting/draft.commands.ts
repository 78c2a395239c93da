import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  applyChanges,
  decideAction,
  parseDraftChanges,
  progressOf,
  type DraftView,
  type MergedDraft,
  type ReportForm,
  type ReviewRemark,
} from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { attachmentIdsOf, checkAttachments } from './attachment-check';
import { textOf } from './content-text';
import { draftIn, openCorrectionOf, lockReport, type DraftRow, type LockedReport } from './report.lock';
import { allowed, refuseWaived } from './report.refusals';
import { returnedIn } from './returned-version';

/** What a device changed since the revision it last saw. */
export interface DraftEdit {
  readonly device: string;
  readonly changes: unknown;
}

/** Saves what officers type (M10). */
@Injectable()
export class DraftCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: GroupYears,
  ) {}

  /**
   * Merges a device's changes into the draft, field by field, by the value the device last saw. Where another device
   * wrote something else, that stays; the text of this device goes into the draft's history and comes back as a
   * conflict. Harmless to repeat. After a return only what was sent back changes; what a device still held for another
   * place goes into the history too, and holds nothing up.
   */
  save(actor: Actor, id: string, edit: DraftEdit): Promise<DraftView> {
    const changes = allowed(parseDraftChanges(edit.changes));
    return this.transactions.run(async (tx, now) => {
      const report = await lockReport(tx, scopeOf(actor), id);
      allowed(decideAction('edit', { ...report, role: actor.role, now }));
      refuseWaived(report);
      const draft = await draftIn(tx, id);
      const form = await this.formOf(tx, report);
      const remarks = openCorrectionOf(report) === null ? [] : await remarksOf(tx, id, form);
      const merged = allowed(applyChanges(draft.content, changes, form, remarks));
      const saved = await this.write(tx, { report, draft, merged, form, device: edit.device, now });
      await this.keepUnchosen(tx, { id, merged, device: edit.device, actor, now });
      const conflicts = merged.conflicts.map((conflict) => ({
        ...conflict,
        theirDevice: draft.device,
        theirAt: draft.savedAt ?? now,
      }));
      return { ...saved, conflicts };
    });
  }

  private async formOf(tx: EntityManager, report: LockedReport): Promise<ReportForm> {
    const year = await this.years.of(report.groupId, report.period, tx);
    if (year === null) throw DomainError.invalid('obligations.period-unknown');
    return year.form;
  }

  private async write(
    tx: EntityManager,
    edit: {
      readonly report: LockedReport;
      readonly draft: DraftRow;
      readonly merged: MergedDraft;
      readonly form: ReportForm;
      readonly device: string;
      readonly now: Instant;
    },
  ): Promise<Omit<DraftView, 'conflicts'>> {
    const { report, draft, merged, form, device, now } = edit;
    const { content } = merged;
    if (content === draft.content) return { revision: draft.revision, savedAt: draft.savedAt, content };
    const known = new Set(attachmentIdsOf(draft.content));
    const added = attachmentIdsOf(content).filter((attachment) => !known.has(attachment));
    await checkAttachments(tx, added, [report]);
    const { filled, total } = progressOf(content, form);
    await execute(
      tx,
      `UPDATE report_draft SET content = ?, revision = revision + 1, saved_at = ?, device = ?, filled = ?, total = ?
       WHERE report_id = ?`,
      [textOf(content).text, now, device, filled, total, report.id],
    );
    return { revision: draft.revision + 1, savedAt: now, content };
  }

  private async keepUnchosen(
    tx: EntityManager,
    lost: {
      readonly id: string;
      readonly merged: MergedDraft;
      readonly device: string;
      readonly actor: Actor;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { id, merged, device, actor, now } = lost;
    const unchosen = [...merged.conflicts, ...merged.locked];
    if (unchosen.length === 0) return;
    const kept = await rowsIn<{ path: string; value: string }>(
      tx,
      'SELECT path, value FROM report_draft_history WHERE report_id = ? AND device = ?',
      [id, device],
    );
    const known = new Set(kept.map((row) => `${row.path} ${row.value}`));
    const rows = unchosen
      .map(({ path, mine }) => ({ path, value: JSON.stringify(mine ?? null) }))
      .filter(({ path, value }) => !known.has(`${path} ${value}`))
      .map(({ path, value }) => ({
        id: this.ids.next(),
        report_id: id,
        path,
        value,
        device,
        by_appointment_id: actor.appointmentId,
        at: now,
      }));
    await insertRows(tx, 'report_draft_history', rows);
  }
}

/** What locks the rest of a returned report; nothing does when what was returned had no content here. */
async function remarksOf(tx: EntityManager, reportId: string, form: ReportForm): Promise<readonly ReviewRemark[]> {
  return (await returnedIn(tx, reportId, form))?.remarks ?? [];
}
