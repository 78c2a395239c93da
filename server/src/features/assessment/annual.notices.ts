import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { YEAR_MOVED, type YearMovedEvent } from './annual.journal';

/** Tells the counties' liaisons what became of their year. It asks for no reply. */
@Injectable()
export class AnnualNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<YearMovedEvent>(YEAR_MOVED, (event, id) => this.tell(event, id));
  }

  private tell(event: YearMovedEvent, id: string): Promise<void> {
    return this.news.tellEach(event.groupId, event.unitIds, {
      list: 'to-know',
      kind: `annual-result-${event.action}`,
      ...wordsOf(event),
      sender: event.byUnit,
      target: { kind: 'annual-result', id: String(event.year) },
      key: `${YEAR_MOVED}:${id}`,
    });
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
