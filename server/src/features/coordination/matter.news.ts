import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MATTER_KIND_NAMES, type MatterEvent } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { DeliveryCommands, InboxCommands, type DeliveryOrder, type NewNotice } from '../../platform/notifications';
import type { Actor } from '../../platform/identity';
import { PeopleQueries, type Contact } from '../people';
import type { MatterRecord } from './matter.records';
import { MATTER_SUBJECT, URGENT_TITLE } from './matter.subject';

/** Who answers for the units that a matter concerns, and for the lead unit. */
export interface MatterReaders {
  readonly unitIds: readonly string[];
  readonly contacts: readonly Contact[];
}

/** What was just done to a matter. */
export interface MatterDeed {
  readonly actor: Actor;
  readonly eventId: string;
  readonly action: MatterEvent['action'];
  /** The matter as it stands after it. */
  readonly matter: ToldMatter;
  /** Whether the unit that raised it has just had its first answer. */
  readonly isFirstAnswer: boolean;
  readonly now: Instant;
}
type ToldMatter = Pick<
  MatterRecord,
  'id' | 'kind' | 'isUrgent' | 'title' | 'unitId' | 'raisedBy' | 'raisedAt' | 'doerUnitId'
>;

type News = DeliveryOrder['notices'][number];

/**
 * Tells everybody whom a matter concerns but the unit that acted, in their inboxes and in the same transaction. An urgent
 * one and its first answer also go out as messages at once, at any hour: somebody asked for that by his own tap (art. 4).
 */
@Injectable()
export class MatterNews {
  constructor(
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly deliveries: DeliveryCommands,
  ) {}

  /** Who may have to be told, to be read before the transaction begins. */
  async readersOf(groupId: string, unitIds: readonly string[]): Promise<MatterReaders> {
    const scope = { groupId, unitId: null };
    const contacts = await Promise.all([
      this.people.contactsOf(scope, unitIds, 'liaison'),
      this.people.contactsOf(scope, unitIds, 'leader'),
      this.people.contactsOf(scope, 'all', 'lead-officer'),
    ]);
    return { unitIds, contacts: contacts.flat() };
  }

  /** Tells of a deed; what waited for it in inboxes waits no more. */
  async tell(tx: EntityManager, deed: MatterDeed, { unitIds, contacts }: MatterReaders): Promise<void> {
    const { actor, matter, action } = deed;
    if (action !== 'say') await this.inbox.settle(tx, [matter.id]);
    const readers = contacts.filter((contact) => contact.unitId !== actor.unitId && isTold(contact, matter));
    const called = readers.filter((contact) => isCalled(contact, deed));
    const notices = readers
      .filter((contact) => !called.includes(contact))
      .map((contact): NewNotice => {
        const of = { groupId: actor.groupId, appointmentId: contact.appointmentId };
        return { ...newsFor(contact, deed), ...of, key: `matter:${deed.eventId}:${contact.appointmentId}` };
      });
    await this.inbox.put(tx, notices);
    const unreached =
      action === 'raise' && matter.isUrgent ? unitIds.filter((id) => !isReached(id, actor, contacts)) : [];
    await this.deliveries.order(tx, [
      ...called.map((contact) => orderFor(deed, contact.unitId, contact)),
      ...unreached.map((unitId) => orderFor(deed, unitId, null)),
    ]);
  }
}

/** A unit's leader hears of what is urgent, and of what he raised himself. */
function isTold({ role, appointmentId }: Contact, { isUrgent, raisedBy }: ToldMatter): boolean {
  return role !== 'leader' || isUrgent || appointmentId === raisedBy;
}

function isCalled({ unitId }: Contact, { action, matter, isFirstAnswer }: MatterDeed): boolean {
  if (!matter.isUrgent) return false;
  return action === 'raise' || (isFirstAnswer && unitId === matter.unitId);
}

function isReached(unitId: string, actor: Actor, contacts: readonly Contact[]): boolean {
  return unitId === actor.unitId || contacts.some((contact) => contact.unitId === unitId);
}

function orderFor(deed: MatterDeed, unitId: string, contact: Contact | null): DeliveryOrder {
  const { actor, matter, action, now } = deed;
  const { id, raisedAt } = matter;
  return {
    groupId: actor.groupId,
    unitId,
    appointmentId: contact?.appointmentId ?? null,
    purpose: 'ticket',
    subjectKind: MATTER_SUBJECT,
    about: `${URGENT_TITLE}：${matter.title}`,
    isPersonal: true,
    sendAt: now,
    staleAt: null,
    subjects: [{ id, slot: action === 'raise' ? 'raise' : 'answer', title: URGENT_TITLE, dueAt: raisedAt }],
    notices: contact === null ? [] : [newsFor(contact, deed)],
  };
}

/** The line in an inbox: to do for whoever is to act next, to know for the others. */
function newsFor({ role, unitId }: Contact, { actor, matter, action }: MatterDeed): News {
  const isNext =
    role === 'lead-officer' ? WAITS_FOR_LEAD.includes(action) : action === 'decide' && unitId === matter.doerUnitId;
  const kindName = `${matter.isUrgent ? '紧急' : ''}${MATTER_KIND_NAMES[matter.kind]}`;
  const title = isNext && action === 'decide' ? '定由您单位办一件事' : TITLES[action](actor.unitName, kindName);
  return {
    list: isNext ? 'to-do' : 'to-know',
    kind: `matter-${action}`,
    title,
    body: matter.title,
    sender: actor.unitName,
    target: { kind: 'matter', id: matter.id },
  };
}

const WAITS_FOR_LEAD: readonly MatterEvent['action'][] = ['raise', 'finish', 'reopen'];

const TITLES: Readonly<Record<MatterEvent['action'], (unitName: string, kindName: string) => string>> = {
  raise: (unitName, kindName) => `${unitName}提出${kindName}`,
  'take-up': (_unitName, kindName) => `${kindName}已受理`,
  say: (unitName, kindName) => `${unitName}答复${kindName}`,
  decide: (_unitName, kindName) => `${kindName}定了办法`,
  finish: (unitName, kindName) => `${unitName}报${kindName}办好了`,
  close: (_unitName, kindName) => `${kindName}已办结`,
  reopen: (unitName, kindName) => `${unitName}说${kindName}没解决`,
};
