import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { ConsentsView } from '@jiannuo/shared/notifications';
import { CurrentActor, Requires, type Actor } from '../../identity';
import { ConsentCommands } from '../consent.commands';
import { ConsentQueries } from '../consent.queries';
import { ConsentReportDto } from './consent.dto';

/** How many messages WeChat will still take for the reader (提醒次数). */
@Controller('api/consents')
export class ConsentController {
  constructor(
    private readonly queries: ConsentQueries,
    private readonly commands: ConsentCommands,
  ) {}

  /** The reader's own balances. */
  @Get()
  @Requires('self.read')
  view(@CurrentActor() actor: Actor): Promise<ConsentsView> {
    return this.queries.viewOfActor(actor);
  }

  /** What the reader chose in WeChat's sheet; answers the balances after it. */
  @Post()
  @HttpCode(200)
  @Requires('self.read')
  async report(@CurrentActor() actor: Actor, @Body() body: ConsentReportDto): Promise<ConsentsView> {
    await this.commands.report(actor, body.results);
    return this.queries.viewOfActor(actor);
  }
}
