import { Injectable, type OnModuleInit } from '@nestjs/common';
import { duplicateRefusals } from '@jiannuo/shared/burden';
import { Clock } from '../../platform/clock';
import { DraftGuards } from '../supervision';
import { HeldQueries } from './held.queries';

/** No notice goes on that asks for material which is held already, unless it says why (M8). */
@Injectable()
export class MaterialGuard implements OnModuleInit {
  constructor(
    private readonly guards: DraftGuards,
    private readonly held: HeldQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.guards.register(async (tx, { actor, content, isSent, correctsId }) => {
      const reason = content.fields['duplicateReason'] ?? '';
      if (!isSent || content.answer !== 'material' || reason !== '') return [];
      const units = content.addressees.filter(({ part }) => part !== 'copy').map(({ unitId }) => unitId);
      const linkId = content.link?.kind === 'obligation' ? content.link.id : null;
      const asked = { ask: content, units, linkId, correctsId: correctsId ?? '', now: this.clock.now() };
      return duplicateRefusals(await this.held.duplicatesOf(actor.groupId, asked, tx), reason);
    });
  }
}
