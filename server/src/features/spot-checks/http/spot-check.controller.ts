import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Drawn, FindingListView, SpotCheckView } from '@jiannuo/shared/spot-checks';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { AnnouncementCommands } from '../announcement.commands';
import { DrawCommands } from '../draw.commands';
import { FindingCommands } from '../finding.commands';
import { FindingQueries } from '../finding.queries';
import { SpotCheckQueries } from '../spot-check.queries';
import { SpotCheckFindingDto, SpotCheckPeriodDto, SpotCheckViewDto, WithdrawFindingDto } from './spot-check.dto';

/** The monthly spot check (抽查): its draw, for everybody to see and compute again, and what was found. */
@Controller('api/spot-checks')
export class SpotCheckController {
  constructor(
    private readonly announcements: AnnouncementCommands,
    private readonly draws: DrawCommands,
    private readonly queries: SpotCheckQueries,
    private readonly findings: FindingCommands,
    private readonly findingQueries: FindingQueries,
  ) {}

  /** A month's draw with its proof; of the running or nearest month where none is named. */
  @Get()
  @Requires('spot-check.read')
  view(@CurrentActor() actor: Actor, @Query() query: SpotCheckViewDto): Promise<SpotCheckView> {
    return this.queries.view(actor, query.period ?? null);
  }

  /** Makes the month's seed and announces its hash. */
  @Post('announce')
  @HttpCode(200)
  @Requires('spot-check.manage')
  announce(@CurrentActor() actor: Actor, @Body() body: SpotCheckPeriodDto): Promise<{ readonly commitment: string }> {
    return this.announcements.announce(actor, body.period);
  }

  /** Reveals the month's seed and draws. */
  @Post('draw')
  @HttpCode(200)
  @Requires('spot-check.manage')
  draw(@CurrentActor() actor: Actor, @Body() body: SpotCheckPeriodDto): Promise<{ readonly drawn: readonly Drawn[] }> {
    return this.draws.draw(actor, body.period);
  }

  /** What was found in a month, the running or nearest one where none is named: a unit reads its own. */
  @Get('findings')
  @Requires('spot-check.read')
  list(@CurrentActor() actor: Actor, @Query() query: SpotCheckViewDto): Promise<FindingListView> {
    return this.findingQueries.list(actor, query.period ?? null);
  }

  /** Records what was found about a measure. */
  @Post('findings')
  @HttpCode(200)
  @Requires('spot-check.manage')
  record(@CurrentActor() actor: Actor, @Body() body: SpotCheckFindingDto): Promise<{ readonly id: string }> {
    return this.findings.record(actor, body);
  }

  /** Withdraws a finding; it stays on record. */
  @Post('findings/:id/withdraw')
  @HttpCode(200)
  @Requires('spot-check.manage')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: WithdrawFindingDto,
  ): Promise<{ readonly id: string }> {
    return this.findings.withdraw(actor, id, body.reason);
  }
}
