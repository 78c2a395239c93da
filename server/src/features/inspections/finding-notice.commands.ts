import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideFinding, findingNotices, noticeFrom, type FindingNotice } from '@jiannuo/shared/inspections';
import { noticeNumber, type NoticeStanding } from '@jiannuo/shared/supervision';
import { Database, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { DraftCommands } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import { historyWhere } from './history';
import { allowed, lockFinding } from './inspection.lock';
import { situationFor } from './release.steps';

interface Second {
  readonly year: number;
  readonly number: number | null;
}

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
      await refuseSecond(tx, actor, id, kind);
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

/** Of what the asker may not know of he is told nothing, not even that it is there: his draft stands beside it. */
async function refuseSecond(tx: EntityManager, actor: Actor, id: string, kind: FindingNotice): Promise<void> {
  const [there] = await rowsIn<Second>(
    tx,
    `SELECT n.year, n.number FROM supervision_notice n
     WHERE n.link_id = ? AND n.kind = ? AND n.state IN ('draft', 'checking', 'checked', 'issued')
       AND (n.is_confidential = ? OR EXISTS (SELECT 1 FROM supervision_reader r
         WHERE r.notice_id = n.id AND r.appointment_id = ?))`,
    [id, kind, false, actor.appointmentId],
  );
  if (there === undefined) return;
  throw DomainError.conflict('inspections.notice-there', { title: noticeNumber(kind, there.year, there.number) });
}
