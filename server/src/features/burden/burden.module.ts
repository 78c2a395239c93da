import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { SupervisionModule } from '../supervision';
import { BurdenEntryQueries } from './entries.queries';
import { HeldQueries } from './held.queries';
import { BurdenController } from './http/burden.controller';
import { LookQueries } from './look.queries';
import { MaterialGuard } from './material.guard';
import { BurdenMonthQueries } from './month.queries';

/** What the lead unit asks of units, counted, and nothing asked twice without a reason (M8). */
@Module({
  imports: [ObligationsModule, SupervisionModule],
  controllers: [BurdenController],
  providers: [BurdenMonthQueries, BurdenEntryQueries, HeldQueries, LookQueries, MaterialGuard],
})
export class BurdenModule {}
