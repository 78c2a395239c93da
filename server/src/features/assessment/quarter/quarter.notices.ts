import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox';
import { UnitNews } from '../../people';
import { QUARTER_TOLD, type QuarterToldEvent } from './quarter.commands';

/** Tells a county's liaisons of its quarter. It asks for no reply. */
@Injectable()
export class QuarterNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<QuarterToldEvent>(QUARTER_TOLD, ({ title, body, byUnit, ...unit }, id) =>
      this.news.tell(unit, {
        list: 'to-know',
        kind: 'quarter-told',
        title,
        body,
        sender: byUnit,
        target: { kind: 'scores', id: unit.unitId },
        key: `${QUARTER_TOLD}:${id}`,
      }),
    );
  }
}
