import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ConcealableView, FindingStanding, FindingView } from '@jiannuo/shared/inspections';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { ConcealedRecords } from '../concealed.records';
import { FindingCommands } from '../finding.commands';
import { FindingNoticeCommands } from '../finding-notice.commands';
import { FindingQueries } from '../finding.queries';
import { RectificationCommands } from '../rectification.commands';
import { ConcealableDto, FindingEditDto, FindingNoticeDto, FindingStepDto } from './inspection.dto';

/** Findings of inspections: noted by the lead unit, put right by their unit once released. */
@Controller('api/inspections/findings')
export class FindingController {
  constructor(
    private readonly commands: FindingCommands,
    private readonly rectifications: RectificationCommands,
    private readonly notices: FindingNoticeCommands,
    private readonly queries: FindingQueries,
    private readonly concealed: ConcealedRecords,
  ) {}

  /** What a unit handed in, to say where it hid something. */
  @Get('records')
  @Requires('supervision.manage')
  records(@CurrentActor() actor: Actor, @Query() query: ConcealableDto): Promise<ConcealableView> {
    return this.concealed.offered(actor, query.unitId);
  }

  /** One finding. */
  @Get(':id')
  @Requires('supervision.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FindingView> {
    return this.queries.view(actor, id);
  }

  /** Writes a finding anew. */
  @Post(':id/edit')
  @HttpCode(200)
  @Requires('supervision.manage')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FindingEditDto): Promise<FindingStanding> {
    return this.commands.edit(actor, id, body);
  }

  /** Takes a finding one step on. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('supervision.act')
  step(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FindingStepDto): Promise<FindingStanding> {
    return this.rectifications.step(actor, id, body);
  }

  /** Drafts a notice from a finding. */
  @Post(':id/notice')
  @HttpCode(200)
  @Requires('supervision.manage')
  notice(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FindingNoticeDto,
  ): Promise<NoticeStanding> {
    return this.notices.draft(actor, id, body.kind);
  }
}
