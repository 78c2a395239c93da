import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { quoted, type Instant } from '@jiannuo/shared/kernel';
import {
  allowedRowActions,
  checkReason,
  checkSaid,
  cutOffOf,
  decideRowAction,
  parseCompletion,
  withShown,
  type Completion,
  type LedgerRowView,
  type RowAction,
  type RowRequest,
  type RowSituation,
  type RowState,
  type ShownWork,
} from '@jiannuo/shared/ledger';
import { Attachments } from '../../platform/attachments';
import { Clock } from '../../platform/clock';
import { execute, lockRow, placesFor, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';
import { GroupYears, ReviewedMonths } from '../obligations';
import { completionOf, monthMeasureOf, ROW_SELECT, type RowRecord } from './ledger-rows';
import { LedgerJournal, rowVersion } from './ledger.journal';
import { allowed } from './ledger.refusals';

interface RowAuthor {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What one act makes of a row. */
interface Deed extends RowAuthor {
  readonly action: RowAction;
  readonly reason: string;
  readonly state: RowState;
  readonly completion: Completion;
}

/** What a county reads of the lead unit's word on a row. */
const SAID_OF_ROW: Readonly<Partial<Record<RowAction, string>>> = {
  return: '复核没认',
  'correct-done': '更正为完成',
  'correct-undone': '更正为没完成',
};

/** What units and the lead unit do with a month of a measure. */
@Injectable()
export class RowCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly journal: LedgerJournal,
    private readonly attachments: Attachments,
    private readonly reviewed: ReviewedMonths,
  ) {}

  /**
   * Does one act of the transition table (art. 9): 记录, 标成完成, 按计划推进, 改回, 没认, 更正. What the unit fills in is
   * saved with it. Refused when the row has changed since it was seen; every act adds a version. What the lead unit
   * decides of a row carries on the review that counted it.
   */
  act(actor: Actor, id: string, action: RowAction, request: RowRequest): Promise<LedgerRowView> {
    const reason = allowed(checkReason(action, request.reason ?? ''));
    const given = request.completion === undefined ? null : allowed(parseCompletion(request.completion));
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const row = await lockLedgerRow(tx, scopeOf(actor), id);
      const situation = await this.situationOf(tx, actor, row);
      const state = allowed(decideRowAction(action, situation));
      if (request.revision !== row.revision) throw DomainError.conflict('ledger.row-moved');
      const standing = monthMeasureOf(row);
      const completion = actor.role === 'liaison' && given !== null ? given : completionOf(standing);
      allowed(checkSaid(action, completion));
      await checkFiles(tx, row.rowUnitId, completion, standing);
      if (state === 'done') await this.attachments.handIn(tx, filesOf(completion), now);
      const next = await this.write(tx, row, { actor, action, reason, state, completion, now });
      await this.carryOn(tx, row, { actor, action, reason, now });
      return { ...monthMeasureOf(next), actions: allowedRowActions({ ...situation, state }) };
    });
  }

  /**
   * Adds what the unit's report shows for a row and the row does not say yet (M1), as a version of its own: evidence
   * beside what is there, and the figures of a ratio as reported (R35). Nothing happens where nothing is new or the month
   * is scored.
   */
  async addShown(tx: EntityManager, by: RowAuthor, id: string, shown: ShownWork): Promise<void> {
    const { actor, now } = by;
    const row = await lockLedgerRow(tx, scopeOf(actor), id);
    const standing = completionOf(monthMeasureOf(row));
    const completion = withShown(standing, shown);
    if (row.isScored || completion === standing) return;
    const deed = { actor, action: 'record', reason: '照月报补上', state: row.state, completion, now } as const;
    await this.write(tx, row, deed);
  }

  private async situationOf(tx: EntityManager, actor: Actor, row: RowRecord): Promise<RowSituation> {
    const { groupId, role } = actor;
    const { period, rowUnitId: unitId } = row;
    const year = await this.years.of(groupId, period, tx);
    const cutOff = year === null ? null : cutOffOf(year.settings, period);
    const isReviewed = await this.reviewed.isReviewed({ groupId, unitId, period }, tx);
    return { ...row, role, isScored: Boolean(row.isScored), isReviewed, cutOff };
  }

  /** What the lead unit says of a row reaches its month's review; beside a published month it stands, which 更正 alone changes. */
  private async carryOn(
    tx: EntityManager,
    { period, rowUnitId: unitId, title }: RowRecord,
    { actor, action, reason, now }: RowAuthor & Pick<Deed, 'action' | 'reason'>,
  ): Promise<void> {
    const said = SAID_OF_ROW[action];
    if (said === undefined) return;
    const moved = { actor, now, periods: [period], unitId, isFact: true };
    await this.reviewed.moved(tx, { ...moved, reason: `台账${quoted(title)}${said}：${reason}` });
  }

  private async write(tx: EntityManager, row: RowRecord, deed: Deed): Promise<RowRecord> {
    const { actor, action, reason, state, completion, now } = deed;
    const next: RowRecord = {
      ...row,
      ...completion,
      evidence: JSON.stringify(completion.evidence),
      ratio: completion.ratio === undefined ? null : JSON.stringify(completion.ratio),
      state,
      revision: row.revision + 1,
      returnedReason: returnedReasonOf(row, deed),
      changedAt: now,
    };
    await execute(
      tx,
      `UPDATE ledger_row SET state = ?, work = ?, result = ?, figure = ?, evidence = ?, ratio = ?, returned_reason = ?,
         revision = ?, changed_at = ? WHERE id = ?`,
      [
        ...[state, next.work, next.result, next.figure, next.evidence, next.ratio],
        ...[next.returnedReason, next.revision, now, row.rowId],
      ],
    );
    const act = { actor, groupId: actor.groupId, action, reason, now };
    const { rowId: subjectId, measureId, period } = row;
    await this.journal.addRevisions(tx, act, [
      { subjectId, measureId, period, number: next.revision, content: rowVersion(next) },
    ]);
    const detail = { unitId: row.rowUnitId, period, revision: next.revision };
    await this.journal.note(tx, act, { kind: 'ledger-row', id: subjectId }, detail);
    return next;
  }
}

