import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideFinding, findingNotices, noticeFrom, type FindingNotice } from '@jiannuo/shared/inspections';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { Database, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { DraftCommands } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import { noticeThere } from './finding-notice.there';
import { historyWhere } from './history';
import { allowed, lockFinding } from './inspection.lock';
import { situationFor } from './release.steps';

const STANDING = ['draft', 'checking', 'checked', 'issued'] as const;

/** What becomes of a finding that its unit has been told of. */
@Injectable()
export class FindingNoticeCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly notices: DraftCommands,
    private readonly concealed: ConcealedRecords,
  ) {}

  /**
   * Drafts a notice (预警提示, 督办单, of an upheld 瞒报 also 问题线索) with what a released finding says; a person completes
   * and issues it, or does not. Of each kind one at a time: while it stands, it is named instead.
   */
  draft(actor: Actor, id: string, kind: FindingNotice): Promise<NoticeStanding> {
    return this.transactions.run(async (tx, now) => {
      const finding = await lockFinding(tx, actor, id);
      allowed(decideFinding('draft-notice', { ...situationFor(actor, finding), now }));
      if (!findingNotices(finding.state).includes(kind)) {
        if (finding.concealedIn === null) throw DomainError.invalid('inspections.not-concealed');
        throw DomainError.invalid('inspections.not-upheld');
      }
      const there = await noticeThere(tx, actor, { findingId: id, kind, besideId: null, states: STANDING });
      if (there !== null) throw DomainError.conflict('inspections.notice-there', { title: there });
      const concealedTitle = await this.concealed.titleOf(tx, finding);
      const content = noticeFrom({ ...finding, concealedTitle, unitSays: await this.unitSays(tx, id) }, kind);
      return this.notices.draftIn(tx, actor, { kind, content, correctsId: null }, now);
    });
  }

  /** What the unit answered last; null where it has not. */
  private async unitSays(tx: EntityManager, id: string): Promise<string | null> {
    const history = await historyWhere(this.database, 'finding_id', id, tx);
    return history.filter(({ action }) => action === 'answer' || action === 'enter-answer').at(-1)?.text ?? null;
  }
}
