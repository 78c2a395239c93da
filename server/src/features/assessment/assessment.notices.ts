import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { PeopleQueries } from '../people';
import { ASSESSED, type AssessedEvent } from './assessment.journal';

/** Tells a county's liaisons what became of their month. It asks for no reply. */
@Injectable()
export class AssessmentNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(ASSESSED, async (payload, message) => {
      await this.tell(payload as AssessedEvent, message.id);
      return null;
    });
  }

  private async tell(event: AssessedEvent, key: string): Promise<void> {
    const { groupId, unitId, byUnit, assessmentId, action } = event;
    const words = wordsOf(event);
    if (words === null) return;
    const liaisons = await this.people.contactsOf({ groupId, unitId: null }, [unitId], 'liaison');
    const notices = liaisons.map(({ appointmentId }) => ({
      groupId,
      appointmentId,
      list: 'to-know' as const,
      kind: `assessment-${action}`,
      ...words,
      sender: byUnit,
      target: { kind: 'assessment', id: assessmentId } as const,
      key: `${ASSESSED}:${key}:${appointmentId}`,
    }));
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }
}

/** What the county reads; null where it is its own doing. */
function wordsOf({ action, period, reason }: AssessedEvent): { readonly title: string; readonly body: string } | null {
  const month = `${formatPeriod(period)}考评`;
  switch (action) {
    case 'confirm':
      return { title: `${month}复核好了`, body: '点开看每一项的分和理由，不同意可以提异议。' };
    case 'uphold':
      return { title: `${month}的异议采纳了，重新复核`, body: `答复：${reason}` };
    case 'refuse-objection':
      return { title: `${month}的异议答复了，分不变`, body: `答复：${reason}` };
    case 'finalise':
      return { title: `${month}定稿了`, body: '点开看得分和每一项的来由。' };
    case 'publish':
      return { title: `${month}通报了`, body: '点开看得分和每一项的来由。' };
    case 'correct':
      return { title: `${month}得分更正了`, body: `理由：${reason}` };
    default:
      return null;
  }
}
