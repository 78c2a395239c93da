import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  noticeNumber,
  type CircularReference,
  type NoticeKind,
  type NoticeReference,
  type NoticeState,
} from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { CircularQueries } from './circular.queries';
import { known } from './supervision.lock';

/** How far back a chain of prior notices is followed. */
const LONGEST = 12;

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly state: NoticeState;
  readonly issuedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly earlierId: string | null;
  readonly unmet: number | string;
}

const REFERENCES = `SELECT n.id, n.kind, n.year, n.number, n.title, n.state, n.issued_at AS issuedAt, n.due_at AS dueAt,
    n.earlier_id AS earlierId, (SELECT COUNT(*) FROM supervision_ticket t
      WHERE t.notice_id = n.id AND t.part <> 'copy' AND t.state IN ('to-sign', 'working', 'answered', 'returned')) AS unmet
  FROM supervision_notice n`;

/** Follows notices to those that they refer to. What the reader may not know of is left out as if it were not there. */
@Injectable()
export class NoticeChain {
  constructor(
    private readonly database: Database,
    private readonly circulars: CircularQueries,
  ) {}

  /** The prior notices, the earliest first: the dossier of a clue (art. 16). */
  async before(actor: Actor, earlierId: string | null): Promise<readonly NoticeReference[]> {
    const chain: NoticeReference[] = [];
    let id = earlierId;
    while (id !== null && chain.length < LONGEST) {
      const row = await this.read(actor, 'n.id = ?', id);
      if (row === null) break;
      chain.unshift(referenceTo(row));
      id = row.earlierId;
    }
    return chain;
  }

  /** What circulars named of the matter of a notice and of those before it, until it was issued. */
  circularsOf(
    actor: Actor,
    noticeId: string,
    chain: readonly NoticeReference[],
    asOf: Instant,
  ): Promise<readonly CircularReference[]> {
    return this.circulars.inChain(actor.groupId, [noticeId, ...chain.map(({ id }) => id)], asOf);
  }

  /** One notice; null where there is none. */
  async one(actor: Actor, id: string | null): Promise<NoticeReference | null> {
    const row = id === null ? null : await this.read(actor, 'n.id = ?', id);
    return row === null ? null : referenceTo(row);
  }

  /** The issued notice that corrects one; null where none does. */
  async correctionOf(actor: Actor, id: string): Promise<NoticeReference | null> {
    const row = await this.read(actor, 'n.corrects_id = ? AND n.number IS NOT NULL', id);
    return row === null ? null : referenceTo(row);
  }

  /** The notices that are about these records, the earliest first. */
  async about(actor: Actor, linkIds: readonly string[]): Promise<readonly NoticeReference[]> {
    if (linkIds.length === 0) return [];
    const { where, parameters } = known(actor);
    const places = linkIds.map(() => '?').join(', ');
    const condition = `n.link_id IN (${places}) AND n.state <> 'discarded' AND ${where}`;
    const sql = `${REFERENCES} WHERE ${condition} ORDER BY n.created_at`;
    return (await this.database.rows<Row>(sql, [...linkIds, ...parameters])).map(referenceTo);
  }

  private read(actor: Actor, condition: string, id: string): Promise<Row | null> {
    const { where, parameters } = known(actor);
    const sql = `${REFERENCES} WHERE ${condition} AND ${where} ORDER BY n.issued_at LIMIT 1`;
    return this.database.row<Row>(sql, [id, ...parameters]);
  }
}

function referenceTo({ id, kind, year, number, title, state, issuedAt, dueAt, unmet }: Row): NoticeReference {
  return { id, number: noticeNumber(kind, year, number), title, state, issuedAt, dueAt, isMet: Number(unmet) === 0 };
}
