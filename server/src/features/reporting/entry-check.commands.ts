import { Injectable } from '@nestjs/common';
import { checkObjection, decideCorrecting, decideCorrection, decideObjecting } from '@jiannuo/shared/reporting';
import { Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { HandIns } from '../obligations';
import { CheckedEntries, type AskedEntry } from './checked-entries';
import { EntryJournal } from './entry.journal';
import { EntryRecords } from './entry.records';
import { allowed } from './report.refusals';

/** What both parties have afterwards. */
export interface EntryCheckStanding {
  /** The report, or the obligation that the self-assessment answers. */
  readonly id: string;
}

/** Checking what was entered for a unit (代录): the unit says that it is different, the lead unit puts it right or explains. */
@Injectable()
export class EntryCheckCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: CheckedEntries,
    private readonly handIns: HandIns,
    private readonly journal: EntryJournal,
    private readonly records: EntryRecords,
  ) {}

  /** The unit's liaison objects (提不同), within the working days of the year's settings; the lead unit is told. */
  object(actor: Actor, asked: AskedEntry, text: unknown): Promise<EntryCheckStanding> {
    return this.transactions.run(async (tx, now) => {
      const entry = await this.entries.lock(tx, actor, asked, now);
      allowed(decideObjecting(entry.situation));
      const body = allowed(checkObjection(text));
      await this.journal.record(tx, { actor, entry, action: 'object', body, to: null, now });
      return { id: asked.id };
    });
  }

  /**
   * The lead unit puts the true time of receipt right, with its reason; the time before and the time after both stay on
   * record, and timeliness follows, in a review too. The same time again answers an objection: it stays as it was. The
   * unit is told.
   */
  correctTime(
    actor: Actor,
    asked: AskedEntry,
    input: { readonly receivedAt: unknown; readonly reason: unknown },
  ): Promise<EntryCheckStanding> {
    return this.transactions.run(async (tx, now) => {
      const entry = await this.entries.lock(tx, actor, asked, now);
      allowed(decideCorrecting(entry.situation));
      const { receivedAt: from, returnedAt, period, metObligationId: obligationId, year, situation } = entry;
      const present = { receivedAt: from, notes: situation.notes };
      const { receivedAt: to, basis: body } = allowed(decideCorrection(input, present, { period, returnedAt, now }));
      await this.journal.record(tx, { actor, entry, action: 'correct-time', body, to, now });
      if (to === from) return { id: asked.id };
      await this.handIns.correctTime(tx, { obligationId, from, to });
      await this.records.carryOn(tx, { actor, owed: entry, receivedAt: to, year, now });
      return { id: asked.id };
    });
  }
}
