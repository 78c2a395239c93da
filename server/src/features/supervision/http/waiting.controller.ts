import { Controller, Get } from '@nestjs/common';
import type { SupervisionWaitingView } from '@jiannuo/shared/supervision';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { LeadWaiting } from '../waiting/lead.waiting';

/** What units wait for, for the lead unit's board. */
@Controller('api/supervision/waiting')
export class WaitingController {
  constructor(private readonly waiting: LeadWaiting) {}

  /** How much waits for a review or an answer, and how much of it is late. */
  @Get()
  @Requires('supervision.manage')
  count(@CurrentActor() actor: Actor): Promise<SupervisionWaitingView> {
    return this.waiting.count(actor);
  }
}
