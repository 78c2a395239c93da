import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FEEDBACK_KIND_NAMES, type FeedbackKind } from '@jiannuo/shared/feedback';
import type { Actor } from '../../platform/identity';
import { InboxCommands, type NewNotice } from '../../platform/notifications';
import { PeopleQueries } from '../people';

/** What was just written or decided, and by whom. */
export interface FeedbackNews {
  readonly actor: Actor;
  readonly entry: { readonly id: string; readonly appointmentId: string; readonly kind: FeedbackKind };
  readonly messageId: string;
}

/** Who hears of an entry: its writer and the lead unit's officers, in their inboxes, and nobody else. */
@Injectable()
export class FeedbackNotices {
  constructor(
    private readonly inbox: InboxCommands,
    private readonly people: PeopleQueries,
  ) {}

  /** The appointments of the lead unit's officers, to be read before the transaction begins. */
  async officersOf(groupId: string): Promise<readonly string[]> {
    const officers = await this.people.contactsOf({ groupId, unitId: null }, 'all', 'lead-officer');
    return officers.map(({ appointmentId }) => appointmentId);
  }

  /** Something waits for an answer: a line to do for each officer of the lead unit. */
  async tellLead(tx: EntityManager, officers: readonly string[], news: FeedbackNews): Promise<void> {
    const { actor, entry, messageId } = news;
    const notices = officers
      .filter((appointmentId) => appointmentId !== actor.appointmentId)
      .map((appointmentId): NewNotice => ({
        groupId: actor.groupId,
        appointmentId,
        list: 'to-do',
        kind: 'feedback',
        title: `有一件${FEEDBACK_KIND_NAMES[entry.kind]}要回复`,
        body: '点开看写了什么。只有写的人和牵头单位看得到。',
        sender: actor.unitName,
        target: { kind: 'feedback', id: entry.id },
        key: `feedback:${messageId}:${appointmentId}`,
      }));
    await this.inbox.put(tx, notices);
  }

  /** The lead unit answered or closed: nothing is left for its officers to do, and the writer is told. */
  async tellWriter(
    tx: EntityManager,
    { actor, entry, messageId }: FeedbackNews,
    action: 'reply' | 'close',
  ): Promise<void> {
    await this.inbox.settle(tx, [entry.id]);
    if (entry.appointmentId === actor.appointmentId) return;
    await this.inbox.put(tx, [
      {
        groupId: actor.groupId,
        appointmentId: entry.appointmentId,
        list: 'to-know',
        kind: 'feedback',
        title: `您的${FEEDBACK_KIND_NAMES[entry.kind]}${action === 'reply' ? '有回复了' : '已办结'}`,
        body: '点开看牵头单位怎么说。',
        sender: actor.unitName,
        target: { kind: 'feedback', id: entry.id },
        key: `feedback:${messageId}:${entry.appointmentId}`,
      },
    ]);
  }
}
