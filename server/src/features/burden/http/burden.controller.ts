import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import type { BurdenMonthView, BurdenUnitView, LookView } from '@jiannuo/shared/burden';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { BurdenEntryQueries } from '../entries.queries';
import { LookQueries } from '../look.queries';
import { BurdenMonthQueries } from '../month.queries';
import { BurdenPeriodDto, BurdenUnitDto, LookDto } from './burden.dto';
import { burdenSheets } from './burden.presenter';

/** The burden of units (减负账本), for the lead unit. */
@Controller('api/burden')
export class BurdenController {
  constructor(
    private readonly looks: LookQueries,
    private readonly months: BurdenMonthQueries,
    private readonly entries: BurdenEntryQueries,
    private readonly downloads: Downloads,
  ) {}

  /** How units stand before something is asked of them. */
  @Get('look')
  @Requires('supervision.manage')
  look(@CurrentActor() actor: Actor, @Query() { units, ask, link = '', corrects = '' }: LookDto): Promise<LookView> {
    return this.looks.look(
      actor,
      units.split(',').filter((id) => id !== ''),
      { text: ask, linkId: link === '' ? null : link, correctsId: corrects },
    );
  }

  /** What a month asked of each unit. */
  @Get('months/:period')
  @Requires('supervision.manage')
  month(@CurrentActor() actor: Actor, @Param() { period }: BurdenPeriodDto): Promise<BurdenMonthView> {
    return this.months.month(actor, period);
  }

  /** What is behind the numbers of one unit. */
  @Get('months/:period/units/:unitId')
  @Requires('supervision.manage')
  unit(@CurrentActor() actor: Actor, @Param() { period, unitId }: BurdenUnitDto): Promise<BurdenUnitView> {
    return this.entries.unit(actor, period, unitId);
  }

  /** The month for the files (备案): the sheet and every row behind its numbers. */
  @Get('months/:period/export')
  @Requires('supervision.manage')
  @Header('cache-control', 'no-store')
  async export(@CurrentActor() actor: Actor, @Param() { period }: BurdenPeriodDto): Promise<StreamableFile> {
    const { month, entries } = await this.entries.book(actor, period);
    const name = `${formatPeriod(period, true)}减负账本.xlsx`;
    return this.downloads.workbook(actor, name, await burdenSheets(month, entries));
  }
}
