import { Injectable, type OnModuleInit } from '@nestjs/common';
import { beijingDate, remaining, type Instant } from '@jiannuo/shared/kernel';
import { nextSendingInstant } from '@jiannuo/shared/obligations';
import { Database } from '../../platform/database';
import { SubjectKinds, type Letter, type MessageFacts, type SubjectKind } from '../../platform/notifications';
import { GroupQueries } from '../people';

/** What deliveries of this feature are about. */
export const TICKET_SUBJECT = 'ticket';
/** The page that a tap on a message opens; opening the notice there is the receipt. */
const NOTICE_PAGE = 'pages/notice/index';

/** Tells the courier about tickets: which still wait for their unit, and what to write, in fixed neutral words. */
@Injectable()
export class TicketSubject implements SubjectKind, OnModuleInit {
  constructor(
    private readonly kinds: SubjectKinds,
    private readonly database: Database,
    private readonly groups: GroupQueries,
  ) {}

  onModuleInit(): void {
    this.kinds.register(TICKET_SUBJECT, this);
  }

  async stillWanted(groupId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM supervision_ticket WHERE group_id = ? AND state IN ('to-sign', 'returned')
         AND id IN (${ids.map(() => '?').join(', ')})`,
      [groupId, ...ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async nextSendingAt(groupId: string, now: Instant): Promise<Instant> {
    const year = await this.groups.groupYear(groupId, Number(beijingDate(now).slice(0, 4)));
    return year === null ? now : nextSendingInstant(now, year.settings.calendar, year.settings.workingHours);
  }

  write({ subjects, recipient, noticeId, purpose, now }: Letter): {
    readonly facts: MessageFacts;
    readonly page: string | null;
  } {
    const [first] = subjects;
    const facts = {
      what: first.title,
      unit: recipient.unitName,
      // A warning's template asks when the warning was given, an order's by when it is to be handled.
      at: purpose === 'warning' ? now : first.dueAt,
      isDueTime: purpose !== 'warning',
      state: '待办理',
      remark: remaining(first.dueAt, now).text,
      number: plainNumber(first.title),
    };
    return { facts, page: noticeId === null ? null : `${NOTICE_PAGE}?id=${noticeId}` };
  }
}

/** 督办单〔2022〕3号 as a field that takes no Chinese shows it: 2022-3. */
function plainNumber(title: string): string {
  return (/〔(\d{4})〕(\d+)号/.exec(title) ?? []).slice(1).join('-');
}
