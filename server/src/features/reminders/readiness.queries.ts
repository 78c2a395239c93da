import { Injectable } from '@nestjs/common';
import type { ReadinessView } from '@jiannuo/shared/notifications';
import { checkedScope, type Scope } from '../../platform/identity';
import { ConsentQueries } from '../../platform/notifications';
import { PeopleQueries } from '../people';

/** Reads who could not be reminded through WeChat if it had to be done now. */
@Injectable()
export class ReadinessQueries {
  constructor(
    private readonly people: PeopleQueries,
    private readonly consents: ConsentQueries,
  ) {}

  /** The liaisons of the scope without a grant for reminders, bound or not, in the group's order of units. */
  async viewOf(scope: Scope): Promise<ReadinessView> {
    const { groupId, unitId } = checkedScope(scope);
    const contacts = await this.people.contactsOf({ groupId, unitId }, unitId === null ? 'all' : [unitId], 'liaison');
    const openIds = contacts.flatMap((contact) => contact.openId ?? []);
    const balances = await this.consents.grantsFor('due-soon', [...new Set(openIds)]);
    const rows = contacts.map((contact) => ({
      unitName: contact.unitName,
      personName: contact.personName,
      phone: contact.phone ?? '',
      isBound: contact.openId !== null,
      balance: balances.get(contact.openId ?? '') ?? 0,
    }));
    return { rows: rows.filter((row) => row.balance === 0) };
  }
}
