import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import type { BulletinListView, InBulletin } from '@jiannuo/shared/information';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { BulletinCommands } from '../bulletin.commands';
import { BulletinQueries } from '../bulletin.queries';
import { InformationYears } from '../information-years';
import { BulletinDto, BulletinYearDto, CriteriaDto } from './information.dto';

/** The monthly 工作信息, and what the year takes for high quality. */
@Controller('api')
export class BulletinController {
  constructor(
    private readonly bulletins: BulletinCommands,
    private readonly queries: BulletinQueries,
    private readonly years: InformationYears,
  ) {}

  /** A year's bulletins. */
  @Get('bulletins')
  @Requires('information.mark')
  list(@CurrentActor() actor: Actor, @Query() query: BulletinYearDto): Promise<BulletinListView> {
    return this.queries.list(scopeOf(actor), query.year);
  }

  /** Makes one of work updates, with the year's next number. */
  @Post('bulletins')
  @HttpCode(200)
  @Requires('information.mark')
  compile(@CurrentActor() actor: Actor, @Body() body: BulletinDto): Promise<InBulletin> {
    return this.bulletins.compile(actor, body);
  }

  /** Writes down other criteria of high quality. */
  @Put('information-year')
  @Requires('information.mark')
  setCriteria(@CurrentActor() actor: Actor, @Body() body: CriteriaDto): Promise<{ readonly criteria: string }> {
    return this.years.setCriteria(actor, body.year, body.criteria);
  }
}
