import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { ClosingCommands } from '../month/closing.commands';
import { CorrectionCommands } from '../month/correction.commands';
import { LetStandCommands } from '../month/let-stand.commands';
import { MonthClosingCommands, type ClosedMonth } from '../month/month-closing.commands';
import { ClosedMonthDto, CorrectDto, LetStandDto } from './assessment.dto';

/** How the lead unit fixes the counties' scores, tells them, and corrects what was told. */
@Controller('api/assessments')
export class AssessmentClosingController {
  constructor(
    private readonly months: MonthClosingCommands,
    private readonly closing: ClosingCommands,
    private readonly corrections: CorrectionCommands,
    private readonly standing: LetStandCommands,
  ) {}

  /** Makes every county of a month final whose review stands. */
  @Post('finalise')
  @HttpCode(200)
  @Requires('assessment.review')
  finaliseAll(
    @CurrentActor() actor: Actor,
    @Body() body: ClosedMonthDto,
  ): Promise<ClosedMonth & { readonly left: number }> {
    return this.months.finalise(actor, body.period);
  }

  /** Tells all counties' scores of a month. */
  @Post('publish')
  @HttpCode(200)
  @Requires('assessment.review')
  publish(@CurrentActor() actor: Actor, @Body() body: ClosedMonthDto): Promise<ClosedMonth> {
    return this.months.publish(actor, body.period);
  }

  /** Makes a reviewed score final. */
  @Post(':id/finalise')
  @HttpCode(200)
  @Requires('assessment.review')
  finalise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly version: number; readonly isRestated: boolean }> {
    return this.closing.finalise(actor, id);
  }

  /** Corrects a score that was fixed. */
  @Post(':id/correct')
  @HttpCode(200)
  @Requires('assessment.review')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CorrectDto,
  ): Promise<{ readonly version: number }> {
    return this.corrections.correct(actor, id, body);
  }

  /** Lets a published score stand beside what came onto record since. */
  @Post(':id/let-stand')
  @HttpCode(200)
  @Requires('assessment.review')
  letStand(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: LetStandDto,
  ): Promise<{ readonly version: number }> {
    return this.standing.letStand(actor, id, body);
  }
}
