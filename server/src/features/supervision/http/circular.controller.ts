import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { CircularListView, CircularStanding, CircularSubjectsView } from '@jiannuo/shared/supervision';
import { FreeBody } from '../../../platform/http';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { CircularCommands } from '../circulars/circular.commands';
import { CircularQueries } from '../circulars/circular.queries';
import { CircularSubjectsDto, CircularWithdrawalDto } from './circular.dto';
import { PageDto } from './supervision.dto';

/** What circulars (通报) named of units, for the lead unit. */
@Controller('api/supervision/circulars')
export class CircularController {
  constructor(
    private readonly commands: CircularCommands,
    private readonly queries: CircularQueries,
  ) {}

  /** The items, the latest entered first. */
  @Get()
  @Requires('supervision.manage')
  list(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<CircularListView> {
    return this.queries.list(actor, query.before ?? null);
  }

  /** What a unit has not done in time, to choose from. */
  @Get('subjects')
  @Requires('supervision.manage')
  subjects(@CurrentActor() actor: Actor, @Query() query: CircularSubjectsDto): Promise<CircularSubjectsView> {
    return this.queries.subjects(actor, query.unitId);
  }

  /** Enters an item. */
  @Post()
  @HttpCode(200)
  @Requires('supervision.manage')
  @FreeBody('Which circular of which day named what of which unit: CircularEntry.')
  enter(@CurrentActor() actor: Actor, @Body() body: object): Promise<CircularStanding> {
    return this.commands.enter(actor, body);
  }

  /** Takes an item back that was entered wrongly. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('supervision.manage')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CircularWithdrawalDto,
  ): Promise<CircularStanding> {
    return this.commands.withdraw(actor, id, body.reason);
  }
}
