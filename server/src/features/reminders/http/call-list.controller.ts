import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { CallListView } from '@jiannuo/shared/notifications';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { CallList, CallResults } from '../../../platform/notifications';
import { CallResultDto } from './reminder.dto';

/** Whom the lead unit has to call. */
@Controller('api/call-list')
export class CallListController {
  constructor(
    private readonly list: CallList,
    private readonly results: CallResults,
  ) {}

  /** Who could not be reached, with telephone. */
  @Get()
  @Requires('call-list.read')
  view(@CurrentActor() actor: Actor): Promise<CallListView> {
    return this.list.viewOf(scopeOf(actor));
  }

  /** What the call came to. */
  @Post(':reminderId/result')
  @HttpCode(200)
  @Requires('call-list.read')
  record(
    @CurrentActor() actor: Actor,
    @Param('reminderId') reminderId: string,
    @Body() body: CallResultDto,
  ): Promise<{ readonly reminderId: string }> {
    return this.results.record(actor, reminderId, body);
  }
}
