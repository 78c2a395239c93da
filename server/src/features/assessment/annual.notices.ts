import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { PeopleQueries } from '../people';
import { YEAR_MOVED, type YearMovedEvent } from './annual.journal';

/** Tells the counties' liaisons what became of their year. It asks for no reply. */
@Injectable()
export class AnnualNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(YEAR_MOVED, async (payload, message) => {
      await this.tell(payload as YearMovedEvent, message.id);
      return null;
    });
  }

  private async tell(event: YearMovedEvent, key: string): Promise<void> {
    const { groupId, unitIds, year, action, byUnit } = event;
    const liaisons = await this.people.contactsOf({ groupId, unitId: null }, unitIds, 'liaison');
    const notices = liaisons.map(({ appointmentId }) => ({
      groupId,
      appointmentId,
      list: 'to-know' as const,
      kind: `annual-result-${action}`,
      ...wordsOf(event),
      sender: byUnit,
      target: { kind: 'annual-result', id: String(year) } as const,
      key: `${YEAR_MOVED}:${key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}

function wordsOf({ year, action, reason }: YearMovedEvent): { readonly title: string; readonly body: string } {
  const result = `${String(year)}年年度成绩`;
  switch (action) {
    case 'finalise':
      return { title: `${result}定稿了`, body: '点开看得分和每一项的来由。' };
    case 'publish':
      return { title: `${result}公布了`, body: '点开看得分和每一项的来由。' };
    case 'correct':
      return { title: `${result}更正了`, body: `理由：${reason}` };
  }
}
