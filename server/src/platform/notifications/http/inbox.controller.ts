import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { InboxView } from '@jiannuo/shared/notifications';
import { CurrentActor, Requires, type Actor } from '../../identity';
import { InboxCommands } from '../inbox.commands';
import { InboxQueries } from '../inbox.queries';

/** The reader's own inbox (收件). */
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly queries: InboxQueries,
    private readonly commands: InboxCommands,
  ) {}

  /** What was sent to the actor's appointment. */
  @Get()
  @Requires('inbox.read')
  view(@CurrentActor() actor: Actor): Promise<InboxView> {
    return this.queries.of(actor);
  }

  /** Opening is the receipt; no reply is asked. */
  @Post(':id/open')
  @HttpCode(200)
  @Requires('inbox.read')
  open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly id: string; readonly openedAt: string }> {
    return this.commands.open(actor, id);
  }
}
