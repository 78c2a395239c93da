import { Module } from '@nestjs/common';
import { InformationModule } from '../information';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { ApplicationListQueries } from './application-list.queries';
import { ApplicationCommands } from './application.commands';
import { ApplicationJournal } from './application.journal';
import { ApplicationNotices } from './application.notices';
import { ApplicationQueries } from './application.queries';
import { ApplicationRecords } from './application.records';
import { ApplicationYears } from './application-years';
import { ClosedYears } from './closed-years';
import { DecisionCommands } from './decision.commands';
import { ApplicationController } from './http/application.controller';

/** Applications (申报) for dynamic adjustments and innovations, and what they count (annex 2). */
@Module({
  imports: [InformationModule, ObligationsModule, PeopleModule, UnitNewsModule],
  controllers: [ApplicationController],
  providers: [
    ApplicationCommands,
    ApplicationJournal,
    ApplicationListQueries,
    ApplicationNotices,
    ApplicationQueries,
    ApplicationRecords,
    ApplicationYears,
    ClosedYears,
    DecisionCommands,
  ],
  exports: [ApplicationQueries, ClosedYears],
})
export class ApplicationsModule {}
