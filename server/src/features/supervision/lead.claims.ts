import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { noticeNumber, ruleOf, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { InboxClaims } from '../../platform/notifications';
import { LeadWaiting } from './lead.waiting';
import { waitingWords } from './news.words';
import { known } from './supervision.lock';

/** How many of each kind an inbox names; the rest stand in the list of notices. */
const MOST = 100;

interface Draft {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly state: 'proposed' | 'checking' | 'checked';
  readonly isConfidential: boolean;
  /** The unit of a proposal; null of every other draft. */
  readonly unitName: string | null;
}

/**
 * Tells the inbox of an officer of the lead unit what waits: proposals of the ladder, drafts that another one wrote, to be
 * checked, checked ones to be issued, feedback to be reviewed, extensions asked for. Of what is confidential only a
 * proposal stands here, in neutral words; the rest is left to its own notice.
 */
@Injectable()
export class LeadClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly waiting: LeadWaiting,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of(actor: Actor): Promise<readonly ClaimView[]> {
    if (actor.role !== 'lead-officer') return [];
    return [...(await this.draftsOf(actor)), ...(await this.reviewsOf(actor))];
  }

  private async draftsOf(actor: Actor): Promise<readonly ClaimView[]> {
    const { where, parameters } = known(actor);
    const rows = await this.database.rows<Draft>(
      `SELECT n.id, n.kind, n.title, n.state, n.is_confidential AS isConfidential, u.name AS unitName
       FROM supervision_notice n
       LEFT JOIN obligation o ON o.id = n.link_id AND n.state = 'proposed' LEFT JOIN unit u ON u.id = o.unit_id
       WHERE ${where} AND (n.state = 'proposed' OR (n.is_confidential = ?
         AND (n.state = 'checked' OR (n.state = 'checking' AND n.writer_person_id <> ?))))
       ORDER BY n.moved_at LIMIT ${String(MOST)}`,
      [...parameters, false, actor.personId],
    );
    return rows.map(claimOf);
  }

  private async reviewsOf({ groupId }: Actor): Promise<readonly ClaimView[]> {
    const tickets = await this.waiting.of(groupId, MOST);
    return tickets.map((ticket) => {
      const { id, title, unitName, kind, year, number, leadDueAt: dueAt } = ticket;
      const about = [unitName, noticeNumber(kind, year, number), waitingWords(ticket)].join('　');
      return { targets: [{ kind: 'ticket', id }], title, about, dueAt };
    });
  }
}

const DRAFT_WORDS: Readonly<Record<Draft['state'], string>> = {
  proposed: '等您看',
  checking: '等您核对',
  checked: '已核对，等签发',
};

function claimOf({ id, kind, title, state, isConfidential, unitName }: Draft): ClaimView {
  const targets = [{ kind: 'notice', id }] as const;
  if (isConfidential) return { targets, title: '有一件限知悉的件', about: DRAFT_WORDS[state], dueAt: null };
  const name = ruleOf(kind).title;
  const what = state === 'proposed' ? `建议${name}` : name;
  return { targets, title, about: [unitName ?? [], what, DRAFT_WORDS[state]].flat().join('　'), dueAt: null };
}
