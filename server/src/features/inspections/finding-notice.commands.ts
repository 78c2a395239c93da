import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideFinding, findingNotices, noticeFrom, type FindingNotice } from '@jiannuo/shared/inspections';
import { noticeNumber, ruleOf, type NoticeStanding } from '@jiannuo/shared/supervision';
import { rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { DraftCommands } from '../supervision';
import { FindingQueries } from './finding.queries';
import { allowed, lockFinding } from './inspection.lock';
import { situationFor } from './release.steps';

/** What becomes of a finding that its unit has been told of. */
@Injectable()
export class FindingNoticeCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: DraftCommands,
    private readonly queries: FindingQueries,
  ) {}

  /**
   * Drafts a notice (预警提示, 督办单, of 瞒报 also 问题线索) with what a released finding says; a person completes and
   * issues it, or does not. Of each kind one at a time: while it stands, it is named instead of drafted anew.
   */
  async draft(actor: Actor, id: string, kind: FindingNotice): Promise<NoticeStanding> {
    const named = await this.queries.namesOf(actor, id);
    return this.transactions.run(async (tx, now) => {
      const finding = await lockFinding(tx, actor, id);
      allowed(decideFinding('draft-notice', { ...situationFor(actor, finding), now }));
      if (!findingNotices(finding, now).includes(kind)) {
        if (finding.concealedIn === null) throw DomainError.invalid('inspections.not-concealed');
        throw DomainError.invalid('inspections.not-heard');
      }
      // A clue is named to those alone who may know of it: another officer's draft of one says nothing of the first.
      if (!ruleOf(kind).isConfidential) await refuseSecond(tx, id, kind);
      const content = noticeFrom({ ...finding, ...named }, kind);
      return this.notices.draftIn(tx, actor, { kind, content, correctsId: null }, now);
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
