import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { LedgerController } from './http/ledger.controller';
import { PlanController } from './http/plan.controller';
import { ImportCommands } from './import.commands';
import { LedgerPlanModule } from './ledger-plan.module';
import { LedgerMeasures } from './ledger.measures';
import { LedgerQueries } from './ledger.queries';
import { MeasureCommands } from './measure.commands';
import { PlanNotices } from './plan.notices';
import { RowCommands } from './row.commands';
import { YearQueries } from './year.queries';

/** Key tasks, measures with the six ones, and what becomes of them month by month (art. 1, 9). */
@Module({
  imports: [LedgerPlanModule, PeopleModule, ObligationsModule, UnitNewsModule],
  controllers: [PlanController, LedgerController],
  providers: [ImportCommands, LedgerMeasures, LedgerQueries, MeasureCommands, PlanNotices, RowCommands, YearQueries],
  exports: [LedgerMeasures, LedgerPlanModule, RowCommands],
})
export class LedgerModule {}
