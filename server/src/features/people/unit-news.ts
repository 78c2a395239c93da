import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database';
import { InboxCommands, type NewNotice } from '../../platform/notifications';
import { PeopleQueries } from './people.queries';

/** A unit that something happened to. */
export interface ConcernedUnit {
  readonly groupId: string;
  readonly unitId: string;
}

/** A notice before it is known whose. Its key is made one for each reader. */
type News = Omit<NewNotice, 'groupId' | 'appointmentId'>;

/** Puts news into the inboxes of those who answer for a unit. The same news twice is there once. */
@Injectable()
export class UnitNews {
  constructor(
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  /** Tells the unit's liaisons. */
  tell({ groupId, unitId }: ConcernedUnit, news: News): Promise<void> {
    return this.tellEach(groupId, [unitId], news);
  }

  /** Tells the liaisons of several units the same. */
  async tellEach(groupId: string, unitIds: readonly string[], news: News): Promise<void> {
    await this.put(groupId, await this.people.contactsOf({ groupId, unitId: null }, unitIds, 'liaison'), news);
  }

  /** Tells the lead unit's officers. */
  async tellLead({ groupId }: { readonly groupId: string }, news: News): Promise<void> {
    await this.put(groupId, await this.people.contactsOf({ groupId, unitId: null }, 'all', 'lead-officer'), news);
  }

  private async put(
    groupId: string,
    readers: readonly { readonly appointmentId: string }[],
    news: News,
  ): Promise<void> {
    const notices = readers.map(({ appointmentId }) => ({
      ...news,
      groupId,
      appointmentId,
      key: `${news.key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}
