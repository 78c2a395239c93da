import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { Database, placesFor } from '../../platform/database';
import { SubjectKinds, type Letter, type MessageFacts, type SubjectKind } from '../../platform/notifications';
import { GroupYears } from '../obligations';

/** What deliveries of urgent matters are about. */
export const MATTER_SUBJECT = 'matter';
/** What a message calls it: its own words stay inside. */
export const URGENT_TITLE = '紧急协调事项';
/** The page that a tap on a message opens; opening the notice there is the receipt. */
const NOTICE_PAGE = 'pages/notice/index';

/** Tells the courier about urgent matters: which are still open, and what to write, in fixed neutral words. */
@Injectable()
export class MatterSubject implements SubjectKind, OnModuleInit {
  constructor(
    private readonly kinds: SubjectKinds,
    private readonly database: Database,
    private readonly years: GroupYears,
  ) {}

  onModuleInit(): void {
    this.kinds.register(MATTER_SUBJECT, this);
  }

  async stillWanted(groupId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const sql = `SELECT id FROM matter WHERE group_id = ? AND state <> 'closed' AND id IN (${placesFor(ids)})`;
    const rows = await this.database.rows<{ id: string }>(sql, [groupId, ...ids]);
    return new Set(rows.map(({ id }) => id));
  }

  nextSendingAt(groupId: string, now: Instant): Promise<Instant> {
    return this.years.nextSendingAt(groupId, now);
  }

  write({ subjects, recipient, noticeId }: Letter): { readonly facts: MessageFacts; readonly page: string | null } {
    const [{ title, dueAt }] = subjects;
    const facts = { what: title, unit: recipient.unitName, at: dueAt, isDueTime: false, number: '' };
    return {
      facts: { ...facts, state: '待答复', remark: '打开看，能答复的请即时答复' },
      page: noticeId === null ? null : `${NOTICE_PAGE}?id=${noticeId}`,
    };
  }
}
