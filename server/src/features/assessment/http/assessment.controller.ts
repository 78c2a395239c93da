import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import type { AssessmentView } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { AssessmentQueries } from '../sheet/assessment.queries';
import { PrintedSheetQueries } from '../sheet/printed-sheet.queries';
import { ReviewCommands } from '../review/review.commands';
import { SheetCommands } from '../sheet/sheet.commands';
import { AgreementDto, ObjectionDto, OpenAssessmentDto, SheetDraftDto, SubmitSheetDto } from './assessment.dto';
import { printedWorkbook } from './printed-sheet.presenter';

/** A county's month of assessment: its sheet, and what it says of the review. */
@Controller('api/assessments')
export class AssessmentController {
  constructor(
    private readonly sheets: SheetCommands,
    private readonly reviews: ReviewCommands,
    private readonly queries: AssessmentQueries,
    private readonly printed: PrintedSheetQueries,
    private readonly downloads: Downloads,
  ) {}

  /** The assessment that answers a county's own obligation, begun now if there was none. */
  @Post()
  @HttpCode(200)
  @Requires('assessment.write')
  open(@CurrentActor() actor: Actor, @Body() body: OpenAssessmentDto): Promise<{ readonly assessmentId: string }> {
    return this.sheets.open(actor, body.obligationId);
  }

  /** One county's month, as its reader may see it. */
  @Get(':id')
  @Requires('assessment.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AssessmentView> {
    return this.queries.view(actor, id);
  }

  /** The sheet of annex 3 as an Excel file. */
  @Get(':id/sheet')
  @Requires('assessment.read')
  @Header('cache-control', 'no-store')
  async sheet(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const sheet = await this.printed.of(actor, id);
    return this.downloads.workbook(actor, `${sheet.title}.xlsx`, await printedWorkbook(sheet));
  }

  /** Keeps the county's part of its sheet. */
  @Put(':id/draft')
  @Requires('assessment.write')
  save(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: SheetDraftDto,
  ): Promise<{ readonly revision: number; readonly savedAt: Instant }> {
    return this.sheets.save(actor, id, body);
  }

  /** Hands in. */
  @Post(':id/submit')
  @HttpCode(200)
  @Requires('assessment.write')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: SubmitSheetDto,
  ): Promise<{ readonly number: number }> {
    return this.sheets.submit(actor, id, body);
  }

  /** Takes back before the due time. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('assessment.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ readonly assessmentId: string }> {
    return this.sheets.withdraw(actor, id);
  }

  /** Says that the county has no objection. */
  @Post(':id/agree')
  @HttpCode(200)
  @Requires('assessment.write')
  agree(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: AgreementDto,
  ): Promise<{ readonly version: number }> {
    return this.reviews.agree(actor, id, body);
  }

  /** Objects to one line of the review. */
  @Post(':id/object')
  @HttpCode(200)
  @Requires('assessment.write')
  object(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ObjectionDto,
  ): Promise<{ readonly version: number }> {
    return this.reviews.object(actor, id, body);
  }
}
