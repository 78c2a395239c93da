import { Controller, Get, Param } from '@nestjs/common';
import type { InspectedListView, InspectedView } from '@jiannuo/shared/inspections';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { InspectedQueries } from '../inspected.queries';

/** The inspections of the reader's own unit. */
@Controller('api/inspections/mine')
export class InspectedController {
  constructor(private readonly queries: InspectedQueries) {}

  /** Those that the unit has been told of. */
  @Get()
  @Requires('supervision.read')
  list(@CurrentActor() actor: Actor): Promise<InspectedListView> {
    return this.queries.list(actor);
  }

  /** One of them. */
  @Get(':id')
  @Requires('supervision.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InspectedView> {
    return this.queries.view(actor, id);
  }
}
