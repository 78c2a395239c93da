import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RegisterView, Replay, RulingOutcome } from '@jiannuo/shared/rulings';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { RulingCommands } from '../ruling.commands';
import { RulingQueries } from '../ruling.queries';
import { SandboxQueries } from '../sandbox.queries';
import { ProposalDto, RegisterYearDto, SandboxDto, VoidDto } from './ruling.dto';

/** The register of rulings (解释口径): drafted and checked by the lead unit, read by every unit. */
@Controller('api/rulings')
export class RulingController {
  constructor(
    private readonly commands: RulingCommands,
    private readonly queries: RulingQueries,
    private readonly sandbox: SandboxQueries,
  ) {}

  /** A year's questions with what was ruled; without a year those of the running or nearest one. */
  @Get()
  @Requires('ruling.read')
  register(@CurrentActor() actor: Actor, @Query() query: RegisterYearDto): Promise<RegisterView> {
    return this.queries.register(actor, query.year);
  }

  /** What each reading of a question would move. */
  @Get('sandbox')
  @Requires('ruling.manage')
  replay(@CurrentActor() actor: Actor, @Query() query: SandboxDto): Promise<Replay> {
    return this.sandbox.replay(actor, { year: query.year, name: query.name, value: query.value ?? null });
  }

  /** Drafts a ruling. */
  @Post()
  @HttpCode(200)
  @Requires('ruling.manage')
  propose(@CurrentActor() actor: Actor, @Body() body: ProposalDto): Promise<RulingOutcome> {
    const { year, supersedes, ...request } = body;
    return this.commands.propose(actor, year, { ...request, supersedes: supersedes ?? null });
  }

  /** Checks another person's draft, which puts it in force. */
  @Post(':id/check')
  @HttpCode(200)
  @Requires('ruling.manage')
  check(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RulingOutcome> {
    return this.commands.check(actor, id);
  }

  /** Declares a draft void. */
  @Post(':id/void')
  @HttpCode(200)
  @Requires('ruling.manage')
  void(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: VoidDto): Promise<RulingOutcome> {
    return this.commands.void(actor, id, body.reason);
  }
}
