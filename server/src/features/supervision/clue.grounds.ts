import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { noticeNumber, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database, rowsIn, type SqlValue } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { SupervisionJournal } from './supervision.journal';
import { known } from './supervision.lock';

/** What an issued clue rests on fell away. */
export interface GoneGround {
  readonly actor: Actor;
  /** The notice, the item of a circular or the finding. */
  readonly id: string;
  /** What became of it, in words that the clue's readers may read. */
  readonly words: string;
  readonly now: Instant;
}

/** Issued clues that name a record as what they are about or what they rest on. */
const RESTING = `n.kind = 'clue' AND n.state = 'issued' AND INSTR(n.content, ?) > 0`;

function naming(id: string): SqlValue {
  return `"${id}"`;
}

/** Follows what issued clues rest on: whoever takes some of it back is warned, and their readers hear of it. */
@Injectable()
export class ClueGrounds {
  constructor(
    private readonly database: Database,
    private readonly journal: SupervisionJournal,
  ) {}

  /** The numbers of the clues that rest on a record and that the actor may know of; others are not there to him. */
  async restingOn(actor: Actor, id: string): Promise<readonly string[]> {
    const { where, parameters } = known(actor);
    const rows = await this.database.rows<{ kind: NoticeKind; year: number; number: number }>(
      `SELECT n.kind, n.year, n.number FROM supervision_notice n WHERE ${where} AND ${RESTING} ORDER BY n.issued_at`,
      [...parameters, naming(id)],
    );
    return rows.map(({ kind, year, number }) => noticeNumber(kind, year, number));
  }

  /**
   * Notes on every clue that rests on a record, and on its tickets, that this fell away. Their readers hear of it, and the
   * lead unit's have to say whether the clue stands. It belongs to the transaction in which the record ends.
   */
  async shake(tx: EntityManager, { actor, id, words, now }: GoneGround): Promise<void> {
    const { groupId } = actor;
    const clues = await rowsIn<{ id: string }>(
      tx,
      `SELECT n.id FROM supervision_notice n WHERE n.group_id = ? AND ${RESTING} ORDER BY n.id`,
      [groupId, naming(id)],
    );
    for (const { id: noticeId } of clues) {
      await this.journal.recordWithTickets(tx, { actor, groupId, noticeId, action: 'shake', text: words, now });
    }
  }
}
