import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addedWords, type AddedMeasure } from '@jiannuo/shared/ledger';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';

export const LEDGER_ADDED = 'ledger.added';

/** What a unit got to answer for while the year runs. */
export interface AddedWord {
  readonly groupId: string;
  readonly unitId: string;
  readonly added: readonly AddedMeasure[];
  readonly reason: string;
  readonly byUnit: string;
}

/** Tells a unit's liaisons what was added to their ledger, once for each change of plan. It asks for no reply. */
@Injectable()
export class PlanNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<AddedWord>(LEDGER_ADDED, (word, id) => this.bring(word, id));
  }

  private bring({ groupId, unitId, added, reason, byUnit }: AddedWord, id: string): Promise<void> {
    return this.news.tell(
      { groupId, unitId },
      {
        list: 'to-know',
        kind: 'ledger-added',
        ...addedWords(added, reason),
        sender: byUnit,
        target: { kind: 'ledger', id: added[0]?.periods[0] ?? '' },
        key: `${LEDGER_ADDED}:${id}`,
      },
    );
  }
}
