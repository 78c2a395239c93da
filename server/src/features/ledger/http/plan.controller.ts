import { Body, Controller, Get, HttpCode, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { LEDGER_SHEET, type ImportPreview, type PlanResult } from '@jiannuo/shared/ledger';
import { Downloads } from '../../../platform/downloads';
import { workbookOf } from '../../../platform/excel';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { ImportCommands } from '../import.commands';
import { PlanCommands } from '../plan.commands';
import { PlanQueries } from '../plan.queries';
import { ImportDto, ImportPreviewDto, LedgerYearDto, MeasureDto, RemoveMeasureDto } from './ledger.dto';

/** The year's plan as the lead unit keeps it. */
@Controller('api/ledger')
export class PlanController {
  constructor(
    private readonly plans: PlanCommands,
    private readonly queries: PlanQueries,
    private readonly imports: ImportCommands,
    private readonly downloads: Downloads,
  ) {}

  /** Adds or changes one measure. */
  @Put('measures')
  @Requires('ledger.manage')
  save(@CurrentActor() actor: Actor, @Body() body: MeasureDto): Promise<PlanResult> {
    const { year, planRevision, reason, measure } = body;
    return this.plans.saveMeasure(actor, { year, planRevision, reason, measure, number: body.number ?? null });
  }

  /** Takes a measure out of the plan. */
  @Post('measures/remove')
  @HttpCode(200)
  @Requires('ledger.manage')
  remove(@CurrentActor() actor: Actor, @Body() body: RemoveMeasureDto): Promise<PlanResult> {
    return this.plans.removeMeasure(actor, body);
  }

  /** What an import of an uploaded file would change. */
  @Get('import')
  @Requires('ledger.manage')
  preview(@CurrentActor() actor: Actor, @Query() query: ImportPreviewDto): Promise<ImportPreview> {
    return this.imports.preview(actor, query);
  }

  /** Imports it. */
  @Post('import')
  @HttpCode(200)
  @Requires('ledger.manage')
  import(@CurrentActor() actor: Actor, @Body() body: ImportDto): Promise<PlanResult> {
    return this.imports.import(actor, body);
  }

  /** The plan as an Excel file, which could be imported again. */
  @Get('export')
  @Requires('ledger.manage')
  async export(@CurrentActor() actor: Actor, @Query() query: LedgerYearDto): Promise<StreamableFile> {
    const file = await workbookOf(await this.queries.sheets(actor.groupId, query.year));
    return this.downloads.workbook(actor, `${String(query.year)}年${LEDGER_SHEET}.xlsx`, file);
  }
}
