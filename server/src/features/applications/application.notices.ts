import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { PeopleQueries } from '../people';
import { DECIDED, type DecidedEvent } from './application.journal';

/** Tells a unit's liaisons what was decided about their applications. It asks for no reply. */
@Injectable()
export class ApplicationNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(DECIDED, async (payload, message) => {
      await this.tell(payload as DecidedEvent, message.id);
      return null;
    });
  }

  private async tell(event: DecidedEvent, key: string): Promise<void> {
    const { groupId, unitId, byUnit, applicationId } = event;
    const liaisons = await this.people.contactsOf({ groupId, unitId: null }, [unitId], 'liaison');
    const notices = liaisons.map(({ appointmentId }) => ({
      groupId,
      appointmentId,
      list: 'to-know' as const,
      kind: `application-${event.what}`,
      title: headlineOf(event),
      body: bodyOf(event),
      sender: byUnit,
      target: { kind: 'application', id: applicationId } as const,
      key: `${DECIDED}:${key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}

function headlineOf({ title, what, period }: DecidedEvent): string {
  const month = period === null ? '' : formatPeriod(period);
  const words: Readonly<Record<DecidedEvent['what'], string>> = {
    approved: '申报认定了',
    refused: '申报没有认定',
    revoked: '申报的认定撤销了',
    'not-carried-out': `申报${month}记为没落实`,
  };
  return `${words[what]}：${title}`;
}

function bodyOf({ reason, what, period }: DecidedEvent): string {
  if (reason !== '') return what === 'approved' ? reason : `理由：${reason}`;
  return period === null ? '已纳入考评。' : `记在${formatPeriod(period)}。`;
}
