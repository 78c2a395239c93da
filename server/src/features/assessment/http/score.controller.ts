import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import type { ScoreHistoryView, ScoreMatrixView } from '@jiannuo/shared/assessment';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ScoreBookQueries } from '../scores/score-book.queries';
import { ScoreQueries } from '../scores/score.queries';
import { CountyBookDto, ScoreBookDto, ScoreHistoryDto, ScoreYearDto } from './assessment.dto';
import { historyFile, matrixFile } from './score-book.presenter';

/** Scores over time and side by side. */
@Controller('api/scores')
export class ScoreController {
  constructor(
    private readonly scores: ScoreQueries,
    private readonly books: ScoreBookQueries,
    private readonly downloads: Downloads,
  ) {}

  /** All counties' months of a year, in the official order. */
  @Get()
  @Requires('assessment.review')
  matrix(@CurrentActor() actor: Actor, @Query() query: ScoreYearDto): Promise<ScoreMatrixView> {
    return this.scores.matrix(scopeOf(actor), query.year);
  }

  /** The same, or one month of it, as an Excel file with the trace of each number. */
  @Get('export')
  @Requires('assessment.review')
  @Header('cache-control', 'no-store')
  async export(@CurrentActor() actor: Actor, @Query() query: ScoreBookDto): Promise<StreamableFile> {
    const { name, file } = await matrixFile(await this.books.ofAll(actor, query));
    return this.downloads.workbook(actor, name, file);
  }

  /** One county's months of a year. */
  @Get('history')
  @Requires('assessment.read')
  history(@CurrentActor() actor: Actor, @Query() query: ScoreHistoryDto): Promise<ScoreHistoryView> {
    return this.scores.history(scopeOf(actor), query);
  }

  /** The same, or one month of it, as an Excel file with the trace of each number. */
  @Get('history/export')
  @Requires('assessment.read')
  @Header('cache-control', 'no-store')
  async exportHistory(@CurrentActor() actor: Actor, @Query() query: CountyBookDto): Promise<StreamableFile> {
    const { name, file } = await historyFile(await this.books.ofCounty(actor, query));
    return this.downloads.workbook(actor, name, file);
  }
}
