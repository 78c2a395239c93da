import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type {
  ApplicationListView,
  ApplicationMonthView,
  ApplicationStanding,
  ApplicationView,
  MonthRequest,
} from '@jiannuo/shared/applications';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { ApplicationListQueries } from '../application-list.queries';
import { ApplicationCommands } from '../application.commands';
import { DecisionCommands } from '../decision.commands';
import {
  ApplicationDto,
  ApplicationPeriodDto,
  ApplicationYearDto,
  DecisionDto,
  EndDto,
  MonthVerdictDto,
  RevocationDto,
} from './application.dto';

/** Applications (申报): made by counties, decided by the lead unit. */
@Controller('api')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationCommands,
    private readonly decisions: DecisionCommands,
    private readonly queries: ApplicationListQueries,
  ) {}

  /** A year's applications. */
  @Get('applications')
  @Requires('application.read')
  list(@CurrentActor() actor: Actor, @Query() query: ApplicationYearDto): Promise<ApplicationListView> {
    return this.queries.list(actor, query.year);
  }

  /** What counts month by month, and whether it was carried out. */
  @Get('application-months')
  @Requires('application.decide')
  months(@CurrentActor() actor: Actor, @Query() query: ApplicationPeriodDto): Promise<ApplicationMonthView> {
    return this.queries.months(actor, query.period);
  }

  /** One application. */
  @Get('applications/:id')
  @Requires('application.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ApplicationView> {
    return this.queries.view(actor, id);
  }

  /** Hands one in. */
  @Post('applications')
  @HttpCode(200)
  @Requires('application.write')
  submit(@CurrentActor() actor: Actor, @Body() body: ApplicationDto): Promise<ApplicationStanding> {
    return this.applications.submit(actor, body);
  }

  /** Withdraws one that is not decided yet. */
  @Post('applications/:id/withdraw')
  @HttpCode(200)
  @Requires('application.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ApplicationStanding> {
    return this.applications.withdraw(actor, id);
  }

  /** Approves or refuses one. */
  @Post('applications/:id/decide')
  @HttpCode(200)
  @Requires('application.decide')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DecisionDto,
  ): Promise<ApplicationStanding> {
    return this.decisions.decide(actor, id, body);
  }

  /** Withdraws an approval. */
  @Post('applications/:id/revoke')
  @HttpCode(200)
  @Requires('application.decide')
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: RevocationDto,
  ): Promise<ApplicationStanding> {
    return this.decisions.revoke(actor, id, body);
  }

  /** Lets one stop to count. */
  @Post('applications/:id/end')
  @HttpCode(200)
  @Requires('application.decide')
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: EndDto): Promise<ApplicationStanding> {
    return this.decisions.end(actor, id, body);
  }

  /** Says whether one was carried out in a month. */
  @Post('applications/:id/months')
  @HttpCode(200)
  @Requires('application.decide')
  confirmMonth(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: MonthVerdictDto,
  ): Promise<MonthRequest> {
    return this.decisions.confirmMonth(actor, id, body);
  }
}
