import { Body, Controller, Get, Header, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import type { AnnualState, AnnualView } from '@jiannuo/shared/assessment';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { AnnualCommands } from '../year/annual.commands';
import { AnnualQueries } from '../year/annual.queries';
import { ScoreBookQueries } from '../scores/score-book.queries';
import { annualFile } from './annual-book.presenter';
import { AskedYearDto, CorrectYearDto, FinaliseYearDto, PublishYearDto } from './annual.dto';

/** The counties' years. */
@Controller('api/annual-results')
export class AnnualController {
  constructor(
    private readonly commands: AnnualCommands,
    private readonly queries: AnnualQueries,
    private readonly books: ScoreBookQueries,
    private readonly downloads: Downloads,
  ) {}

  /** A year: the lead unit all counties, a county its own. */
  @Get()
  @Requires('assessment.read')
  view(@CurrentActor() actor: Actor, @Query() query: AskedYearDto): Promise<AnnualView> {
    return this.queries.view(actor, query.year ?? null);
  }

  /** The same as an Excel file, with the trace of the year and of its months. */
  @Get('export')
  @Requires('assessment.read')
  @Header('cache-control', 'no-store')
  async export(@CurrentActor() actor: Actor, @Query() query: AskedYearDto): Promise<StreamableFile> {
    const book = await this.books.ofYear(actor, query.year ?? null);
    const { name, file } = await annualFile(book);
    return this.downloads.workbook(actor, name, file);
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
