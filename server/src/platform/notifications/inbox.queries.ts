import { Injectable } from '@nestjs/common';
import type { InboxView, NoticeTarget, NoticeView } from '@jiannuo/shared/notifications';
import { Database } from '../database';
import { checkedScope, scopeOf, type Actor, type Scope } from '../identity';
import { InboxClaims } from './inbox.claims';

/** How many lines of each list a reader gets; older ones have had their time. */
const LONGEST_LIST = 100;

interface NoticeRow {
  readonly id: string;
  readonly list: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly sender: string;
  readonly target_kind: NoticeTarget;
  readonly target_id: string;
  readonly created_at: string;
  readonly opened_at: string | null;
  readonly settled_at: string | null;
  readonly lapsed_at: string | null;
}

/** Reads inboxes. */
@Injectable()
export class InboxQueries {
  constructor(
    private readonly database: Database,
    private readonly claims: InboxClaims,
  ) {}

  /** The actor's own inbox: what was told, and what waits. */
  async of(actor: Actor): Promise<InboxView> {
    const [notices, claims] = await Promise.all([
      this.noticesOf(scopeOf(actor), actor.appointmentId),
      this.claims.of(actor),
    ]);
    return { ...notices, claims };
  }

  /** One appointment's notices, latest first. What was asked for and is done or closed stands among the things to know. */
  async noticesOf(scope: Scope, appointmentId: string): Promise<Omit<InboxView, 'claims'>> {
    const { groupId } = checkedScope(scope);
    const own = [groupId, appointmentId];
    const columns = `id, list, kind, title, body, sender, target_kind, target_id, created_at, opened_at,
      settled_at, lapsed_at`;
    const read = (condition: string): Promise<NoticeRow[]> =>
      this.database.rows<NoticeRow>(
        `SELECT ${columns} FROM notice WHERE group_id = ? AND appointment_id = ? AND ${condition}
         ORDER BY created_at DESC, id DESC LIMIT ${String(LONGEST_LIST)}`,
        own,
      );
    // Each of the three is read along an index, so that years of news cost nothing.
    const [open, known, settled] = await Promise.all([
      read("list = 'to-do' AND settled_at IS NULL"),
      read("list = 'to-know'"),
      read("list = 'to-do' AND settled_at IS NOT NULL"),
    ]);
    const past = [...known, ...settled].sort(laterFirst).slice(0, LONGEST_LIST);
    return { toDo: latestOfEach(open).map(viewOfRow), toKnow: latestOfEach(past).map(viewOfRow) };
  }
}

function laterFirst(a: NoticeRow, b: NoticeRow): number {
  return `${a.created_at} ${a.id}` < `${b.created_at} ${b.id}` ? 1 : -1;
}

/** What leads to a page of many things, or to none, is no word about one thing. */
const PAGES: readonly NoticeTarget[] = ['none', 'ledger', 'ruling'];

/** Several reminders of one thing are one line: the latest. */
function latestOfEach(rows: readonly NoticeRow[]): readonly NoticeRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (PAGES.includes(row.target_kind)) return true;
    const key = `${row.target_kind} ${row.target_id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function viewOfRow(row: NoticeRow): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    from: row.sender,
    at: row.created_at,
    openedAt: row.opened_at,
    isUnread: row.opened_at === null && row.settled_at === null,
    isDone: row.settled_at !== null && row.lapsed_at === null,
    isMissed: row.lapsed_at !== null,
    target: { kind: row.target_kind, id: row.target_id },
  };
}
