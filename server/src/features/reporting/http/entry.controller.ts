import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { EnvelopedBody } from '../../../platform/http';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { EntryCheckCommands, type EntryCheckStanding } from '../entry-check.commands';
import { EntryCommands } from '../entry.commands';
import { EntryQueries } from '../entry.queries';
import type { EntryRequest } from '../entry.records';
import { EnterForEnvelope, EntryObjectionDto, TimeCorrectionDto } from './report.dto';
import { Untouched } from './untouched.pipe';

/** What the lead unit enters for a unit (代录), and what the two of them say about it. */
@Controller('api')
export class EntryController {
  constructor(
    private readonly entries: EntryCommands,
    private readonly checks: EntryCheckCommands,
    private readonly queries: EntryQueries,
  ) {}

  /** Enters for a unit what came by e-mail, paper, fax or telephone. */
  @Post('reports/enter-for')
  @HttpCode(200)
  @Requires('report.review')
  @EnvelopedBody(
    EnterForEnvelope,
    'content',
    'The whole report, in the shape that GET gives; of a self-assessment the scores and total that stand on it; or null when only originals came.',
  )
  enterFor(
    @CurrentActor() actor: Actor,
    @Body(new Untouched('content', EnterForEnvelope)) body: EntryRequest,
  ): Promise<ReceiptView> {
    return this.entries.enterFor(actor, body);
  }

  /** Says that a hand-in which was entered for the unit came at another time. */
  @Post('reports/:id/object')
  @HttpCode(200)
  @Requires('report.write')
  object(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: EntryObjectionDto,
  ): Promise<EntryCheckStanding> {
    return this.checks.object(actor, { kind: 'monthly-report', id }, body.text);
  }

  /** Puts right when a hand-in that was entered for a unit truly came. */
  @Post('reports/:id/correct-time')
  @HttpCode(200)
  @Requires('report.review')
  correctTime(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TimeCorrectionDto,
  ): Promise<EntryCheckStanding> {
    return this.checks.correctTime(actor, { kind: 'monthly-report', id }, body);
  }

  /** The receipt of a self-assessment that was entered for a unit, with what was said about its time. */
  @Get('entered-assessments/:obligationId/receipt')
  @Requires('report.read')
  assessmentReceipt(@CurrentActor() actor: Actor, @Param('obligationId') id: string): Promise<ReceiptView> {
    return this.queries.receipt(actor, id);
  }

  /** Says that a self-assessment which was entered for the unit came at another time. */
  @Post('entered-assessments/:obligationId/object')
  @HttpCode(200)
  @Requires('report.write')
  objectToAssessment(
    @CurrentActor() actor: Actor,
    @Param('obligationId') id: string,
    @Body() body: EntryObjectionDto,
  ): Promise<EntryCheckStanding> {
    return this.checks.object(actor, { kind: 'self-assessment', id }, body.text);
  }

  /** Puts right when a self-assessment that was entered for a unit truly came. */
  @Post('entered-assessments/:obligationId/correct-time')
  @HttpCode(200)
  @Requires('report.review')
  correctAssessmentTime(
    @CurrentActor() actor: Actor,
    @Param('obligationId') id: string,
    @Body() body: TimeCorrectionDto,
  ): Promise<EntryCheckStanding> {
    return this.checks.correctTime(actor, { kind: 'self-assessment', id }, body);
  }
}
