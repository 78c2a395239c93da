import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReceiptView, ReviewListView } from '@jiannuo/shared/reporting';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { EntryCheckCommands, type EntryCheckStanding } from '../entry-check.commands';
import { EntryCommands } from '../entry.commands';
import type { EntryRequest } from '../entry.records';
import { ReviewListQueries } from '../review-list.queries';
import { ReviewCommands } from '../review.commands';
import type { ReportStanding } from '../submission.commands';
import { AcceptDto, EnterForEnvelope, ReportPeriodDto, ReturnDto, TimeCorrectionDto } from './report.dto';
import { Untouched } from './untouched.pipe';

/** What the lead unit does with reports. */
@Controller('api/reports')
export class ReviewController {
  constructor(
    private readonly lists: ReviewListQueries,
    private readonly reviews: ReviewCommands,
    private readonly entries: EntryCommands,
    private readonly checks: EntryCheckCommands,
  ) {}

  /** The month's reports, in order of hand-in. */
  @Get()
  @Requires('report.review')
  list(@CurrentActor() actor: Actor, @Query() query: ReportPeriodDto): Promise<ReviewListView> {
    return this.lists.list(scopeOf(actor), query.period);
  }

  /** Enters for a unit what came by e-mail, paper, fax or telephone. */
  @Post('enter-for')
  @HttpCode(200)
  @Requires('report.review')
  enterFor(
    @CurrentActor() actor: Actor,
    @Body(new Untouched('content', EnterForEnvelope)) body: EntryRequest,
  ): Promise<ReceiptView> {
    return this.entries.enterFor(actor, body);
  }

  /** Puts right when a hand-in that was entered for a unit truly came. */
  @Post(':id/correct-time')
  @HttpCode(200)
  @Requires('report.review')
  correctTime(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TimeCorrectionDto,
  ): Promise<EntryCheckStanding> {
    return this.checks.correctTime(actor, id, body);
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
    return this.reviews.sendBack(actor, id, { remarks: body.remarks, seen: body.version ?? null });
  }
}
