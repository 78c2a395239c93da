import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { DECIDED, type DecidedEvent } from './application.journal';

/** Tells a unit's liaisons what was decided about their applications. It asks for no reply. */
@Injectable()
export class ApplicationNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<DecidedEvent>(DECIDED, (event, id) => this.tell(event, id));
  }

  private tell(event: DecidedEvent, id: string): Promise<void> {
    return this.news.tell(event, {
      list: 'to-know',
      kind: `application-${event.what}`,
      title: headlineOf(event),
      body: bodyOf(event),
      sender: event.byUnit,
      target: { kind: 'application', id: event.applicationId },
      key: `${DECIDED}:${id}`,
    });
  }
}

function headlineOf({ title, what, period }: DecidedEvent): string {
  const month = period === null ? '' : formatPeriod(period);
  const words: Readonly<Record<DecidedEvent['what'], string>> = {
    approved: '申报认定了',
    refused: '申报没有认定',
    revoked: '申报的认定撤销了',
    ended: `申报从${month}起停止记分`,
    'not-carried-out': `申报${month}记为没落实`,
  };
  return `${words[what]}：${title}`;
}

function bodyOf({ reason, what, period }: DecidedEvent): string {
  if (reason !== '') return what === 'approved' ? reason : `理由：${reason}`;
  return period === null ? '已纳入考评。' : `记在${formatPeriod(period)}。`;
}
