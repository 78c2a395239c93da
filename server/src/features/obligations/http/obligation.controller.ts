import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { MyObligationsView } from '@jiannuo/shared/obligations';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { ObligationCommands, type ObligationStanding } from '../obligation.commands';
import { ObligationQueries } from '../obligation.queries';
import { ExtendDto, WaiveDto } from './obligation.dto';

/** What a unit owes, and what the lead unit decides about it. */
@Controller('api/obligations')
export class ObligationController {
  constructor(
    private readonly queries: ObligationQueries,
    private readonly commands: ObligationCommands,
  ) {}

  /** The list of the actor's own unit. */
  @Get('mine')
  @Requires('obligation.read')
  mine(@CurrentActor() actor: Actor): Promise<MyObligationsView> {
    const scope = { groupId: actor.groupId, unitId: actor.unitId };
    return this.queries.mine(scope, { id: actor.unitId, kind: actor.unitKind });
  }

  /** More time for one unit. */
  @Post(':id/extend')
  @HttpCode(200)
  @Requires('obligation.manage')
  extend(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ExtendDto): Promise<ObligationStanding> {
    return this.commands.extend(actor, id, body);
  }

  /** The more time is less, or none. */
  @Post(':id/shorten')
  @HttpCode(200)
  @Requires('obligation.manage')
  shorten(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ExtendDto): Promise<ObligationStanding> {
    return this.commands.shorten(actor, id, body);
  }

  /** One unit is let off. */
  @Post(':id/waive')
  @HttpCode(200)
  @Requires('obligation.manage')
  waive(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: WaiveDto): Promise<ObligationStanding> {
    return this.commands.waive(actor, id, body);
  }

  /** It is owed again. */
  @Post(':id/unwaive')
  @HttpCode(200)
  @Requires('obligation.manage')
  unwaive(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ObligationStanding> {
    return this.commands.unwaive(actor, id);
  }
}
