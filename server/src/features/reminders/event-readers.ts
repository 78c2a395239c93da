import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { GroupYears } from '../obligations';
import { PeopleQueries, type ConcernedUnit } from '../people';
import { contactsByUnit } from './reminder-plan';
import { obligationTitle } from './reminder.orders';

/** Who hears of an event, in what words, and what is settled by it. */
@Injectable()
export class EventReaders {
  constructor(
    private readonly people: PeopleQueries,
    private readonly years: GroupYears,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  /** The unit's liaisons; one null when it has none. */
  async liaisonsOf(event: ConcernedUnit): Promise<readonly ({ readonly appointmentId: string } | null)[]> {
    const contacts = await this.people.contactsOf({ groupId: event.groupId, unitId: null }, [event.unitId], 'liaison');
    return contactsByUnit(contacts).get(event.unitId) ?? [null];
  }

  /** What people call the thing: 5月月报. */
  async titleOf(
    event: { readonly groupId: string; readonly period: Period; readonly title?: string | null },
    kind: ObligationKind,
  ): Promise<string> {
    const year = await this.years.of(event.groupId, event.period);
    return year === null
      ? '月报'
      : obligationTitle(year.settings, { kind, period: event.period, title: event.title ?? null });
  }

  /** What notices of a kind asked for about these records is done. */
  async settle(ids: readonly string[], kind: string): Promise<void> {
    await this.transactions.run((tx) => this.inbox.settle(tx, ids, kind).then(() => null));
  }
}
