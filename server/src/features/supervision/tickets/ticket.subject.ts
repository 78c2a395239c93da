import { Injectable, type OnModuleInit } from '@nestjs/common';
import { remaining } from '@jiannuo/shared/kernel';
import { Database, placesFor } from '../../../platform/database';
import { SubjectKinds, type Letter, type SubjectKind } from '../../../platform/notifications';
import { GroupYears } from '../../obligations';
import { waitsForLead } from './ticket.queries';
import { isShaken } from '../waiting/reader.asks';

/** What deliveries of this feature are about: a ticket that its unit is told of, urged about, or that the lead unit has to review. */
export const TICKET_SUBJECT = 'ticket';
export const URGE_SUBJECT = 'ticket-urge';
export const REVIEW_SUBJECT = 'ticket-review';
/** Of which tickets each is still worth a message. */
const WANTED = {
  [TICKET_SUBJECT]: "state IN ('to-sign', 'returned')",
  [URGE_SUBJECT]: `state IN ('to-sign', 'working', 'returned') AND NOT ${isShaken('supervision_ticket.notice_id')}`,
  [REVIEW_SUBJECT]: waitsForLead('supervision_ticket'),
} as const;
/** The page that a tap on a message opens; opening the notice there is the receipt. */
const NOTICE_PAGE = 'pages/notice/index';
const TICKET_PAGE = 'pages/supervision/ticket/index';

/** Tells the courier about tickets: which still wait for somebody, and what to write, in fixed neutral words. */
@Injectable()
export class TicketSubject implements OnModuleInit {
  constructor(
    private readonly kinds: SubjectKinds,
    private readonly database: Database,
    private readonly years: GroupYears,
  ) {}

  onModuleInit(): void {
    for (const [name, wanted] of Object.entries(WANTED)) {
      this.kinds.register(name, {
        stillWanted: (groupId, ids) => this.wantedAmong(groupId, ids, wanted),
        nextSendingAt: (groupId, now) => this.years.nextSendingAt(groupId, now),
        write,
      });
    }
  }

  private async wantedAmong(groupId: string, ids: readonly string[], wanted: string): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM supervision_ticket WHERE group_id = ? AND ${wanted} AND id IN (${placesFor(ids)})`,
      [groupId, ...ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function write({ subjects, recipient, noticeId, purpose, now }: Letter): ReturnType<SubjectKind['write']> {
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
  return { facts, page: noticeId === null ? `${TICKET_PAGE}?id=${first.id}` : `${NOTICE_PAGE}?id=${noticeId}` };
}

/** 督办单〔2022〕3号 as a field that takes no Chinese shows it: 2022-3. */
function plainNumber(title: string): string {
  return (/〔(\d{4})〕(\d+)号/.exec(title) ?? []).slice(1).join('-');
}
