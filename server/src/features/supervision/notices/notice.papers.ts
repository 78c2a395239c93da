import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  paperOf,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeView,
  type Paper,
  type PaperFacts,
} from '@jiannuo/shared/supervision';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { NoticeChain } from './notice.chain';
import { namesOf } from '../drafting/notice.texts';

/** A notice as its reader may know of it. */
export interface PaperAsked {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly number: number | null;
  readonly content: NoticeContent;
  readonly isConfidential: boolean;
  readonly correctsId: string | null;
  readonly issuedAt: Instant | null;
  /** What an issued clue rested on, as it was kept; null of every other, and of older ones. */
  readonly issuedChain: string | null;
  /** To whom of its addressees this paper is addressed. */
  readonly addressees: NoticeContent['addressees'];
  /** Set on one unit's paper: which it is, and when it signed for it. */
  readonly unit: { readonly id: string; readonly signedAt: Instant | null } | null;
  readonly now: Instant;
}

/** What a notice refers to, and its paper. */
export type NoticePaper = Pick<
  NoticeView,
  'about' | 'chain' | 'circulars' | 'since' | 'corrects' | 'correctedBy' | 'paper'
>;

type Before = Pick<NoticePaper, 'chain' | 'circulars' | 'since'>;

/** Reads what a notice refers to, and draws up its paper (公文样式) with the full names of its units. */
@Injectable()
export class NoticePapers {
  constructor(
    private readonly database: Database,
    private readonly chain: NoticeChain,
  ) {}

  /** All of it as the actor may know of it; the caller has asked whether he may know of the notice. */
  async of(actor: Actor, asked: PaperAsked): Promise<NoticePaper> {
    const { id, content, correctsId, isConfidential } = asked;
    const [about, before, corrects, correctedBy] = await Promise.all([
      this.chain.aboutOf(actor, content, isConfidential),
      this.beforeOf(actor, asked),
      this.chain.one(actor, correctsId),
      this.chain.correctionOf(actor, id),
    ]);
    const facts = {
      ...before,
      about: about === null ? '' : `${about.unitName}${about.title}`,
      corrects: corrects?.number ?? null,
    };
    return { about, ...before, corrects, correctedBy, paper: await this.paper(actor, asked, facts) };
  }

  /** What was issued before and named of it, the earliest first. A unit reads that of a clue alone. */
  private async beforeOf(actor: Actor, asked: PaperAsked): Promise<Before> {
    const { id, kind, content, issuedAt, issuedChain, unit, now } = asked;
    if (ruleOf(kind).accuses === true) return this.chain.ofClue(actor, { id, content, issuedAt, issuedChain, now });
    if (unit !== null) return { chain: [], circulars: [], since: [] };
    const handling = content.addressees.filter(({ part }) => part !== 'copy').map(({ unitId }) => unitId);
    const chain = await this.chain.before(actor, content.earlierId, handling);
    return { chain, circulars: await this.chain.circularsOf(actor, id, chain, issuedAt ?? now), since: [] };
  }

  private async paper(
    { groupId }: Actor,
    { kind, number, content, addressees, issuedAt, unit, now }: PaperAsked,
    facts: Pick<PaperFacts, 'chain' | 'circulars' | 'about' | 'corrects'>,
  ): Promise<Paper> {
    const accusedIds = content.accusedIds ?? [];
    const [group, names] = await Promise.all([
      this.groupOf(groupId),
      namesOf(this.database, [...addressees.map(({ unitId }) => unitId), ...accusedIds], 'full_name'),
    ]);
    const nameOf = (unitId: string): string => names.get(unitId) ?? '';
    return paperOf({
      ...{ kind, content, number, issuedAt, now },
      ...facts,
      ...group,
      parties: addressees.map(({ unitId, part }) => ({ name: nameOf(unitId), part })),
      accused: accusedIds.map(nameOf),
      signed: unit?.signedAt == null ? null : { name: nameOf(unit.id), at: unit.signedAt },
    });
  }

  private async groupOf(groupId: string): Promise<Pick<PaperFacts, 'issuer' | 'leadUnit'>> {
    const group = await this.database.row<{ readonly issuer: string; readonly leadUnit: string | null }>(
      `SELECT g.name AS issuer, u.full_name AS leadUnit FROM working_group g
       LEFT JOIN unit u ON u.group_id = g.id AND u.kind = 'lead' WHERE g.id = ?`,
      [groupId],
    );
    const issuer = group?.issuer ?? '';
    return { issuer, leadUnit: group?.leadUnit ?? issuer };
  }
}
