import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type { Entry } from '@jiannuo/shared/reporting';
import type { Actor } from '../../platform/identity';
import type { AnsweredObligation } from './report.commands';

/** The self-scores that a unit sent by e-mail or on paper, as the lead unit copied them. */
export interface EnteredSheet {
  readonly actor: Actor;
  /** Locked, and not met yet. */
  readonly obligation: AnsweredObligation;
  readonly entry: Entry;
  readonly channel: Channel;
  readonly content: unknown;
  /** The first instant at which the unit may put it right no more. */
  readonly checkedUntil: Instant;
  readonly now: Instant;
}

/** The record that answers the obligation from now on. */
export interface KeptSheet {
  readonly recordId: string;
  readonly contentHash: string;
  /** Two places. */
  readonly total: string;
  /** Whether the unit may put it right itself for some days: not where the month was reviewed before. */
  readonly mayPutRight: boolean;
}
export type SheetKeeper = (tx: EntityManager, sheet: EnteredSheet) => Promise<KeptSheet>;

/** The hash of the scores that were copied into a record; null where none were. */
export type CopyReader = (recordId: string) => Promise<string | null>;

/** Where the later subject of self-assessments, which reporting does not know, keeps a sheet that was entered for a unit. */
@Injectable()
export class EnteredSheets {
  private keeper: SheetKeeper | null = null;
  private reader: CopyReader = () => Promise.resolve(null);

  /** Names who keeps the copies and who reads them, once at start. */
  register(keeper: SheetKeeper, reader: CopyReader): void {
    this.keeper = keeper;
    this.reader = reader;
  }

  /** The hash of the scores that were copied into a record, for its receipt; null where none were. */
  hashOf(recordId: string | null): Promise<string | null> {
    return recordId === null ? Promise.resolve(null) : this.reader(recordId);
  }

  /** Keeps the sheet inside the transaction that notes its receipt. */
  keep(tx: EntityManager, sheet: EnteredSheet): Promise<KeptSheet> {
    if (this.keeper === null) throw new Error('Nobody keeps the sheets that are entered.');
    return this.keeper(tx, sheet);
  }
}
