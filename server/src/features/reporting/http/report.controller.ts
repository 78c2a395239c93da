import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import type {
  DifferencesView,
  DraftHistoryView,
  DraftView,
  LedgerItem,
  ListedMeasure,
  ReceiptView,
  ReportVersionView,
  ReportView,
} from '@jiannuo/shared/reporting';
import { EnvelopedBody } from '../../../platform/http';
import { CurrentActor, Requires, WithoutKey, type Actor } from '../../../platform/identity';
import { DraftCommands, type DraftEdit } from '../draft.commands';
import { HistoryQueries } from '../history.queries';
import { LedgerItems } from '../ledger.items';
import { ReportCommands } from '../report.commands';
import { ReportQueries } from '../report.queries';
import { SubmissionCommands, type ReportStanding, type Submission } from '../submission.commands';
import { DifferencesDto, DraftEnvelope, OpenReportDto, SubmitEnvelope } from './report.dto';
import { Untouched } from './untouched.pipe';

/** A unit's monthly report: writing it, handing it in, and reading it. */
@Controller('api/reports')
export class ReportController {
  constructor(
    private readonly reports: ReportCommands,
    private readonly drafts: DraftCommands,
    private readonly submissions: SubmissionCommands,
    private readonly queries: ReportQueries,
    private readonly history: HistoryQueries,
    private readonly offers: LedgerItems,
  ) {}

  /** The report that answers an obligation, begun now if there was none. */
  @Post()
  @HttpCode(200)
  @Requires('report.write')
  open(@CurrentActor() actor: Actor, @Body() body: OpenReportDto): Promise<{ readonly reportId: string }> {
    return this.reports.open(actor, body.obligationId);
  }

  /** One report, as its reader may see it. */
  @Get(':id')
  @Requires('report.read')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReportView> {
    return this.queries.view(actor, id);
  }

  /** Merges what a device changed. It needs no key: the same changes asked twice change nothing. */
  @Put(':id/draft')
  @Requires('report.write')
  @WithoutKey()
  @EnvelopedBody(
    DraftEnvelope,
    'changes',
    'List of { path, from, to }: what this device last saw there, and what it says now.',
  )
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(new Untouched('changes', DraftEnvelope)) body: DraftEdit,
  ): Promise<DraftView> {
    return this.drafts.save(actor, id, body);
  }

  /** What the ledger offers to it (M1), for the unit itself. */
  @Get(':id/ledger')
  @Requires('report.write')
  ledger(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<readonly LedgerItem[]> {
    return this.offers.forReport(actor, id);
  }

  /** What the ledger lists for its month, done or not, for the unit itself. */
  @Get(':id/measures')
  @Requires('report.write')
  measures(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<readonly ListedMeasure[]> {
    return this.offers.listedFor(actor, id);
  }

  /** Hands in. */
  @Post(':id/submit')
  @HttpCode(200)
  @Requires('report.write')
  @EnvelopedBody(SubmitEnvelope, 'content', 'The whole report, in the shape that GET gives.')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(new Untouched('content', SubmitEnvelope)) body: Submission,
  ): Promise<ReceiptView> {
    return this.submissions.submit(actor, id, body);
  }

  /** Takes back before the due time. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('report.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReportStanding> {
    return this.submissions.withdraw(actor, id);
  }

  /** Proof of what was received, and when. */
  @Get(':id/receipt')
  @Requires('report.read')
  receipt(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReceiptView> {
    return this.queries.receipt(actor, id);
  }

  /** A version as it was handed in. */
  @Get(':id/versions/:number')
  @Requires('report.read')
  version(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<ReportVersionView> {
    return this.queries.version(actor, id, number);
  }

  /** What changed between two versions. */
  @Get(':id/differences')
  @Requires('report.read')
  differences(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: DifferencesDto,
  ): Promise<DifferencesView> {
    return this.history.differences(actor, id, { from: query.from, to: query.to });
  }

  /** Texts that lost against another device's, for the unit itself. */
  @Get(':id/history')
  @Requires('report.read')
  draftHistory(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DraftHistoryView> {
    return this.history.draftHistory(actor, id);
  }
}
