import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import type { QuartersView } from '@jiannuo/shared/assessment';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { QuarterBookQueries } from '../quarter/quarter-book.queries';
import { QuarterCommands } from '../quarter/quarter.commands';
import { QuarterQueries } from '../quarter/quarter.queries';
import { ScoreYearDto } from './assessment.dto';
import { QuarterDto, TellingDto, TellQuarterDto } from './quarter.dto';
import { quarterFile } from './quarter.presenter';

/** The counties' quarters, for the lead unit. */
@Controller('api/quarters')
export class QuarterController {
  constructor(
    private readonly commands: QuarterCommands,
    private readonly queries: QuarterQueries,
    private readonly books: QuarterBookQueries,
    private readonly downloads: Downloads,
  ) {}

  /** The quarters of a year, in the official order. */
  @Get()
  @Requires('assessment.review')
  year(@CurrentActor() actor: Actor, @Query() query: ScoreYearDto): Promise<QuartersView> {
    return this.queries.year(actor, query.year);
  }

  /** Tells a quarter. */
  @Post('tell')
  @HttpCode(200)
  @Requires('assessment.review')
  tell(@CurrentActor() actor: Actor, @Body() body: TellQuarterDto): Promise<{ readonly number: number }> {
    return this.commands.tell(actor, body);
  }

  /** The data of a quarter as it was told last, or under a number, as an Excel file. */
  @Get(':year/:quarter/export')
  @Requires('assessment.review')
  @Header('cache-control', 'no-store')
  async export(
    @CurrentActor() actor: Actor,
    @Param() { year, quarter }: QuarterDto,
    @Query() { number }: TellingDto,
  ): Promise<StreamableFile> {
    const { name, file } = await quarterFile(await this.books.of(actor, { year, quarter, number }));
    return this.downloads.workbook(actor, name, file);
  }
}
