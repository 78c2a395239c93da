import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { RULED, type RuledEvent } from './ruling.journal';
import { ScoredMonths } from './scored-months';

/** Tells the liaisons of those who are scored that a ruling is in force, unless it moves nothing. It asks for no reply. */
@Injectable()
export class RulingNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
    private readonly scored: ScoredMonths,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<RuledEvent>(RULED, (event, id) => this.tell(event, id));
  }

  private async tell({ groupId, year, name, title, body, byUnit }: RuledEvent, id: string): Promise<void> {
    if ((await this.scored.yearClosedAt(groupId, year)) !== null) return;
    const { units } = await this.scored.of({ groupId, unitId: null }, year);
    const unitIds = units.map(({ unitId }) => unitId);
    await this.news.tellEach(groupId, unitIds, {
      list: 'to-know',
      kind: 'ruling-checked',
      title,
      body,
      sender: byUnit,
      target: { kind: 'ruling', id: name },
      key: `${RULED}:${id}`,
    });
  }
}
