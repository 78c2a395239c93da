import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { paperOf, type NoticeContent, type Paper, type PaperFacts } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import { namesOf } from './notice.texts';

/** What whoever reads a notice may know of it; the names in full are looked up here. */
export interface PaperAsked extends Omit<
  PaperFacts,
  'content' | 'issuer' | 'leadUnit' | 'parties' | 'accused' | 'signed'
> {
  readonly groupId: string;
  readonly content: NoticeContent;
  /** To whom of its addressees the paper is addressed. */
  readonly addressees: NoticeContent['addressees'];
  /** Which of them signed for it, and when; null where none has, or where the paper is not one unit's. */
  readonly signed: { readonly unitId: string; readonly at: Instant } | null;
}

/** Draws up the paper of a notice (公文样式), with the full names of its units. */
@Injectable()
export class NoticePapers {
  constructor(private readonly database: Database) {}

  /** As whoever asks may read it: the caller says to whom it is addressed, and what it refers to. */
  async of({ groupId, addressees, signed, ...facts }: PaperAsked): Promise<Paper> {
    const accusedIds = facts.content.accusedIds ?? [];
    const [group, names] = await Promise.all([
      this.database.row<{ readonly issuer: string; readonly leadUnit: string | null }>(
        `SELECT g.name AS issuer, u.full_name AS leadUnit FROM working_group g
         LEFT JOIN unit u ON u.group_id = g.id AND u.kind = 'lead' WHERE g.id = ?`,
        [groupId],
      ),
      namesOf(this.database, [...addressees.map(({ unitId }) => unitId), ...accusedIds], 'full_name'),
    ]);
    const issuer = group?.issuer ?? '';
    return paperOf({
      ...facts,
      issuer,
      leadUnit: group?.leadUnit ?? issuer,
      parties: addressees.map(({ unitId, part }) => ({ name: names.get(unitId) ?? '', part })),
      accused: accusedIds.flatMap((unitId) => names.get(unitId) ?? []),
      signed: signed === null ? null : { name: names.get(signed.unitId) ?? '', at: signed.at },
    });
  }
}
