import { Controller, Get, Query } from '@nestjs/common';
import type { ScoreHistoryView, ScoreMatrixView } from '@jiannuo/shared/assessment';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ScoreQueries } from '../score.queries';
import { ScoreHistoryDto, ScoreYearDto } from './assessment.dto';

/** Scores over time and side by side. */
@Controller('api/scores')
export class ScoreController {
  constructor(private readonly scores: ScoreQueries) {}

  /** All counties' months of a year, in the official order. */
  @Get()
  @Requires('assessment.review')
  matrix(@CurrentActor() actor: Actor, @Query() query: ScoreYearDto): Promise<ScoreMatrixView> {
    return this.scores.matrix(scopeOf(actor), query.year);
  }

  /** One county's months of a year. */
  @Get('history')
  @Requires('assessment.read')
  history(@CurrentActor() actor: Actor, @Query() query: ScoreHistoryDto): Promise<ScoreHistoryView> {
    return this.scores.history(scopeOf(actor), query);
  }
}
