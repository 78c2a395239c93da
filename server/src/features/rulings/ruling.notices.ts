import { Injectable, type OnModuleInit } from '@nestjs/common';
import { firstCodePoints } from '@jiannuo/shared/kernel';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { RULED, type RuledEvent } from './ruling.journal';
import { ScoredMonths } from './scored-months';

const BODY_LIMIT = 500;

/** Tells the liaisons of those who are scored that a ruling is in force. It asks for no reply. */
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
    const { units } = await this.scored.of({ groupId, unitId: null }, year);
    const unitIds = units.map(({ unitId }) => unitId);
    await this.news.tellEach(groupId, unitIds, {
      list: 'to-know',
      kind: 'ruling-checked',
      title,
      body: firstCodePoints(body, BODY_LIMIT),
      sender: byUnit,
      target: { kind: 'ruling', id: name },
      key: `${RULED}:${id}`,
    });
  }
}
