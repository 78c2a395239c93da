import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { isAsked } from '@jiannuo/shared/obligations';
import { ObligationRecords } from '../obligations';
import type { Reminder } from './reminder.orders';

/** Knows which units wait for an answer themselves, so that a reminder does not call them idle, whoever sends it. */
@Injectable()
export class AskedRequests {
  constructor(private readonly records: ObligationRecords) {}

  /** Adds to reminders the requests for more time that wait for the lead unit's answer. */
  async addTo(reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
    const asked = new Map<string, Instant>();
    const byUnit = new Map<string, Set<string>>();
    for (const { obligation } of reminders) {
      const { id, unitId, kind } = obligation;
      if (isAsked(kind)) byUnit.set(unitId, (byUnit.get(unitId) ?? new Set()).add(id));
    }
    for (const [unitId, ids] of byUnit) {
      for (const [id, { asker }] of await this.records.of(unitId, [...ids])) {
        if (asker?.askedDueAt != null) asked.set(id, asker.askedDueAt);
      }
    }
    return reminders.map((reminder) => {
      const askedDueAt = asked.get(reminder.obligation.id);
      return askedDueAt === undefined ? reminder : { ...reminder, askedDueAt };
    });
  }
}
