import { Controller, Get, Param, Query } from '@nestjs/common';
import type { BurdenMonthView, LookView } from '@jiannuo/shared/burden';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { LookQueries } from '../look.queries';
import { BurdenMonthQueries } from '../month.queries';
import { BurdenPeriodDto, LookDto } from './burden.dto';

/** The burden of units (减负账本), for the lead unit. */
@Controller('api/burden')
export class BurdenController {
  constructor(
    private readonly looks: LookQueries,
    private readonly months: BurdenMonthQueries,
  ) {}

  /** How units stand before something is asked of them. */
  @Get('look')
  @Requires('supervision.manage')
  look(@CurrentActor() actor: Actor, @Query() { units, ask }: LookDto): Promise<LookView> {
    return this.looks.look(
      actor,
      units.split(',').filter((id) => id !== ''),
      ask,
    );
  }

  /** What a month asked of each unit. */
  @Get('months/:period')
  @Requires('supervision.manage')
  month(@CurrentActor() actor: Actor, @Param() { period }: BurdenPeriodDto): Promise<BurdenMonthView> {
    return this.months.month(actor, period);
  }
}
