import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { noticeNumber, ruleOf, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';
import { OrphanedNotices } from '../clues/orphans';
import { LeadWaiting, type WaitingTicket } from './lead.waiting';
import { waitingWords } from '../news/news.words';
import { asksReader, IS_SHAKEN } from './reader.asks';
import { known } from '../supervision.lock';

/** How many of each kind an inbox names; the rest stand in the list of notices. */
const MOST = 100;

interface Draft {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly state: 'proposed' | 'checking' | 'checked' | 'draft' | 'issued';
  readonly findingClearedAt: Instant | null;
  readonly isConfidential: boolean;
  readonly isShaken: boolean | number;
  /** The unit of a proposal; null of every other draft. */
  readonly unitName: string | null;
}

/**
 * Tells the inbox of an officer of the lead unit what waits: proposals of the ladder, drafts that another one wrote, to be
 * checked, checked ones to be issued, his own that were sent back, issued ones that stand on nothing or that nobody reads,
 * feedback to be reviewed, extensions asked for; a notice of which several units wait in one line. What is confidential
 * stands here by its number alone.
 */
@Injectable()
export class LeadClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly waiting: LeadWaiting,
    private readonly orphans: OrphanedNotices,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of(actor: Actor): Promise<readonly ClaimView[]> {
    if (actor.role !== 'lead-officer') return [];
    return [...(await this.draftsOf(actor)), ...(await this.reviewsOf(actor)), ...(await this.orphansOf(actor))];
  }

  private async draftsOf(actor: Actor): Promise<readonly ClaimView[]> {
    const [may, asks] = [known(actor), asksReader(actor)];
    const rows = await this.database.rows<Draft>(
      `SELECT n.id, n.kind, n.year, n.number, n.title, n.state, n.is_confidential AS isConfidential,
         n.finding_cleared_at AS findingClearedAt, u.name AS unitName, ${IS_SHAKEN} AS isShaken
       FROM supervision_notice n
       LEFT JOIN obligation o ON o.id = n.link_id AND n.state = 'proposed' LEFT JOIN unit u ON u.id = o.unit_id
       WHERE ${may.where} AND ${asks.where} ORDER BY n.moved_at LIMIT ${String(MOST)}`,
      [...may.parameters, ...asks.parameters],
    );
    return rows.map(claimOf);
  }

  /** That there is a confidential notice which nobody here may know of: no more than that, and to everybody. */
  private async orphansOf({ groupId }: Actor): Promise<readonly ClaimView[]> {
    if ((await this.orphans.of(groupId)).length === 0) return [];
    return [
      {
        targets: [{ kind: 'none', id: 'orphans' }],
        title: '有限知悉的件，本单位没有知悉人了',
        about: '请分管领导指定一人，由管理员登记',
        dueAt: null,
      },
    ];
  }

  private async reviewsOf({ groupId }: Actor): Promise<readonly ClaimView[]> {
    const byNotice = new Map<string, WaitingTicket[]>();
    for (const ticket of await this.waiting.of(groupId, MOST)) {
      byNotice.set(ticket.noticeId, [...(byNotice.get(ticket.noticeId) ?? []), ticket]);
    }
    return [...byNotice.values()].flatMap(([first, ...others]) => (first === undefined ? [] : reviewOf(first, others)));
  }
}

/** Where one unit waits, its ticket opens; where several do, their notice. */
function reviewOf(first: WaitingTicket, others: readonly WaitingTicket[]): ClaimView {
  const { id, noticeId, title, unitName, kind, year, number } = first;
  const all = [first, ...others];
  const name = noticeNumber(kind, year, number);
  const about = others.length === 0 ? [unitName, name, waitingWords(first)] : [name, `${String(all.length)}家等您看`];
  const tickets = all.map((ticket) => ({ kind: 'ticket', id: ticket.id }) as const);
  return {
    targets: others.length === 0 ? [{ kind: 'ticket', id }] : [{ kind: 'notice', id: noticeId }, ...tickets],
    title,
    about: about.join('　'),
    dueAt: all.flatMap(({ leadDueAt }) => leadDueAt ?? []).sort()[0] ?? null,
  };
}

const DRAFT_WORDS: Readonly<Record<Draft['state'], string>> = {
  proposed: '等您看',
  checking: '等您核对',
  checked: '已核对，等签发',
  draft: '退回起草，等您改',
  issued: '知悉人已不在岗，等您换人',
};

function draftWords({ state, findingClearedAt, isShaken }: Draft): string {
  if (findingClearedAt !== null) return state === 'issued' ? '要更正或作废' : '不能再发，请办“不发了”';
  return Number(isShaken) === 1 ? '依据有变化，等您定' : DRAFT_WORDS[state];
}

function claimOf(draft: Draft): ClaimView {
  const { id, kind, year, number, title, state, isConfidential, unitName } = draft;
  const targets = [{ kind: 'notice', id }] as const;
  const cited = number === null ? null : noticeNumber(kind, year, number);
  if (isConfidential) return { targets, title: cited ?? '有一件限知悉的件', about: draftWords(draft), dueAt: null };
  const name = cited ?? ruleOf(kind).title;
  const what = state === 'proposed' ? `建议${name}` : name;
  return { targets, title, about: [unitName ?? [], what, draftWords(draft)].flat().join('　'), dueAt: null };
}
