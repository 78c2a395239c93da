import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { WorkUpdateListView, WorkUpdateStanding, WorkUpdateView } from '@jiannuo/shared/information';
import type { Instant } from '@jiannuo/shared/kernel';
import { CurrentActor, Requires, WithoutKey, type Actor } from '../../../platform/identity';
import { MarkCommands } from '../mark.commands';
import { WorkUpdateCommands } from '../work-update.commands';
import { WorkUpdateQueries } from '../work-update.queries';
import { MarkDto, WithdrawMarkDto, WorkUpdateDto, WorkUpdatePeriodDto } from './information.dto';

/** Work updates (工作动态): sent by units, read and judged by the lead unit. */
@Controller('api/work-updates')
export class WorkUpdateController {
  constructor(
    private readonly updates: WorkUpdateCommands,
    private readonly marks: MarkCommands,
    private readonly queries: WorkUpdateQueries,
  ) {}

  /** What was sent in a month. */
  @Get()
  @Requires('information.read')
  list(@CurrentActor() actor: Actor, @Query() query: WorkUpdatePeriodDto): Promise<WorkUpdateListView> {
    return this.queries.list(actor, query.period);
  }

  /** One of them. */
  @Get(':id')
  @Requires('information.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkUpdateView> {
    return this.queries.view(actor, id);
  }

  /** Sends a new one. */
  @Post()
  @HttpCode(200)
  @Requires('information.write')
  send(@CurrentActor() actor: Actor, @Body() body: WorkUpdateDto): Promise<WorkUpdateStanding> {
    return this.updates.send(actor, body);
  }

  /** Sends again what was taken back. */
  @Post(':id/send')
  @HttpCode(200)
  @Requires('information.write')
  sendAgain(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: WorkUpdateDto,
  ): Promise<WorkUpdateStanding> {
    return this.updates.sendAgain(actor, id, body);
  }

  /** Takes back what nobody has judged yet. */
  @Post(':id/take-back')
  @HttpCode(200)
  @Requires('information.write')
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkUpdateStanding> {
    return this.updates.takeBack(actor, id);
  }

  /** Notes that the lead unit has opened it. It needs no key: only the first time counts. */
  @Post(':id/open')
  @HttpCode(200)
  @Requires('information.mark')
  @WithoutKey()
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ readonly openedAt: Instant | null }> {
    return this.updates.open(actor, id);
  }

  /** Marks a work update as 高质量, 没选用 or 被采用. */
  @Post(':id/marks')
  @HttpCode(200)
  @Requires('information.mark')
  mark(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: MarkDto): Promise<WorkUpdateStanding> {
    return this.marks.mark(actor, id, body);
  }

  /** Withdraws a mark. */
  @Post(':id/marks/:markId/withdraw')
  @HttpCode(200)
  @Requires('information.mark')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('markId') markId: string,
    @Body() body: WithdrawMarkDto,
  ): Promise<WorkUpdateStanding> {
    return this.marks.withdraw(actor, id, { markId, reason: body.reason });
  }
}
