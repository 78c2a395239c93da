import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  gatherDossier,
  lastOfDossier,
  priorIn,
  type Dossier,
  type NoticeContent,
  type Prior,
} from '@jiannuo/shared/supervision';
import { DomainError } from '../../../platform/http';
import { PriorQueries } from './prior.queries';
import type { LockedNotice } from '../supervision.lock';

/** What of a clue's text its dossier decides. */
type Settled = Pick<NoticeContent, 'dossier' | 'earlierId'>;

/** Settles what a clue rests on whenever it is written: gathered, or as its writer took out and added (art. 16). */
@Injectable()
export class Dossiers {
  constructor(private readonly prior: PriorQueries) {}

  /**
   * The dossier of this text with the notice that it follows. What its writer chose has to be what these units had; what
   * stood in the text before may stand on, whatever became of it.
   */
  async settle(
    tx: EntityManager,
    groupId: string,
    content: NoticeContent,
    { before, now }: { readonly before: LockedNotice | null; readonly now: Instant },
  ): Promise<Settled> {
    const prior = await this.prior.of(groupId, content.accusedIds ?? [], tx);
    const chosen = content.dossier?.isGathered === false ? content.dossier : null;
    if (chosen !== null) checkChosen(chosen, prior, before?.content.dossier ?? null);
    const dossier = chosen ?? gatherDossier(prior, content);
    return { dossier, earlierId: lastOfDossier(dossier, prior, now) };
  }
}

function checkChosen(chosen: Dossier, prior: Prior, before: Dossier | null): void {
  const named = priorIn(prior, chosen);
  const fit = [...named.notices, ...named.circulars].map(({ id }) => id);
  const known = new Set([...fit, ...(before?.noticeIds ?? []), ...(before?.circularIds ?? [])]);
  const ids = [...chosen.noticeIds, ...chosen.circularIds];
  if (!ids.every((id) => known.has(id))) throw DomainError.invalid('supervision.dossier-unfit');
}
