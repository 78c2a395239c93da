import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { TicketContactsView, TicketListView, TicketStanding, TicketView } from '@jiannuo/shared/supervision';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { TicketCommands } from '../tickets/ticket.commands';
import { TicketContacts } from '../tickets/ticket.contacts';
import { TicketQueries } from '../tickets/ticket.queries';
import { PageDto, TicketStepDto } from './supervision.dto';

/** Tickets: one unit's copy of a notice, handled by the unit and reviewed by the lead unit. */
@Controller('api/supervision/tickets')
export class TicketController {
  constructor(
    private readonly commands: TicketCommands,
    private readonly queries: TicketQueries,
    private readonly contacts: TicketContacts,
  ) {}

  /** The tickets of the actor's own unit. */
  @Get()
  @Requires('supervision.read')
  list(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<TicketListView> {
    return this.queries.list(actor, query.before ?? null);
  }

  /** One ticket. */
  @Get(':id')
  @Requires('supervision.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TicketView> {
    return this.queries.view(actor, id);
  }

  /** Whom to call about it, and what became of the last 催办. */
  @Get(':id/contacts')
  @Requires('supervision.manage')
  listContacts(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TicketContactsView> {
    return this.contacts.of(actor, id);
  }

  /** Takes a ticket one step on. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('supervision.act')
  step(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: TicketStepDto): Promise<TicketStanding> {
    return this.commands.step(actor, id, body);
  }
}
