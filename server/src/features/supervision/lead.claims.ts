import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { noticeNumber, reviewDueAt, ruleOf, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { InboxClaims } from '../../platform/notifications';
import { SupervisionYears } from './supervision-years';
import { TICKETS, type TicketRecord } from './ticket.queries';

/** How many of each kind an inbox names; the rest stand in the list of notices. */
const MOST = 100;

interface Checked {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly state: 'checking' | 'checked';
}

/**
 * Tells the inbox of an officer of the lead unit what waits: drafts that another one wrote, to be checked, checked ones to
 * be issued, feedback to be reviewed, extensions asked for. What is confidential is left to the neutral words of its own notice.
 */
@Injectable()
export class LeadClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly years: SupervisionYears,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of(actor: Actor): Promise<readonly ClaimView[]> {
    if (actor.role !== 'lead-officer') return [];
    return [...(await this.draftsOf(actor)), ...(await this.reviewsOf(actor))];
  }

  private async draftsOf({ groupId, personId }: Actor): Promise<readonly ClaimView[]> {
    const rows = await this.database.rows<Checked>(
      `SELECT id, kind, title, state FROM supervision_notice
       WHERE group_id = ? AND is_confidential = ? AND (state = 'checked' OR (state = 'checking' AND writer_person_id <> ?))
       ORDER BY moved_at LIMIT ${String(MOST)}`,
      [groupId, false, personId],
    );
    return rows.map(({ id, kind, title, state }): ClaimView => {
      const about = `${ruleOf(kind).title}　${state === 'checked' ? '已核对，等签发' : '等您核对'}`;
      return { targets: [{ kind: 'notice', id }], title, about, dueAt: null };
    });
  }

  private async reviewsOf({ groupId }: Actor): Promise<readonly ClaimView[]> {
    const rows = await this.database.rows<TicketRecord>(
      `${TICKETS} WHERE t.group_id = ? AND (t.state = 'answered' OR t.asked_due_at IS NOT NULL)
         AND n.is_confidential = ? ORDER BY t.answered_at, t.id LIMIT ${String(MOST)}`,
      [groupId, false],
    );
    const claims: ClaimView[] = [];
    for (const row of rows) {
      const { id, title, unitName, kind, year, number } = row;
      const what = row.state === 'answered' ? '反馈等您复核' : '申请延期，等您答复';
      const about = [unitName, noticeNumber(kind, year, number), what].join('　');
      claims.push({ targets: [{ kind: 'ticket', id }], title, about, dueAt: await this.reviewDue(row) });
    }
    return claims;
  }

  private async reviewDue({ groupId, state, answeredAt }: TicketRecord): Promise<Instant | null> {
    if (state !== 'answered' || answeredAt === null) return null;
    return reviewDueAt(answeredAt, await this.years.clocksAt(groupId, answeredAt));
  }
}
