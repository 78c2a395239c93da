import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox';
import { UnitNews } from '../../people';
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

  private async tell(event: YearMovedEvent, id: string): Promise<void> {
    const { groupId, unitIds, totals = {}, action, year, byUnit } = event;
    for (const unitId of unitIds) {
      await this.news.tell(
        { groupId, unitId },
        {
          list: 'to-know',
          kind: `annual-result-${action}`,
          ...wordsOf(event, totals[unitId]),
          sender: byUnit,
          target: { kind: 'annual-result', id: String(year) },
          key: `${YEAR_MOVED}:${id}`,
        },
      );
    }
  }
}

function wordsOf(
  { year, action, reason }: YearMovedEvent,
  total: string | undefined,
): { readonly title: string; readonly body: string } {
  const result = `${String(year)}年年度成绩`;
  const number = total === undefined ? '' : `：${total}`;
  switch (action) {
    case 'finalise':
      return { title: `${result}定稿了${number}`, body: '点开看得分和每一项的来由。' };
    case 'publish':
      return { title: `${result}公布了${number}`, body: '点开看得分和每一项的来由。' };
    case 'correct':
      return { title: `${result}更正了${number}`, body: `理由：${reason}` };
  }
}