/** Locks and reads a row. What is missing and what lies outside the scope look alike. */
export async function lockLedgerRow(tx: EntityManager, scope: Scope, id: string): Promise<RowRecord> {
  const { groupId, unitId } = checkedScope(scope);
  await lockRow(tx, 'ledger_row', id);
  const [row] = await rowsIn<RowRecord>(
    tx,
    `${ROW_SELECT} AND r.id = ? AND r.group_id = ? AND (? IS NULL OR r.unit_id = ?)`,
    [id, groupId, unitId, unitId],
  );
  if (row === undefined) throw DomainError.notFound('ledger.not-found');
  return row;
}

/** Why a row is not recognised: it stays until the unit marks it again or the lead unit says otherwise. */
function returnedReasonOf(row: RowRecord, { state, reason }: Pick<Deed, 'state' | 'reason'>): string {
  if (state !== 'returned') return '';
  return row.state === 'returned' ? row.returnedReason : reason;
}

function filesOf({ evidence }: Completion): readonly string[] {
  return evidence.flatMap(({ attachmentId }) => (attachmentId === null ? [] : [attachmentId]));
}

/** Refuses files that were never uploaded, or that are another unit's. What stood there already is not asked again. */
async function checkFiles(tx: EntityManager, unitId: string, next: Completion, standing: Completion): Promise<void> {
  const known = new Set(filesOf(standing));
  const fresh = [...new Set(filesOf(next))].filter((id) => !known.has(id));
  if (fresh.length === 0) return;
  const sql = `SELECT id FROM attachment WHERE unit_id = ? AND reserved_for = '' AND id IN (${placesFor(fresh)})`;
  const rows = await rowsIn<{ id: string }>(tx, sql, [unitId, ...fresh]);
  if (rows.length < fresh.length) throw DomainError.invalid('ledger.attachment-unknown');
}
