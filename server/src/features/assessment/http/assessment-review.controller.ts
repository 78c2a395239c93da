import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { AssessmentListView } from '@jiannuo/shared/assessment';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ClosingCommands } from '../month/closing.commands';
import { CorrectionCommands } from '../month/correction.commands';
import { LetStandCommands } from '../month/let-stand.commands';
import { MonthClosingCommands, type ClosedMonth } from '../month/month-closing.commands';
import { MonthListQueries } from '../month/month-list.queries';
import { ReviewCommands } from '../review/review.commands';
import { SheetCommands } from '../sheet/sheet.commands';
import {
  AnswerDto,
  AssessmentPeriodDto,
  CorrectDto,
  OpenAssessmentDto,
  ClosedMonthDto,
  LetStandDto,
  ReviewDto,
} from './assessment.dto';

/** What the lead unit does with the counties' months. */
@Controller('api/assessments')
export class AssessmentReviewController {
  constructor(
    private readonly sheets: SheetCommands,
    private readonly reviews: ReviewCommands,
    private readonly closing: ClosingCommands,
    private readonly corrections: CorrectionCommands,
    private readonly standing: LetStandCommands,
    private readonly months: MonthClosingCommands,
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

  /** Makes every county of a month final whose review stands. */
  @Post('finalise')
  @HttpCode(200)
  @Requires('assessment.review')
  finaliseAll(
    @CurrentActor() actor: Actor,
    @Body() body: ClosedMonthDto,
  ): Promise<ClosedMonth & { readonly left: number }> {
    return this.months.finalise(actor, body.period);
  }

  /** Tells all counties' scores of a month. */
  @Post('publish')
  @HttpCode(200)
  @Requires('assessment.review')
  publish(@CurrentActor() actor: Actor, @Body() body: ClosedMonthDto): Promise<ClosedMonth> {
    return this.months.publish(actor, body.period);
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

  /** Makes a reviewed score final. */
  @Post(':id/finalise')
  @HttpCode(200)
  @Requires('assessment.review')
  finalise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly version: number; readonly isRestated: boolean }> {
    return this.closing.finalise(actor, id);
  }

  /** Corrects a score that was fixed. */
  @Post(':id/correct')
  @HttpCode(200)
  @Requires('assessment.review')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CorrectDto,
  ): Promise<{ readonly version: number }> {
    return this.corrections.correct(actor, id, body);
  }

  /** Lets a published score stand beside what came onto record since. */
  @Post(':id/let-stand')
  @HttpCode(200)
  @Requires('assessment.review')
  letStand(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: LetStandDto,
  ): Promise<{ readonly version: number }> {
    return this.standing.letStand(actor, id, body);
  }
}
