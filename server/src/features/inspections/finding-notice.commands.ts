import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideFinding, noticeFrom, type FindingNotice } from '@jiannuo/shared/inspections';
import { noticeNumber, type NoticeStanding } from '@jiannuo/shared/supervision';
import { rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { DraftCommands } from '../supervision';
import { allowed, lockFinding } from './inspection.lock';
import { situationFor } from './release.steps';

/** What becomes of a finding that its unit has been told of. */
@Injectable()
export class FindingNoticeCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: DraftCommands,
  ) {}

  /**
   * Drafts a notice (预警提示, 督办单) with what a released finding says; a person completes and issues it, or does not.
   * Of each kind one at a time: while it stands, it is named instead of drafted anew.
   */
  draft(actor: Actor, id: string, kind: FindingNotice): Promise<NoticeStanding> {
    return this.transactions.run(async (tx, now) => {
      const finding = await lockFinding(tx, actor, id);
      allowed(decideFinding('draft-notice', { ...situationFor(actor, finding), now }));
      await refuseSecond(tx, id, kind);
      return this.notices.draftIn(tx, actor, { kind, content: noticeFrom(finding, finding), correctsId: null }, now);
    });
  }
}

async function refuseSecond(tx: EntityManager, id: string, kind: FindingNotice): Promise<void> {
  const [there] = await rowsIn<{ readonly year: number; readonly number: number | null }>(
    tx,
    `SELECT year, number FROM supervision_notice
     WHERE link_id = ? AND kind = ? AND state IN ('draft', 'checking', 'checked', 'issued')`,
    [id, kind],
  );
  if (there === undefined) return;
  throw DomainError.conflict('inspections.notice-there', { title: noticeNumber(kind, there.year, there.number) });
}
