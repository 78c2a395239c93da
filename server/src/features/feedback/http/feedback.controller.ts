import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { FeedbackListView, FeedbackStanding, FeedbackView } from '@jiannuo/shared/feedback';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { FeedbackCommands } from '../feedback.commands';
import { FeedbackQueries } from '../feedback.queries';
import { FeedbackDto, FeedbackTextDto } from './feedback.dto';

/** 投诉建议, between its writer and the lead unit. */
@Controller('api/feedback')
export class FeedbackController {
  constructor(
    private readonly queries: FeedbackQueries,
    private readonly commands: FeedbackCommands,
  ) {}

  /** What the reader wrote. */
  @Get()
  @Requires('feedback.write')
  own(@CurrentActor() actor: Actor): Promise<FeedbackListView> {
    return this.queries.own(actor);
  }

  /** What was written to the lead unit, the longest waiting first. */
  @Get('all')
  @Requires('feedback.answer')
  all(@CurrentActor() actor: Actor): Promise<FeedbackListView> {
    return this.queries.all(scopeOf(actor));
  }

  /** One entry with all that was said. */
  @Get(':id')
  @Requires('feedback.write')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FeedbackView> {
    return this.queries.view(actor, id);
  }

  /** Writes to the lead unit. */
  @Post()
  @HttpCode(201)
  @Requires('feedback.write')
  write(@CurrentActor() actor: Actor, @Body() body: FeedbackDto): Promise<FeedbackStanding> {
    return this.commands.write(actor, body);
  }

  /** The writer adds something. */
  @Post(':id/add')
  @HttpCode(200)
  @Requires('feedback.write')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FeedbackTextDto): Promise<FeedbackStanding> {
    return this.commands.add(actor, id, body.text);
  }

  /** The lead unit answers. */
  @Post(':id/reply')
  @HttpCode(200)
  @Requires('feedback.answer')
  reply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FeedbackTextDto,
  ): Promise<FeedbackStanding> {
    return this.commands.reply(actor, id, body.text);
  }

  /** The lead unit closes what it has answered. */
  @Post(':id/close')
  @HttpCode(200)
  @Requires('feedback.answer')
  close(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FeedbackStanding> {
    return this.commands.close(actor, id);
  }
}
