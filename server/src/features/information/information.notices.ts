import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Adopter } from '@jiannuo/shared/information';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { PeopleQueries } from '../people';
import { MARKED, type MarkedEvent } from './information.journal';

const ADOPTED_BY: Readonly<Record<Adopter, string>> = {
  'leading-group-office': '领导小组办公室采用了',
  'provincial-group': '已推荐报送省级专班',
};

/** Tells a unit's liaisons what became of their work updates. It asks for no reply. */
@Injectable()
export class InformationNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(MARKED, async (payload, message) => {
      await this.tell(payload as MarkedEvent, message.id);
      return null;
    });
  }

  private async tell(event: MarkedEvent, key: string): Promise<void> {
    const { groupId, unitId, byUnit, updateId } = event;
    const liaisons = await this.people.contactsOf({ groupId, unitId: null }, [unitId], 'liaison');
    const notices = liaisons.map(({ appointmentId }) => ({
      groupId,
      appointmentId,
      list: 'to-know' as const,
      kind: event.isWithdrawn ? 'mark-withdrawn' : event.kind,
      title: headlineOf(event),
      body: bodyOf(event),
      sender: byUnit,
      target: { kind: 'work-update', id: updateId } as const,
      key: `${MARKED}:${key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}

function headlineOf({ title, kind, adopter, isWithdrawn }: MarkedEvent): string {
  const named = `工作动态“${title}”`;
  if (isWithdrawn) return `${named}的${WORDS[kind]}撤销了`;
  if (kind === 'adopted') return `${named}${ADOPTED_BY[adopter ?? 'leading-group-office']}`;
  return kind === 'high-quality' ? `${named}评为高质量` : `${named}没选用`;
}

const WORDS: Readonly<Record<MarkedEvent['kind'], string>> = {
  'not-chosen': '“没选用”',
  'high-quality': '“高质量”',
  adopted: '“被采用”',
};

function bodyOf({ kind, reason, isWithdrawn }: MarkedEvent): string {
  if (reason !== '') return isWithdrawn || kind !== 'adopted' ? `理由：${reason}` : reason;
  return '点开看记在哪个月。';
}
