import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  isMetBy,
  noticeNumber,
  type ChainNotice,
  type CircularReference,
  type IssuedChain,
  type LinkView,
  type NoticeContent,
  type NoticeKind,
  type NoticeReference,
  type NoticeState,
  type NoticeView,
  type Prior,
  type PriorNotice,
} from '@jiannuo/shared/supervision';
import { Database, placesFor } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { CircularQueries } from '../circulars/circular.queries';
import { NoticeLinks } from '../drafting/notice.links';
import { PriorQueries } from '../clues/prior.queries';
import { known } from '../supervision.lock';
import { readIssuedChain } from './issued-chain';
import { openTicket } from '../tickets/ticket.deeds';

/** How far back a chain of prior notices is followed. */
const LONGEST = 12;
/** Of how many units it is told how each notice reached them. */
const MOST_UNITS = 20;

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly state: NoticeState;
  readonly issuedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly earlierId: string | null;
  readonly unmet: number | string;
  readonly clearedAt: Instant | null;
}

/** A clue with its text, and with what it rested on when it was issued, where that was kept. */
interface Clue {
  readonly id: string;
  readonly content: NoticeContent;
  readonly issuedAt: Instant | null;
  readonly issuedChain: string | null;
  readonly now: Instant;
}

const REFERENCES = `SELECT n.id, n.kind, n.year, n.number, n.title, n.state, n.issued_at AS issuedAt, n.due_at AS dueAt,
    n.held_at AS heldAt, n.earlier_id AS earlierId, n.finding_cleared_at AS clearedAt, (SELECT COUNT(*) FROM supervision_ticket t
      WHERE t.notice_id = n.id AND t.part <> 'copy' AND ${openTicket('t')}) AS unmet
  FROM supervision_notice n`;

/** Follows notices to those that they refer to. What the reader may not know of is left out as if it were not there. */
@Injectable()
export class NoticeChain {
  constructor(
    private readonly database: Database,
    private readonly circulars: CircularQueries,
    private readonly prior: PriorQueries,
    private readonly links: NoticeLinks,
  ) {}

  /** The prior notices, the earliest first, each with how it reached these units and what they did (art. 16). */
  async before(actor: Actor, earlierId: string | null, unitIds: readonly string[]): Promise<readonly ChainNotice[]> {
    const chain = await this.linkedTo(actor, earlierId);
    if (chain.length === 0) return [];
    const prior = await this.prior.of(actor.groupId, unitIds.slice(0, MOST_UNITS));
    const deliveries = new Map(prior.notices.map((notice) => [notice.id, notice.deliveries]));
    return chain.map((notice) => ({ ...notice, deliveries: deliveries.get(notice.id) ?? [] }));
  }

  /**
   * What a clue rests on, the earliest first: its dossier, or where an older one has none, what it followed. An issued one
   * keeps what it was sent with, and what became of that since stands beside.
   */
  async ofClue(actor: Actor, clue: Clue): Promise<Pick<NoticeView, 'chain' | 'circulars' | 'since'>> {
    const { content, issuedAt, issuedChain } = clue;
    const sent = issuedChain === null ? await this.restOf(actor, clue) : readIssuedChain(issuedChain);
    const named = [...sent.chain, ...sent.circulars].map(({ id }) => id);
    const since = issuedAt === null ? [] : await this.prior.since(named, content.accusedIds ?? [], issuedAt);
    return { ...sent, since };
  }

  private async restOf(actor: Actor, { content, id, issuedAt, now }: Clue): Promise<IssuedChain> {
    const unitIds = content.accusedIds ?? [];
    const asOf = issuedAt ?? now;
    if (content.dossier == null) {
      const chain = await this.before(actor, content.earlierId, unitIds);
      return { chain, circulars: await this.circularsOf(actor, id, chain, asOf) };
    }
    return chainIn(await this.prior.inDossier(actor.groupId, { dossier: content.dossier, unitIds, asOf }));
  }

  /** What a notice is about, for the lead unit; for another reader what of it is his unit's, or named in a clue for him. */
  async aboutOf(actor: Actor, { link }: NoticeContent, isConfidential: boolean): Promise<LinkView | null> {
    const { groupId, unitId, role } = actor;
    const isLead = role === 'lead-officer';
    const about = await this.links.view(groupId, link, isLead || isConfidential ? null : unitId);
    if (about === null || isLead || about.unitId === null || about.unitId === unitId) return about;
    return { ...about, record: null };
  }

  private async linkedTo(actor: Actor, earlierId: string | null): Promise<readonly NoticeReference[]> {
    const chain: NoticeReference[] = [];
    let id = earlierId;
    while (id !== null && chain.length < LONGEST) {
      const row = await this.read(actor, 'n.id = ?', id);
      if (row === null) break;
      // What corrects it stands in its place, and may be open where it is not.
      chain.unshift(referenceTo(row), ...(row.state === 'corrected' ? await this.correctionsOf(actor, row.id) : []));
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

  /** The issued corrections of one, and of those in turn, in their order. */
  private async correctionsOf(actor: Actor, id: string): Promise<readonly NoticeReference[]> {
    const correction = await this.correctionOf(actor, id);
    if (correction === null) return [];
    return [correction, ...(correction.state === 'corrected' ? await this.correctionsOf(actor, correction.id) : [])];
  }

  /** The notices that are about these records, the earliest first. */
  async about(actor: Actor, linkIds: readonly string[]): Promise<readonly NoticeReference[]> {
    if (linkIds.length === 0) return [];
    const { where, parameters } = known(actor);
    const condition = `n.link_id IN (${placesFor(linkIds)}) AND n.state <> 'discarded' AND ${where}`;
    const sql = `${REFERENCES} WHERE ${condition} ORDER BY n.created_at`;
    return (await this.database.rows<Row>(sql, [...linkIds, ...parameters])).map(referenceTo);
  }

  private read(actor: Actor, condition: string, id: string): Promise<Row | null> {
    const { where, parameters } = known(actor);
    const sql = `${REFERENCES} WHERE ${condition} AND ${where} ORDER BY n.issued_at LIMIT 1`;
    return this.database.row<Row>(sql, [id, ...parameters]);
  }
}

function referenceTo({ kind, year, number, unmet, clearedAt, ...row }: Row): NoticeReference {
  const { id, title, state, issuedAt, dueAt, heldAt } = row;
  const cleared = clearedAt === null ? {} : ({ isCleared: true } as const);
  const cited = noticeNumber(kind, year, number);
  return {
    id,
    number: cited,
    title,
    state,
    issuedAt,
    dueAt,
    isMet: Number(unmet) === 0,
    ...heldPart(heldAt),
    ...cleared,
  };
}

/** What a dossier names, the earliest first. */
export function chainIn({ notices, circulars }: Prior): IssuedChain {
  return { chain: notices.map(chained).reverse(), circulars: [...circulars].reverse() };
}

function chained(notice: PriorNotice): ChainNotice {
  const { id, number, title, state, issuedAt, dueAt, heldAt = null, deliveries, isShaken } = notice;
  const shaken = isShaken === true ? ({ isShaken } as const) : {};
  return {
    id,
    number,
    title,
    state,
    issuedAt,
    dueAt,
    ...heldPart(heldAt),
    isMet: isMetBy(deliveries),
    deliveries,
    ...shaken,
  };
}

/** What is kept of a clue stays as it was sent: only a talk says when it is held. */
function heldPart(heldAt: Instant | null): Pick<NoticeReference, 'heldAt'> {
  return heldAt === null ? {} : { heldAt };
}
