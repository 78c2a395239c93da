import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type {
  FindingStanding,
  InspectionListView,
  InspectionStanding,
  InspectionView,
} from '@jiannuo/shared/inspections';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { FindingCommands } from '../finding.commands';
import { InspectionCommands } from '../inspection.commands';
import { InspectionQueries } from '../inspection.queries';
import { FindingDto, InspectionPageDto, InspectionStepDto, PlanDto, PlanEditDto } from './inspection.dto';

/** Inspections (督导检查), for the lead unit. */
@Controller('api/inspections/plans')
export class InspectionController {
  constructor(
    private readonly commands: InspectionCommands,
    private readonly findings: FindingCommands,
    private readonly queries: InspectionQueries,
  ) {}

  /** What is not over, and the latest of the rest. */
  @Get()
  @Requires('supervision.manage')
  list(@CurrentActor() actor: Actor, @Query() query: InspectionPageDto): Promise<InspectionListView> {
    return this.queries.list(actor, query.before ?? null);
  }

  /** One inspection. */
  @Get(':id')
  @Requires('supervision.manage')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InspectionView> {
    return this.queries.view(actor, id);
  }

  /** Keeps a new plan. */
  @Post()
  @HttpCode(200)
  @Requires('supervision.manage')
  plan(@CurrentActor() actor: Actor, @Body() body: PlanDto): Promise<InspectionStanding> {
    return this.commands.plan(actor, body.plan);
  }

  /** Writes a plan anew. */
  @Post(':id/edit')
  @HttpCode(200)
  @Requires('supervision.manage')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: PlanEditDto): Promise<InspectionStanding> {
    return this.commands.edit(actor, id, body);
  }

  /** Takes an inspection one step on. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('supervision.manage')
  step(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: InspectionStepDto,
  ): Promise<InspectionStanding> {
    return this.commands.step(actor, id, body);
  }

  /** Notes a finding. */
  @Post(':id/findings')
  @HttpCode(200)
  @Requires('supervision.manage')
  note(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FindingDto): Promise<FindingStanding> {
    return this.findings.note(actor, id, body.finding);
  }
}
