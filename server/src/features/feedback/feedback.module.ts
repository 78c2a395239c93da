import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { FeedbackCommands } from './feedback.commands';
import { FeedbackNotices } from './feedback.notices';
import { FeedbackQueries } from './feedback.queries';
import { FeedbackController } from './http/feedback.controller';

/** 投诉建议: what somebody writes to the lead unit, and what the lead unit answers. Nobody else learns of it. */
@Module({
  imports: [PeopleModule],
  controllers: [FeedbackController],
  providers: [FeedbackCommands, FeedbackNotices, FeedbackQueries],
})
export class FeedbackModule {}
