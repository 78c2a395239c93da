import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  applyChanges,
  decideAction,
  fieldsOf,
  parseDraftChanges,
  progressOf,
  type DraftChange,
  type DraftView,
  type MergedDraft,
  type ReportContent,
  type ReportForm,
  type ReviewRemark,
} from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { execute, insertRows, placesFor, rowsIn, Transactions } from '../../platform/database';
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
   * wrote something else, that stays; both texts go into the draft's history, and this device's comes back as a
   * conflict. The one that is chosen leaves the history. Harmless to repeat. After a return only what was sent back changes; what a device still held for another
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
      await this.keepUnchosen(tx, { id, merged, changes, draft, device: edit.device, actor, now });
      const conflicts = merged.conflicts.map((conflict) => ({
        ...conflict,
        theirDevice: draft.device,
        theirAt: draft.savedAt ?? now,
      }));
      return { ...saved, conflicts };
    });
  }

  private async formOf(tx: EntityManager, report: LockedReport): Promise<ReportForm> {
    return (await this.years.required(report.groupId, report.period, tx)).form;
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
      readonly changes: readonly DraftChange[];
      readonly draft: DraftRow;
      readonly device: string;
      readonly actor: Actor;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { id, merged, changes, draft, device, actor, now } = lost;
    const kept = await rowsIn<KeptText>(tx, 'SELECT id, path, value FROM report_draft_history WHERE report_id = ?', [
      id,
    ]);
    await forgetChosen(tx, kept, changes, merged.content);
    const known = new Set(kept.map((row) => `${row.path} ${row.value}`));
    const rows = unchosenIn(merged, { mine: device, theirs: draft.device })
      .filter(({ path, value }) => !known.has(`${path} ${value}`))
      .map((text) => ({
        id: this.ids.next(),
        report_id: id,
        ...text,
        by_appointment_id: actor.appointmentId,
        at: now,
      }));
    await insertRows(tx, 'report_draft_history', rows);
  }
}

interface KeptText {
  readonly id: string;
  readonly path: string;
  readonly value: string;
}

/** Both texts of a difference, since nobody has chosen yet, and what was locked; an entry that was taken away has no text. */
function unchosenIn(merged: MergedDraft, devices: { readonly mine: string; readonly theirs: string }) {
  const textsOf = ({ path, mine }: { readonly path: string; readonly mine: unknown }) => ({
    path,
    value: JSON.stringify(mine ?? null),
    device: devices.mine,
  });
  const theirs = merged.conflicts.flatMap(({ path, theirs: text }) =>
    text === null ? [] : [{ path, value: JSON.stringify(text), device: devices.theirs }],
  );
  return [...merged.conflicts.map(textsOf), ...theirs, ...merged.locked.map(textsOf)];
}

/** A kept text that was chosen after all stands in the draft, and is not among the unchosen ones any more. */
async function forgetChosen(
  tx: EntityManager,
  kept: readonly KeptText[],
  changes: readonly DraftChange[],
  content: ReportContent,
): Promise<void> {
  const now = fieldsOf(content);
  const isChosen = ({ path, value }: KeptText) =>
    changes.some((change) => change.path === path) && JSON.stringify(now.get(path) ?? null) === value;
  const chosen = kept.filter((row) => isChosen(row)).map((row) => row.id);
  if (chosen.length === 0) return;
  await execute(tx, `DELETE FROM report_draft_history WHERE id IN (${placesFor(chosen)})`, chosen);
}

/** What locks the rest of a returned report; nothing does when what was returned had no content here. */
async function remarksOf(tx: EntityManager, reportId: string, form: ReportForm): Promise<readonly ReviewRemark[]> {
  return (await returnedIn(tx, reportId, form))?.remarks ?? [];
}
