import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { ReadinessView, RemindResultView, SentRemindersView } from '@jiannuo/shared/notifications';
import { DomainError } from '../../../platform/http';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { ReadinessQueries } from '../readiness.queries';
import { ReminderCommands, type RemindRequest } from '../reminder.commands';
import { ReminderQueries } from '../reminder.queries';
import { RemindDto, SentRemindersDto } from './reminder.dto';

/** The lead unit's reminders. */
@Controller('api')
export class ReminderController {
  constructor(
    private readonly commands: ReminderCommands,
    private readonly queries: ReminderQueries,
    private readonly readiness: ReadinessQueries,
  ) {}

  /** One tap reminds those who still owe. */
  @Post('reminders')
  @HttpCode(200)
  @Requires('reminder.send')
  remind(@CurrentActor() actor: Actor, @Body() body: RemindDto): Promise<RemindResultView> {
    return this.commands.remind(actor, requestOf(body));
  }

  /** What went out for a month. */
  @Get('reminders')
  @Requires('reminder.send')
  sent(@CurrentActor() actor: Actor, @Query() query: SentRemindersDto): Promise<SentRemindersView> {
    return this.queries.sent(scopeOf(actor), query.period);
  }

  /** Who has no grant left. */
  @Get('reminder-readiness')
  @Requires('call-list.read')
  ready(@CurrentActor() actor: Actor): Promise<ReadinessView> {
    return this.readiness.viewOf(scopeOf(actor));
  }
}

function requestOf({ obligationIds, period, kind }: RemindDto): RemindRequest {
  if (obligationIds !== undefined) return { obligationIds };
  if (period !== undefined && kind !== undefined) return { period, kind };
  throw DomainError.invalid('notifications.nobody-chosen');
}
