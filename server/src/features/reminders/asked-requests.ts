import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { isAsked, isHeld, isUndecided } from '@jiannuo/shared/obligations';
import { ObligationRecords, type OwedObligation, type RecordProgress } from '../obligations';
import type { Reminder } from './reminder.orders';

/** Knows which units wait for an answer themselves, so that a reminder does not call them idle, whoever sends it. */
@Injectable()
export class AskedRequests {
  constructor(private readonly records: ObligationRecords) {}

  /** Of what is owed, what nobody presses for now: its unit waits for the lead unit itself, for an answer or for what holds. */
  async sheltered(owed: readonly OwedObligation[], now: Instant): Promise<ReadonlySet<string>> {
    const progress = await this.progressOf(owed);
    return new Set([...progress].flatMap(([id, { asker }]) => (isHeld(asker, now) ? [id] : [])));
  }

  /** Adds to reminders what asked for each, and the requests for more time that wait for the lead unit's answer. */
  async addTo(reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
    const progress = await this.progressOf(reminders.map(({ obligation }) => obligation));
    return reminders.map((reminder) => {
      const asker = progress.get(reminder.obligation.id)?.asker;
      if (asker === undefined) return reminder;
      const { matter, askedDueAt = null } = asker;
      return { ...reminder, matter, ...(askedDueAt === null ? {} : { askedDueAt }) };
    });
  }

  /** The same of those that the plan sends by itself: not of what waits for the lead unit to say what holds. */
  async pressing(reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
    const progress = await this.progressOf(reminders.map(({ obligation }) => obligation));
    return this.addTo(reminders.filter(({ obligation }) => !isUndecided(progress.get(obligation.id)?.asker)));
  }

  /** How far each has come of what a notice or an inspection asked for. */
  private async progressOf(owed: readonly OwedObligation[]): Promise<ReadonlyMap<string, RecordProgress>> {
    const byUnit = new Map<string, string[]>();
    for (const { id, unitId, kind } of owed) {
      if (isAsked(kind)) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), id]);
    }
    const found = new Map<string, RecordProgress>();
    for (const [unitId, ids] of byUnit) {
      for (const [id, progress] of await this.records.of(unitId, [...new Set(ids)])) found.set(id, progress);
    }
    return found;
  }
}
