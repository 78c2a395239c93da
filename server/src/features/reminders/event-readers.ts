import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { Transactions } from '../../platform/database';
import { InboxCommands, type NewNotice } from '../../platform/notifications';
import { GroupYears } from '../obligations';
import { PeopleQueries } from '../people';
import { contactsByUnit } from './reminder-plan';
import { obligationTitle } from './reminder.orders';

/** The unit that an event is about. */
export interface ConcernedUnit {
  readonly groupId: string;
  readonly unitId: string;
}

/** A notice before it is known whose. */
type NewsNotice = Omit<NewNotice, 'groupId' | 'appointmentId'>;

/** Who hears of an event, and in what words. */
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
  async titleOf(event: { readonly groupId: string; readonly period: Period }, kind: ObligationKind): Promise<string> {
    const year = await this.years.of(event.groupId, event.period);
    return year === null ? '月报' : obligationTitle(year.settings, kind, event.period);
  }

  /** Puts a notice into the inbox of the unit's liaisons. */
  async tell(event: ConcernedUnit, notice: NewsNotice): Promise<void> {
    const liaisons = (await this.liaisonsOf(event)).flatMap((liaison) => liaison ?? []);
    await this.put(event.groupId, liaisons, notice);
  }

  /** Puts a notice into the inbox of the lead unit's officers. */
  async tellLead({ groupId }: { readonly groupId: string }, notice: NewsNotice): Promise<void> {
    await this.put(groupId, await this.people.contactsOf({ groupId, unitId: null }, 'all', 'lead-officer'), notice);
  }

  /** What notices of a kind asked for about these records is done. */
  async settle(ids: readonly string[], kind: string): Promise<void> {
    await this.transactions.run((tx) => this.inbox.settle(tx, ids, kind).then(() => null));
  }

  private async put(
    groupId: string,
    readers: readonly { readonly appointmentId: string }[],
    notice: NewsNotice,
  ): Promise<void> {
    const notices = readers.map(({ appointmentId }) => ({
      ...notice,
      groupId,
      appointmentId,
      key: `${notice.key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}
