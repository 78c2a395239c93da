import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { SupervisionWaitingView } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { scopeOf, type Actor } from '../../../platform/identity';
import { SupervisionYears } from '../supervision-years';
import { leadDueAt, TICKETS, waitsForLead, type TicketRecord } from '../tickets/ticket.queries';

/** A ticket that waits for the lead unit, and by when it means to have dealt with it. */
export interface WaitingTicket extends TicketRecord {
  readonly leadDueAt: Instant | null;
}

/**
 * What waits for the lead unit among tickets `t` of notices `n`: answers to review, requests to answer. The states lead
 * along the index. Of what is confidential only its own notice tells.
 */
const WAITS = `t.group_id = ? AND t.state IN ('answered', 'to-sign', 'working', 'returned')
  AND ${waitsForLead('t')} AND n.is_confidential = ?`;

/** What units wait for: the lead unit's review of an answer (复核), its answer to a request for more time (答复). */
@Injectable()
export class LeadWaiting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: SupervisionYears,
  ) {}

  /** What waits in a group, the longest first, at most so many. */
  async of(groupId: string, most: number): Promise<readonly WaitingTicket[]> {
    const [clocks, rows] = await Promise.all([
      this.years.clocksAt(groupId, this.clock.now()),
      this.database.rows<TicketRecord>(
        `${TICKETS} WHERE ${WAITS}
         ORDER BY COALESCE(t.answered_at, t.asked_at), t.id LIMIT ${String(most)}`,
        [groupId, false],
      ),
    ]);
    return rows.map((row) => ({ ...row, leadDueAt: leadDueAt(row, clocks) }));
  }

  /** How much waits, for the lead unit's board. */
  async count(actor: Actor): Promise<SupervisionWaitingView> {
    const { groupId } = scopeOf(actor);
    const now = this.clock.now();
    const [clocks, rows] = await Promise.all([
      this.years.clocksAt(groupId, now),
      this.database.rows<Pick<TicketRecord, 'state' | 'answeredAt' | 'askedAt' | 'answerDueAt'>>(
        `SELECT t.state, t.answered_at AS answeredAt, t.asked_at AS askedAt, a.due_at AS answerDueAt
         FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
         LEFT JOIN obligation a ON a.id = t.answer_obligation_id WHERE ${WAITS}`,
        [groupId, false],
      ),
    ]);
    const reviews = rows.filter(({ askedAt }) => askedAt === null).length;
    const overdue = rows.filter((row) => {
      const dueAt = leadDueAt(row, clocks);
      return dueAt !== null && now >= dueAt;
    }).length;
    return { reviews, requests: rows.length - reviews, overdue };
  }
}
