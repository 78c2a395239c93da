import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { AnnualState, AnnualView } from '@jiannuo/shared/assessment';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { AnnualCommands } from '../annual.commands';
import { AnnualQueries } from '../annual.queries';
import { AskedYearDto, CorrectYearDto, FinaliseYearDto, PublishYearDto } from './annual.dto';

/** The counties' years. */
@Controller('api/annual-results')
export class AnnualController {
  constructor(
    private readonly commands: AnnualCommands,
    private readonly queries: AnnualQueries,
  ) {}

  /** A year: the lead unit all counties, a county its own. */
  @Get()
  @Requires('assessment.read')
  view(@CurrentActor() actor: Actor, @Query() query: AskedYearDto): Promise<AnnualView> {
    return this.queries.view(actor, query.year ?? null);
  }

  /** Makes a year final. */
  @Post('finalise')
  @HttpCode(200)
  @Requires('assessment.review')
  finalise(@CurrentActor() actor: Actor, @Body() body: FinaliseYearDto): Promise<{ readonly counties: number }> {
    return this.commands.finalise(actor, body);
  }

  /** Tells a year to all. */
  @Post('publish')
  @HttpCode(200)
  @Requires('assessment.review')
  publish(@CurrentActor() actor: Actor, @Body() body: PublishYearDto): Promise<{ readonly state: AnnualState }> {
    return this.commands.publish(actor, body.year);
  }

  /** Corrects one county's fixed year. */
  @Post('correct')
  @HttpCode(200)
  @Requires('assessment.review')
  correct(@CurrentActor() actor: Actor, @Body() body: CorrectYearDto): Promise<{ readonly number: number }> {
    return this.commands.correct(actor, body);
  }
}
