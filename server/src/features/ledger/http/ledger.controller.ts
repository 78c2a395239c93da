import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { LedgerMonthView, LedgerRowView, LedgerYearView, MeasureFacts, MeasureView } from '@jiannuo/shared/ledger';
import { FreeBody } from '../../../platform/http';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { LedgerQueries } from '../ledger.queries';
import { MeasureCommands } from '../measure.commands';
import { RowCommands } from '../row.commands';
import { YearQueries } from '../year.queries';
import { LedgerMonthDto, OpenYearDto, RowActionDto, RowDto } from './ledger.dto';

/** The ledger as units keep it: a month's measures, done or not. */
@Controller('api/ledger')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly years: YearQueries,
    private readonly rows: RowCommands,
    private readonly measures: MeasureCommands,
  ) {}

  /** One unit's month. */
  @Get('month')
  @Requires('ledger.read')
  month(@CurrentActor() actor: Actor, @Query() query: LedgerMonthDto): Promise<LedgerMonthView> {
    return this.ledger.month(actor, query);
  }

  /** The year at a glance. */
  @Get('year')
  @Requires('ledger.read')
  year(@CurrentActor() actor: Actor, @Query() query: OpenYearDto): Promise<LedgerYearView> {
    return this.years.year(actor, query.year);
  }

  /** A measure with its months and its history. */
  @Get('measures/:id')
  @Requires('ledger.read')
  measure(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MeasureView> {
    return this.ledger.measure(actor, id);
  }

  /** Saves what the unit fills in, without marking anything. */
  @Put('rows/:id')
  @Requires('ledger.write')
  record(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RowDto): Promise<LedgerRowView> {
    return this.rows.act(actor, id, 'record', body);
  }

  /** Marks, takes back, returns or corrects; the transition table says who may. */
  @Post('rows/:id/:action')
  @HttpCode(200)
  @Requires('ledger.read')
  act(@CurrentActor() actor: Actor, @Param() step: RowActionDto, @Body() body: RowDto): Promise<LedgerRowView> {
    return this.rows.act(actor, step.id, step.action, body);
  }

  /** Fills in what is missing of the six ones. */
  @Put('measures/:id/ones')
  @Requires('ledger.write')
  @FreeBody('Those of the six ones that are filled in: leader, section, scheme, contact.')
  fillOnes(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: object): Promise<MeasureFacts> {
    return this.measures.fillOnes(actor, id, body);
  }
}
