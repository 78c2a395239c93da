import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { MatterListView, MatterStanding, MatterStartView, MatterView } from '@jiannuo/shared/coordination';
import { FreeBody } from '../../../platform/http';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { MatterCommands } from '../matter.commands';
import { MatterQueries } from '../matter.queries';
import { RaisingCommands } from '../raising.commands';
import { MatterStartDto, MatterStepDto } from './matter.dto';

/** The register of matters that cross departments, of major problems and of key projects. */
@Controller('api/matters')
export class MatterController {
  constructor(
    private readonly queries: MatterQueries,
    private readonly commands: MatterCommands,
    private readonly raising: RaisingCommands,
  ) {}

  /** What concerns the reader; for the lead unit all of the group. */
  @Get()
  @Requires('matter.write')
  list(@CurrentActor() actor: Actor): Promise<MatterListView> {
    return this.queries.list(scopeOf(actor));
  }

  /** What a new matter is written from. */
  @Get('start')
  @Requires('matter.write')
  start(@CurrentActor() actor: Actor, @Query() { reportId, lineId }: MatterStartDto): Promise<MatterStartView> {
    const isNamed = reportId !== undefined && lineId !== undefined;
    return this.queries.start(actor, isNamed ? { reportId, lineId } : null);
  }

  /** One matter with all that was said and done. */
  @Get(':id')
  @Requires('matter.write')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MatterView> {
    return this.queries.view(actor, id);
  }

  /** Raises a matter. */
  @Post()
  @HttpCode(201)
  @Requires('matter.write')
  @FreeBody('Kind, urgency, title, facts, wish, the units that it concerns, evidence, and the problem of a report.')
  raise(@CurrentActor() actor: Actor, @Body() body: object): Promise<MatterStanding> {
    return this.raising.raise(actor, body);
  }

  /** Takes a matter one step on. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('matter.write')
  step(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: MatterStepDto): Promise<MatterStanding> {
    return this.commands.step(actor, id, body);
  }
}
