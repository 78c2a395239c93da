import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { noticeNumber } from '@jiannuo/shared/supervision';
import { Database, rowsIn } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { chainIn } from '../notices/notice.chain';
import { PriorQueries } from './prior.queries';
import { restingOn } from './resting';
import { SupervisionJournal, type Doer } from '../supervision.journal';
import type { LockedNotice } from '../supervision.lock';

/** What issued notices rest on fell away. */
export interface GoneGround {
  readonly actor: Doer;
  readonly groupId: string;
  /** The notice or the item of a circular. */
  readonly id: string;
  /** What became of it, in words that whoever has those may read. */
  readonly words: string;
  readonly now: Instant;
}

/** How an issued notice ends; the last is not its own end, but that of what it stands on. */
export type Ending = 'void' | 'correct' | 'delist' | 'finding-cleared';

const END_WORDS: Readonly<Record<Ending, string>> = {
  void: '作废',
  correct: '已更正',
  delist: '已摘牌',
  'finding-cleared': '不用再办',
};

/** A notice was declared void or corrected, or stands on nothing any more. */
interface Ended extends Omit<GoneGround, 'actor' | 'groupId' | 'id' | 'words'> {
  readonly actor: Actor;
  readonly notice: Pick<LockedNotice, 'id'>;
  readonly action: Ending;
  readonly reason: string;
}

/** Keeps what a clue is sent with, and follows what becomes of what notices rest on. */
@Injectable()
export class ClueGrounds {
  constructor(
    private readonly database: Database,
    private readonly journal: SupervisionJournal,
    private readonly prior: PriorQueries,
  ) {}

  /** What a clue is sent with as it stands now, to be kept with it; null of every other notice. */
  async asSent(
    tx: EntityManager,
    { groupId, content: { dossier, accusedIds: unitIds = [] } }: LockedNotice,
    now: Instant,
  ): Promise<string | null> {
    if (dossier == null) return null;
    return JSON.stringify(chainIn(await this.prior.inDossier(groupId, { dossier, unitIds, asOf: now }, tx)));
  }

  /** A notice was wrong: it shakes those that rest on it. */
  async noticeEnded(tx: EntityManager, { actor, notice: { id }, action, reason, now }: Ended): Promise<void> {
    const sql = 'SELECT kind, year, number FROM supervision_notice WHERE id = ?';
    const [ended] = await rowsIn<Pick<LockedNotice, 'kind' | 'year' | 'number'>>(tx, sql, [id]);
    if (ended === undefined) return;
    const name = noticeNumber(ended.kind, ended.year, ended.number);
    const words = `${name}${END_WORDS[action]}。${reason}`;
    await this.shake(tx, { actor, groupId: actor.groupId, id, words, now });
  }

  /**
   * Notes on everything that rests on a record, and on its tickets, that this fell away. Whoever has it hears of it, and
   * the lead unit has to say whether it stands; until then the ladder goes no further on it. It belongs to the transaction
   * in which the record ends.
   */
  async shake(tx: EntityManager, ground: GoneGround): Promise<void> {
    await this.note(tx, ground, await restingOn(this.database, ground.groupId, [ground.id], tx));
  }

  /** The same of one notice of which what it is about fell away, and of everything that rests on that notice. */
  async shakeFrom(tx: EntityManager, ground: GoneGround): Promise<void> {
    const { groupId, id } = ground;
    await this.note(tx, ground, [id, ...(await restingOn(this.database, groupId, [id], tx))]);
  }

  private async note(
    tx: EntityManager,
    { actor, groupId, words, now }: GoneGround,
    noticeIds: readonly string[],
  ): Promise<void> {
    for (const noticeId of noticeIds) {
      await this.journal.recordWithTickets(tx, { actor, groupId, noticeId, action: 'shake', text: words, now });
    }
  }
}
