import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { AssessmentListView } from '@jiannuo/shared/assessment';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { MonthListQueries } from '../month/month-list.queries';
import { ReviewCommands } from '../review/review.commands';
import { SheetCommands } from '../sheet/sheet.commands';
import { AnswerDto, AssessmentPeriodDto, OpenAssessmentDto, ReviewDto } from './assessment.dto';

/** What the lead unit does with the counties' months. */
@Controller('api/assessments')
export class AssessmentReviewController {
  constructor(
    private readonly sheets: SheetCommands,
    private readonly reviews: ReviewCommands,
    private readonly lists: MonthListQueries,
  ) {}

  /** The month's counties, in the official order. */
  @Get()
  @Requires('assessment.review')
  list(@CurrentActor() actor: Actor, @Query() query: AssessmentPeriodDto): Promise<AssessmentListView> {
    return this.lists.list(scopeOf(actor), query.period ?? null);
  }

  /** The assessment of a county, begun now from the records if there was none. */
  @Post('open')
  @HttpCode(200)
  @Requires('assessment.review')
  open(@CurrentActor() actor: Actor, @Body() body: OpenAssessmentDto): Promise<{ readonly assessmentId: string }> {
    return this.sheets.open(actor, body.obligationId);
  }

  /** Keeps a review as far as it goes. */
  @Put(':id/review')
  @Requires('assessment.review')
  save(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReviewDto,
  ): Promise<{ readonly version: number }> {
    return this.reviews.save(actor, id, body);
  }

  /** Confirms a review. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Requires('assessment.review')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReviewDto,
  ): Promise<{ readonly version: number }> {
    return this.reviews.confirm(actor, id, body);
  }

  /** Answers an objection. */
  @Post(':id/answer')
  @HttpCode(200)
  @Requires('assessment.review')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerDto,
  ): Promise<{ readonly version: number }> {
    return this.reviews.answer(actor, id, body);
  }
}
