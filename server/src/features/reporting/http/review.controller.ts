import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReviewListView } from '@jiannuo/shared/reporting';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ReviewListQueries } from '../review-list.queries';
import { ReviewCommands } from '../review.commands';
import type { ReportStanding } from '../submission.commands';
import { AcceptDto, ReportPeriodDto, ReturnDto } from './report.dto';

/** What the lead unit does with reports. */
@Controller('api/reports')
export class ReviewController {
  constructor(
    private readonly lists: ReviewListQueries,
    private readonly reviews: ReviewCommands,
  ) {}

  /** The month's reports, in order of hand-in. */
  @Get()
  @Requires('report.review')
  list(@CurrentActor() actor: Actor, @Query() query: ReportPeriodDto): Promise<ReviewListView> {
    return this.lists.list(scopeOf(actor), query.period);
  }

  /** Accepts what was read. */
  @Post(':id/accept')
  @HttpCode(200)
  @Requires('report.review')
  accept(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: AcceptDto): Promise<ReportStanding> {
    return this.reviews.accept(actor, id, body.version ?? null);
  }

  /** Sends back, line by line. */
  @Post(':id/return')
  @HttpCode(200)
  @Requires('report.review')
  sendBack(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReturnDto): Promise<ReportStanding> {
    const { remarks, version: seen = null, state: seenState = null } = body;
    return this.reviews.sendBack(actor, id, { remarks, seen, seenState });
  }
}
